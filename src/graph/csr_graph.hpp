// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <utility>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_adaptor.hpp>
#include <boost/property_map/property_map.hpp>

#include "base/error.hpp"

namespace evident::graph {

/// A frozen graph whose bytes contradict themselves.
struct DamagedGraph : StoreError {
  using StoreError::StoreError;
};

[[noreturn]] void damaged_graph();  ///< throws DamagedGraph

/// A directed graph in compressed sparse rows, both ways, over arrays that others own: a mapped file or
/// vectors. It models BGL's VertexListGraph, EdgeListGraph, BidirectionalGraph and AdjacencyGraph. Vertices
/// are numbers from 0; the neighbours of one stand in ascending order, each once.
///
/// The arrays may come from a damaged file: no number is believed before it was compared with the bounds, so
/// that what reads the graph ends in DamagedGraph at worst. Reading is safe from many threads.
class CsrGraph {
 public:
  using Vertex = uint32_t;
  struct Arrays {
    std::span<const uint64_t> out_offsets, in_offsets;  ///< one more than there are vertices
    std::span<const Vertex> targets, sources;           ///< one an edge
  };
  struct Edge {
    Vertex from = 0, to = 0;
    bool operator==(const Edge&) const = default;
  };

  /// Walks the numbers of neighbours; compares each with the bound.
  class NeighbourIterator
      : public boost::iterator_adaptor<NeighbourIterator, const Vertex*, Vertex, boost::use_default, Vertex> {
   public:
    NeighbourIterator() = default;
    NeighbourIterator(const Vertex* place, Vertex bound)
        : NeighbourIterator::iterator_adaptor_(place), m_bound(bound) {}

   private:
    friend class boost::iterator_core_access;
    Vertex dereference() const {
      const Vertex neighbour = *base();
      if (neighbour >= m_bound) [[unlikely]]
        damaged_graph();
      return neighbour;
    }
    Vertex m_bound = 0;
  };

  /// Walks the edges at a vertex.
  template <bool outwards>
  class EdgesAt
      : public boost::iterator_adaptor<EdgesAt<outwards>, NeighbourIterator, Edge, boost::use_default, Edge> {
   public:
    EdgesAt() = default;
    EdgesAt(NeighbourIterator place, Vertex vertex) : EdgesAt::iterator_adaptor_(place), m_vertex(vertex) {}

   private:
    friend class boost::iterator_core_access;
    Edge dereference() const {
      return outwards ? Edge{m_vertex, *this->base()} : Edge{*this->base(), m_vertex};
    }
    Vertex m_vertex = 0;
  };

  /// Walks all edges, by their starts.
  class AllEdges : public boost::iterator_facade<AllEdges, Edge, boost::forward_traversal_tag, Edge> {
   public:
    AllEdges() = default;
    AllEdges(const CsrGraph& graph, uint64_t place) : m_graph(&graph), m_place(place) { find_start(); }

   private:
    friend class boost::iterator_core_access;
    Edge dereference() const { return {m_from, m_graph->checked(m_graph->m_arrays.targets[m_place])}; }
    bool equal(const AllEdges& other) const { return m_place == other.m_place; }
    void increment() {
      ++m_place;
      find_start();
    }
    void find_start() {
      const auto& offsets = m_graph->m_arrays.out_offsets;
      while (m_place < m_graph->edge_count() && offsets[m_from + 1] <= m_place) {
        if (++m_from == m_graph->vertex_count()) damaged_graph();
      }
    }
    const CsrGraph* m_graph = nullptr;
    uint64_t m_place = 0;
    Vertex m_from = 0;
  };

  struct Neighbours {
    NeighbourIterator first, last;
    NeighbourIterator begin() const { return first; }
    NeighbourIterator end() const { return last; }
    size_t size() const { return static_cast<size_t>(last - first); }
    bool empty() const { return first == last; }
  };

  // What boost::graph_traits asks for.
  using vertex_descriptor = Vertex;
  using edge_descriptor = Edge;
  using directed_category = boost::bidirectional_tag;
  using edge_parallel_category = boost::disallow_parallel_edge_tag;
  struct traversal_category : boost::bidirectional_graph_tag,
                              boost::adjacency_graph_tag,
                              boost::vertex_list_graph_tag,
                              boost::edge_list_graph_tag {};
  using vertices_size_type = uint64_t;
  using edges_size_type = uint64_t;
  using degree_size_type = uint64_t;
  using vertex_iterator = boost::counting_iterator<Vertex, std::random_access_iterator_tag, int64_t>;
  using adjacency_iterator = NeighbourIterator;
  using out_edge_iterator = EdgesAt<true>;
  using in_edge_iterator = EdgesAt<false>;
  using edge_iterator = AllEdges;
  static constexpr Vertex null_vertex() { return std::numeric_limits<Vertex>::max(); }

