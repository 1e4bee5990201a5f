// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "graph/csr_graph.hpp"

namespace evident::graph {

/// A shortest chain of citations from one of the starts to the end, both among its vertices; empty where none
/// leads there. Of several, the one whose every step is the first to be found, in the order of vertices.
std::vector<CsrGraph::Vertex> shortest_path(const CsrGraph& graph, std::vector<CsrGraph::Vertex> starts,
                                            CsrGraph::Vertex end);

}  // namespace evident::graph
