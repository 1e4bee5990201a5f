// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/store_graph.hpp"

#include <map>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/pending/queue.hpp>
#include <boost/property_map/property_map.hpp>

namespace evident::graph {

size_t StoreGraph::vertex(const std::string& node) const {
  const auto [found, added] = m_numbers.emplace(node, m_names.size());
  if (added) m_names.push_back(node);
  return found->second;
}

const std::vector<StoreGraph::edge_descriptor>& StoreGraph::edges_of(size_t vertex_number) const {
  if (const auto known = m_edges.find(vertex_number); known != m_edges.end()) return known->second;
  const std::string node = m_names[vertex_number];
  std::vector<edge_descriptor> edges;
  const auto add = [&](const std::string& other, const model::Edge& edge) {
    edges.push_back({vertex_number, vertex(other), m_links.size()});
    m_links.push_back({edge.id, edge.kind});
  };
  for (const auto& edge : m_store.edges_from(node)) add(edge.to, edge);
  for (const auto& edge : m_store.edges_to(node)) add(edge.from, edge);
  return m_edges.emplace(vertex_number, std::move(edges)).first->second;
}

namespace {

BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<StoreGraph>));

/// Colours of the vertices met so far; the graph has no list of vertices to keep an array by.
struct ColourMap {
  using key_type = size_t;
  using value_type = boost::default_color_type;
  using reference = value_type;
  using category = boost::read_write_property_map_tag;
  std::unordered_map<size_t, value_type>* colours;
};
boost::default_color_type get(const ColourMap& map, size_t vertex) {
  const auto found = map.colours->find(vertex);
  return found == map.colours->end() ? boost::white_color : found->second;
}
void put(const ColourMap& map, size_t vertex, boost::default_color_type colour) {
  (*map.colours)[vertex] = colour;
}

struct TooDeep {};  // ends a visit, as Boost.Graph wants it

class Visitor : public boost::default_bfs_visitor {
 public:
  Visitor(int depth, std::unordered_map<size_t, Visit>& seen, std::vector<size_t>& order)
      : m_depth(depth), m_seen(seen), m_order(order) {}
  void examine_vertex(size_t vertex, const StoreGraph&) const {
    if (m_seen.at(vertex).depth >= m_depth) throw TooDeep();
  }
  void tree_edge(const StoreGraph::edge_descriptor& edge, const StoreGraph& graph) const {
    m_seen[edge.to] = {graph.name(edge.to), m_seen.at(edge.from).depth + 1, graph.link(edge).id,
                       graph.link(edge).kind};
    m_order.push_back(edge.to);
  }

 private:
  int m_depth;
  std::unordered_map<size_t, Visit>& m_seen;
  std::vector<size_t>& m_order;
};

}  // namespace

std::vector<Visit> neighbourhood(const index::Store& store, const std::string& start, int depth) {
  const StoreGraph graph(store);
  const size_t first = graph.vertex(start);
  std::unordered_map<size_t, Visit> seen{{first, {start, 0, "", {}}}};
  std::vector<size_t> order{first};
  std::unordered_map<size_t, boost::default_color_type> colours;
  boost::queue<size_t> queue;
  try {
    boost::breadth_first_visit(graph, first, queue, Visitor(depth, seen, order), ColourMap{&colours});
  } catch (const TooDeep&) {
    // Depths only grow in a breadth-first visit: all that is nearer has been seen.
  }
  std::vector<Visit> visits;
  visits.reserve(order.size());
  for (size_t vertex : order) visits.push_back(seen.at(vertex));
  return visits;
}

}  // namespace evident::graph
