// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/components.hpp"

#include <algorithm>
#include <atomic>
#include <numeric>

#include "graph/parallel.hpp"

namespace evident::graph {

namespace {

using Vertex = CsrGraph::Vertex;
constexpr size_t size_of_block = 1 << 14;

/// Sets of vertices, united by many threads without locks. A root is always lower than what hangs from it, so
/// that the root of a finished set is its lowest vertex, whoever came first.
class Sets {
 public:
  explicit Sets(size_t size) : m_parents(size) { std::iota(m_parents.begin(), m_parents.end(), Vertex{0}); }

  Vertex root(Vertex vertex) {
    for (;;) {
      const Vertex parent = load(vertex);
      if (parent == vertex) return vertex;
      const Vertex grandparent = load(parent);
      if (grandparent == parent) return parent;
      // Halves the way for those who come later; another thread's better shortcut may win, which is as well.
      Vertex seen = parent;
      at(vertex).compare_exchange_weak(seen, grandparent, std::memory_order_relaxed);
      vertex = grandparent;
    }
  }

  void unite(Vertex left, Vertex right) {
    for (;;) {
      left = root(left);
      right = root(right);
      if (left == right) return;
      if (left > right) std::swap(left, right);
      Vertex seen = right;
      if (at(right).compare_exchange_strong(seen, left, std::memory_order_relaxed)) return;
    }
  }

  std::vector<Vertex> take() { return std::move(m_parents); }

 private:
  std::atomic_ref<Vertex> at(Vertex vertex) { return std::atomic_ref<Vertex>(m_parents[vertex]); }
  Vertex load(Vertex vertex) { return at(vertex).load(std::memory_order_relaxed); }
  std::vector<Vertex> m_parents;
};

}  // namespace

std::vector<Vertex> components(const CsrGraph& graph, unsigned threads) {
  const size_t size = graph.vertex_count();
  Sets sets(size);
  in_blocks(0, size, size_of_block, threads, [&](size_t first, size_t last, size_t) {
    for (size_t vertex = first; vertex < last; ++vertex) {
      for (Vertex cited : graph.targets(static_cast<Vertex>(vertex)))
        sets.unite(static_cast<Vertex>(vertex), cited);
    }
  });
  std::vector<Vertex> lowest = sets.take();
  for (Vertex& vertex : lowest) vertex = lowest[vertex];  // parents are lower: theirs is known already
  return lowest;
}

std::vector<Component> component_list(const CsrGraph& graph, unsigned threads) {
  const std::vector<Vertex> lowest = components(graph, threads);
  std::vector<Component> list;
  std::vector<Vertex> places(lowest.size());  // in the list, by lowest vertex
  for (Vertex vertex = 0; vertex < lowest.size(); ++vertex) {
    if (lowest[vertex] == vertex) {
      places[vertex] = static_cast<Vertex>(list.size());
      list.push_back({vertex, vertex, 0});
    }
    Component& component = list[places[lowest[vertex]]];
    ++component.size;
    if (graph.sources(vertex).size() > graph.sources(component.most_cited).size())
      component.most_cited = vertex;
  }
  std::stable_sort(list.begin(), list.end(),
                   [](const Component& left, const Component& right) { return left.size > right.size; });
  return list;
}

}  // namespace evident::graph