  CsrGraph() = default;
  explicit CsrGraph(const Arrays& arrays) : m_arrays(arrays) {}

  Vertex vertex_count() const {
    return m_arrays.out_offsets.empty() ? 0 : static_cast<Vertex>(m_arrays.out_offsets.size() - 1);
  }
  uint64_t edge_count() const { return m_arrays.targets.size(); }
  Neighbours targets(Vertex from) const { return row(m_arrays.out_offsets, m_arrays.targets, from); }
  Neighbours sources(Vertex to) const { return row(m_arrays.in_offsets, m_arrays.sources, to); }
  uint64_t out_degree(Vertex vertex) const {
    return m_arrays.out_offsets[vertex + 1] - m_arrays.out_offsets[vertex];
  }

 private:
  Neighbours row(std::span<const uint64_t> offsets, std::span<const Vertex> values, Vertex vertex) const {
    const uint64_t begin = offsets[vertex], end = offsets[vertex + 1];
    if (begin > end || end > values.size()) [[unlikely]]
      damaged_graph();
    return {{values.data() + begin, vertex_count()}, {values.data() + end, vertex_count()}};
  }
  Vertex checked(Vertex vertex) const {
    if (vertex >= vertex_count()) damaged_graph();
    return vertex;
  }
  Arrays m_arrays;
};

// The functions of the concepts.
inline CsrGraph::vertices_size_type num_vertices(const CsrGraph& graph) {
  return graph.vertex_count();
}
inline CsrGraph::edges_size_type num_edges(const CsrGraph& graph) {
  return graph.edge_count();
}
inline std::pair<CsrGraph::vertex_iterator, CsrGraph::vertex_iterator> vertices(const CsrGraph& graph) {
  return {CsrGraph::vertex_iterator(0), CsrGraph::vertex_iterator(graph.vertex_count())};
}
inline std::pair<CsrGraph::edge_iterator, CsrGraph::edge_iterator> edges(const CsrGraph& graph) {
  return {{graph, 0}, {graph, graph.edge_count()}};
}
inline CsrGraph::Vertex source(const CsrGraph::Edge& edge, const CsrGraph&) {
  return edge.from;
}
inline CsrGraph::Vertex target(const CsrGraph::Edge& edge, const CsrGraph&) {
  return edge.to;
}
inline std::pair<CsrGraph::adjacency_iterator, CsrGraph::adjacency_iterator> adjacent_vertices(
    CsrGraph::Vertex vertex, const CsrGraph& graph) {
  const auto row = graph.targets(vertex);
  return {row.first, row.last};
}
inline std::pair<CsrGraph::out_edge_iterator, CsrGraph::out_edge_iterator> out_edges(CsrGraph::Vertex vertex,
                                                                                     const CsrGraph& graph) {
  const auto row = graph.targets(vertex);
  return {{row.first, vertex}, {row.last, vertex}};
}
inline std::pair<CsrGraph::in_edge_iterator, CsrGraph::in_edge_iterator> in_edges(CsrGraph::Vertex vertex,
                                                                                  const CsrGraph& graph) {
  const auto row = graph.sources(vertex);
  return {{row.first, vertex}, {row.last, vertex}};
}
inline CsrGraph::degree_size_type out_degree(CsrGraph::Vertex vertex, const CsrGraph& graph) {
  return graph.targets(vertex).size();
}
inline CsrGraph::degree_size_type in_degree(CsrGraph::Vertex vertex, const CsrGraph& graph) {
  return graph.sources(vertex).size();
}
inline CsrGraph::degree_size_type degree(CsrGraph::Vertex vertex, const CsrGraph& graph) {
  return out_degree(vertex, graph) + in_degree(vertex, graph);
}
inline boost::typed_identity_property_map<CsrGraph::Vertex> get(boost::vertex_index_t, const CsrGraph&) {
  return {};
}

}  // namespace evident::graph

namespace boost {
template <>
struct property_map<evident::graph::CsrGraph, vertex_index_t> {
  using type = typed_identity_property_map<evident::graph::CsrGraph::Vertex>;
  using const_type = type;
};
}  // namespace boost
