// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "graph/csr_graph.hpp"

namespace evident::graph {

/// A part of a graph as a graph of its own: some vertices and the edges between them.
class Induced {
 public:
  /// All that the starts lead to, themselves among it.
  Induced(const CsrGraph& graph, const std::vector<CsrGraph::Vertex>& starts);

  CsrGraph graph() const;
  CsrGraph::Vertex original(CsrGraph::Vertex vertex) const { return m_originals[vertex]; }
  CsrGraph::Vertex number(CsrGraph::Vertex original) const;  ///< of one that is part of it

 private:
  std::vector<CsrGraph::Vertex> m_originals;  // ascending, so that numbers keep the order
  std::vector<uint64_t> m_out_offsets, m_in_offsets;
  std::vector<CsrGraph::Vertex> m_targets, m_sources;
};

}  // namespace evident::graph
