// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "graph/csr_graph.hpp"

namespace evident::graph {

struct MainStep {
  CsrGraph::Vertex vertex = 0;
  uint64_t cycle = 1;  ///< works that cite each other in a cycle and stand here as one; the vertex is where
                       ///< the path enters it, its lowest at the start
  double share = 0;  ///< of all paths from works nobody cites to works that cite nothing: those that take the
                     ///< citation to the next step. 0 at the last step
};

/// The main path of a field: the chain of citations, from a work that nobody cites to one that cites nothing,
/// whose citations lie on the most such chains (search path count, summed along the chain). Cycles count as
/// one work, each citation between two of them as a way of its own. Ties go to the lower vertex; empty where
/// nothing cites anything.
std::vector<MainStep> main_path(const CsrGraph& graph);

}  // namespace evident::graph
