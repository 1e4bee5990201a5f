// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "graph/csr_graph.hpp"

namespace evident::graph {

/// For each vertex the lowest vertex that it hangs together with, whichever way the edges point.
std::vector<CsrGraph::Vertex> components(const CsrGraph& graph, unsigned threads = 1);

struct Component {
  CsrGraph::Vertex lowest = 0;      ///< its lowest vertex
  CsrGraph::Vertex most_cited = 0;  ///< the lowest of those
  uint64_t size = 0;
};

/// The components by size, largest first, then by their lowest vertex.
std::vector<Component> component_list(const CsrGraph& graph, unsigned threads = 1);

}  // namespace evident::graph
