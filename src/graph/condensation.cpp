// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/condensation.hpp"

#include <boost/graph/strong_components.hpp>

namespace evident::graph {

Condensation::Condensation(const CsrGraph& graph) : m_parts(graph.vertex_count()) {
  const auto index = get(boost::vertex_index, graph);
  // Boost numbers a component when all that it leads to has its numbers.
  const uint32_t parts =
      boost::strong_components(graph, boost::make_iterator_property_map(m_parts.begin(), index));
  m_begins.resize(size_t{parts} + 1);
  for (uint32_t part : m_parts) ++m_begins[part + 1];
  for (uint32_t part = 0; part < parts; ++part) m_begins[part + 1] += m_begins[part];
  m_members.resize(m_parts.size());
  std::vector<uint32_t> next(m_begins.begin(), m_begins.end() - 1);
  for (CsrGraph::Vertex vertex = 0; vertex < m_parts.size(); ++vertex)
    m_members[next[m_parts[vertex]]++] = vertex;
}

}  // namespace evident::graph
