// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/induced.hpp"

#include <algorithm>

namespace evident::graph {

using Vertex = CsrGraph::Vertex;

Induced::Induced(const CsrGraph& graph, const std::vector<Vertex>& starts) {
  std::vector<bool> seen(graph.vertex_count());
  const auto reach = [&](Vertex vertex) {
    if (seen[vertex]) return;
    seen[vertex] = true;
    m_originals.push_back(vertex);
  };
  for (Vertex start : starts) reach(start);
  for (size_t next = 0; next < m_originals.size(); ++next) {
    for (Vertex cited : graph.targets(m_originals[next])) reach(cited);
  }
  std::sort(m_originals.begin(), m_originals.end());

  // All that a vertex of it cites is part of it, but not all that cites one.
  const auto add_rows = [&](auto row, std::vector<uint64_t>& offsets, std::vector<Vertex>& ends) {
    offsets.push_back(0);
    for (Vertex vertex : m_originals) {
      for (Vertex other : (graph.*row)(vertex)) {
        if (seen[other]) ends.push_back(number(other));
      }
      offsets.push_back(ends.size());
    }
  };
  add_rows(&CsrGraph::targets, m_out_offsets, m_targets);
  add_rows(&CsrGraph::sources, m_in_offsets, m_sources);
}

CsrGraph Induced::graph() const {
  return CsrGraph({m_out_offsets, m_in_offsets, m_targets, m_sources});
}

Vertex Induced::number(Vertex original) const {
  const auto found = std::lower_bound(m_originals.begin(), m_originals.end(), original);
  return static_cast<Vertex>(found - m_originals.begin());
}

}  // namespace evident::graph
