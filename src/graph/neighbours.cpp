// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/neighbours.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>

namespace evident::graph {

namespace {

using Vertex = CsrGraph::Vertex;
using Row = CsrGraph::Neighbours (CsrGraph::*)(Vertex) const;

/// What is reached by one step there and one step back.
std::vector<Neighbour> there_and_back(const CsrGraph& graph, Vertex vertex, Row there, Row back) {
  std::unordered_map<Vertex, uint64_t> shared;
  const auto own = (graph.*there)(vertex);
  for (Vertex between : own) {
    for (Vertex other : (graph.*back)(between)) {
      if (other != vertex) ++shared[other];
    }
  }
  std::vector<Neighbour> neighbours;
  neighbours.reserve(shared.size());
  for (const auto& [other, count] : shared) {
    const double degrees =
        static_cast<double>(own.size()) * static_cast<double>((graph.*there)(other).size());
    neighbours.push_back({other, count, static_cast<double>(count) / std::sqrt(degrees)});
  }
  std::sort(neighbours.begin(), neighbours.end(), [](const Neighbour& left, const Neighbour& right) {
    return std::tuple(right.shared, right.cosine, left.vertex) <
           std::tuple(left.shared, left.cosine, right.vertex);
  });
  return neighbours;
}

}  // namespace

std::vector<Neighbour> cocited(const CsrGraph& graph, Vertex vertex) {
  return there_and_back(graph, vertex, &CsrGraph::sources, &CsrGraph::targets);
}

std::vector<Neighbour> coupled(const CsrGraph& graph, Vertex vertex) {
  return there_and_back(graph, vertex, &CsrGraph::targets, &CsrGraph::sources);
}

}  // namespace evident::graph
