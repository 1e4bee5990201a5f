// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/evidence_path.hpp"

#include <algorithm>
#include <unordered_map>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/two_bit_color_map.hpp>
#include <boost/pending/queue.hpp>

namespace evident::graph {

namespace {

using Vertex = CsrGraph::Vertex;

struct Found {};  // ends a visit, as Boost.Graph wants it

/// Remembers who led to whom, in a map: a short way does not touch the whole graph.
class PathVisitor : public boost::default_bfs_visitor {
 public:
  PathVisitor(std::unordered_map<Vertex, Vertex>& before, Vertex end) : m_before(before), m_end(end) {}
  void tree_edge(const CsrGraph::Edge& edge, const CsrGraph&) const {
    m_before.emplace(edge.to, edge.from);
    if (edge.to == m_end) throw Found();
  }

 private:
  std::unordered_map<Vertex, Vertex>& m_before;
  Vertex m_end;
};

}  // namespace

std::vector<Vertex> shortest_path(const CsrGraph& graph, std::vector<Vertex> starts, Vertex end) {
  std::sort(starts.begin(), starts.end());
  if (std::binary_search(starts.begin(), starts.end(), end)) return {end};
  std::unordered_map<Vertex, Vertex> before;
  boost::two_bit_color_map<> colours(graph.vertex_count());
  boost::queue<Vertex> queue;
  try {
    boost::breadth_first_visit(graph, starts.begin(), starts.end(), queue, PathVisitor(before, end), colours);
  } catch (const Found&) {
    std::vector<Vertex> path{end};
    for (auto step = before.find(end); step != before.end(); step = before.find(step->second))
      path.push_back(step->second);
    std::reverse(path.begin(), path.end());
    return path;
  }
  return {};
}

}  // namespace evident::graph
