// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/graph_traits.hpp>

#include "index/store.hpp"

namespace evident::graph {

/// The links of a store as a Boost.Graph IncidenceGraph, read as they are visited. Links are followed both
/// ways, so that a visit that begins at a claim reaches its works, and one that begins at a work reaches its
/// claims; claims that say the same are neighbours too. One object a thread. Vertices are numbers given in
/// order of discovery; name() tells the node.
class StoreGraph {
 public:
  using vertex_descriptor = size_t;
  struct edge_descriptor {
    size_t from = 0, to = 0, link = 0;  ///< link: number that link() explains
    bool operator==(const edge_descriptor&) const = default;
  };
  using directed_category = boost::bidirectional_tag;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  using traversal_category = boost::incidence_graph_tag;
  using out_edge_iterator = std::vector<edge_descriptor>::const_iterator;
  using degree_size_type = size_t;
  // Asked for by boost::graph_traits; this graph has neither.
  using vertex_iterator = void;
  using edge_iterator = void;
  using adjacency_iterator = void;
  using in_edge_iterator = void;
  using vertices_size_type = size_t;
  using edges_size_type = size_t;

  explicit StoreGraph(const index::Store& store) : m_store(store) {}

  vertex_descriptor vertex(const std::string& node) const;
  const std::string& name(vertex_descriptor vertex) const { return m_names[vertex]; }
  struct Link {
    std::string id;  ///< of the store's edge
    model::EdgeKind kind;
  };
  const Link& link(const edge_descriptor& edge) const { return m_links[edge.link]; }
  const std::vector<edge_descriptor>& edges_of(vertex_descriptor vertex) const;

 private:
  const index::Store& m_store;
  // What was visited is kept, so that numbers stay valid; a visit is bounded by its depth.
  mutable std::unordered_map<std::string, size_t> m_numbers;
  mutable std::vector<std::string> m_names;
  mutable std::vector<Link> m_links;
  mutable std::unordered_map<size_t, std::vector<edge_descriptor>> m_edges;
};

inline size_t source(const StoreGraph::edge_descriptor& edge, const StoreGraph&) {
  return edge.from;
}
inline size_t target(const StoreGraph::edge_descriptor& edge, const StoreGraph&) {
  return edge.to;
}
inline std::pair<StoreGraph::out_edge_iterator, StoreGraph::out_edge_iterator> out_edges(
    size_t vertex, const StoreGraph& graph) {
  const auto& edges = graph.edges_of(vertex);
  return {edges.begin(), edges.end()};
}
inline size_t out_degree(size_t vertex, const StoreGraph& graph) {
  return graph.edges_of(vertex).size();
}

struct Visit {
  std::string node;
  int depth = 0;
  std::string via_edge;                               ///< id of the edge that led here; empty at the start
  model::EdgeKind via_kind = model::EdgeKind::cites;  ///< of that edge
};

/// Nodes within `depth` links of a node, in order of a breadth-first visit; the start first.
std::vector<Visit> neighbourhood(const index::Store& store, const std::string& start, int depth);

}  // namespace evident::graph
