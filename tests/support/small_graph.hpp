// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>
#include <set>
#include <utility>
#include <vector>

#include "graph/csr_graph.hpp"

namespace evident::test {

using Vertex = graph::CsrGraph::Vertex;
using EdgeSet = std::set<std::pair<Vertex, Vertex>>;

/// A graph in vectors, with its edges as a plain set beside it.
struct SmallGraph {
  SmallGraph(Vertex vertices, EdgeSet all) : size(vertices), edges(std::move(all)) {
    EdgeSet reversed;
    for (const auto& [from, to] : edges) reversed.emplace(to, from);
    fill(edges, out_offsets, targets);
    fill(reversed, in_offsets, sources);
  }
  graph::CsrGraph graph() const { return graph::CsrGraph({out_offsets, in_offsets, targets, sources}); }
  bool has(Vertex from, Vertex to) const { return edges.contains({from, to}); }

  Vertex size;
  EdgeSet edges;
  std::vector<uint64_t> out_offsets, in_offsets;
  std::vector<Vertex> targets, sources;

 private:
  void fill(const EdgeSet& rows, std::vector<uint64_t>& offsets, std::vector<Vertex>& ends) const {
    offsets.assign(size + 1, 0);
    for (const auto& [start, end] : rows) {
      ++offsets[start + 1];
      ends.push_back(end);
    }
    for (Vertex vertex = 0; vertex < size; ++vertex) offsets[vertex + 1] += offsets[vertex];
  }
};

/// Any edges; with `cycles` false each leads to a lower vertex.
inline SmallGraph random_graph(std::mt19937& random, Vertex most_vertices, bool cycles,
                               double density = 1.5) {
  const Vertex size = 1 + static_cast<Vertex>(random() % most_vertices);
  const auto wanted = static_cast<size_t>(density * size * (static_cast<double>(random() % 100) / 100));
  EdgeSet edges;
  for (size_t i = 0; i < wanted; ++i) {
    auto from = static_cast<Vertex>(random() % size), to = static_cast<Vertex>(random() % size);
    if (!cycles && from == to) continue;
    if (!cycles && from < to) std::swap(from, to);
    edges.emplace(from, to);
  }
  return {size, edges};
}

}  // namespace evident::test
