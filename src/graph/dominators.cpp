// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/dominators.hpp"

#include <algorithm>
#include <tuple>

#include "graph/condensation.hpp"
#include "graph/induced.hpp"

namespace evident::graph {

namespace {

using Vertex = CsrGraph::Vertex;
constexpr Vertex unknown = Foundations::none - 1;

bool leads_out(const CsrGraph& graph, const Condensation& parts, Vertex vertex) {
  const auto row = graph.targets(vertex);
  return std::any_of(row.begin(), row.end(),
                     [&](Vertex to) { return parts.part_of(to) != parts.part_of(vertex); });
}

/// The members of a cycle in reverse postorder of a depth-first walk against the citations, from the members
/// that cite something outside: each but those cites one that stands before it. Empty where there are none.
std::vector<Vertex> walk_order(const CsrGraph& graph, const Condensation& parts, uint32_t part) {
  const auto members = parts.members(part);
  if (members.size() == 1) {  // almost all
    return leads_out(graph, parts, members.front()) ? std::vector<Vertex>{members.front()}
                                                    : std::vector<Vertex>();
  }
  std::vector<bool> seen(members.size());
  std::vector<std::pair<Vertex, CsrGraph::Neighbours>> path;  // with the neighbours still to be looked at
  const auto enter = [&](Vertex vertex) {
    const auto place =
        static_cast<size_t>(std::lower_bound(members.begin(), members.end(), vertex) - members.begin());
    if (seen[place]) return;
    seen[place] = true;
    path.emplace_back(vertex, graph.sources(vertex));
  };
  std::vector<Vertex> order;
  for (Vertex exit : members) {
    if (!leads_out(graph, parts, exit)) continue;
    enter(exit);
    while (!path.empty()) {
      auto& [vertex, rest] = path.back();
      if (rest.empty()) {
        order.push_back(vertex);
        path.pop_back();
        continue;
      }
      const Vertex next = *rest.first++;
      if (parts.part_of(next) == part) enter(next);
    }
  }
  std::reverse(order.begin(), order.end());
  return order;
}

}  // namespace

/// Boost's lengauer_tarjan_dominator_tree is not used: it holds a deque (600 bytes) a vertex, and recurses as
/// deep as a depth-first path is long. Without cycles one pass from the ground up is enough, each work
/// meeting what it cites (Cooper, Harvey and Kennedy); within a cycle passes are repeated until nothing
/// changes.
Foundations::Foundations(const CsrGraph& graph)
    : m_below(graph.vertex_count(), unknown), m_places(graph.vertex_count()), m_depths(graph.vertex_count()) {
  const Condensation parts(graph);
  uint32_t place = 0;
  for (uint32_t part = 0; part < parts.count(); ++part) {
    const std::vector<Vertex> order = walk_order(graph, parts, part);
    if (!order.empty() && order.size() != parts.members(part).size()) damaged_graph();
    for (Vertex vertex : order) m_places[vertex] = place++;
    if (order.empty()) {
      for (Vertex vertex : parts.members(part)) {
        m_places[vertex] = place++;
        m_below[vertex] = none;
      }
    }
    for (bool changed = true; changed;) {
      changed = false;
      for (Vertex vertex : order) {
        Vertex below = unknown;
        for (Vertex cited : graph.targets(vertex)) {
          if (cited == vertex || m_below[cited] == unknown) continue;
          below = below == unknown ? cited : meet(below, cited);
        }
        // Of edges that are the same both ways, each vertex has one to an earlier vertex or out of the cycle.
        if (below == unknown || (below != none && m_places[below] >= m_places[vertex])) damaged_graph();
        changed = changed || (below != m_below[vertex] && order.size() > 1);
        m_below[vertex] = below;
      }
    }
    for (Vertex vertex : order) {
      if (m_below[vertex] != none) m_depths[vertex] = m_depths[m_below[vertex]] + 1;
    }
  }
}

Vertex Foundations::meet(Vertex left, Vertex right) const {
  while (left != right) {
    if (left == none || right == none) return none;
    Vertex& later = m_places[left] > m_places[right] ? left : right;
    later = m_below[later];
  }
  return left;
}

Vertex Foundations::common(const std::vector<Vertex>& works) const {
  if (works.empty()) return none;
  Vertex all = works.front();
  for (Vertex work : works) all = meet(all, work);
  return all;
}

std::vector<Support> single_supports(const CsrGraph& graph, const std::vector<std::vector<Vertex>>& things) {
  std::vector<Vertex> starts;
  for (const auto& works : things) starts.insert(starts.end(), works.begin(), works.end());
  const Induced reached(graph, starts);
  const Foundations foundations(reached.graph());

  std::vector<uint64_t> resting(reached.graph().vertex_count());
  for (const auto& works : things) {
    std::vector<Vertex> numbers;
    numbers.reserve(works.size());
    for (Vertex work : works) numbers.push_back(reached.number(work));
    for (Vertex work = foundations.common(numbers); work != Foundations::none; work = foundations.below(work))
      ++resting[work];
  }
  std::vector<Vertex> order;
  for (Vertex vertex = 0; vertex < resting.size(); ++vertex) {
    if (resting[vertex] > 0) order.push_back(vertex);
  }
  std::sort(order.begin(), order.end(), [&](Vertex left, Vertex right) {
    return std::tuple(resting[right], foundations.depth(left), left) <
           std::tuple(resting[left], foundations.depth(right), right);
  });
  std::vector<Support> supports;
  supports.reserve(order.size());
  for (Vertex vertex : order) supports.push_back({reached.original(vertex), resting[vertex]});
  return supports;
}

}  // namespace evident::graph
