// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "graph/csr_graph.hpp"

namespace evident::graph {

struct RankOptions {
  double damping = 0.85;
  double tolerance = 1e-8;  ///< the sum of the errors of all ranks is below it
  unsigned threads = 1;     ///< changes no bit of the result
};

/// PageRank by vertex. Ranks sum to one; vertices that cite nothing hand theirs on to all alike.
std::vector<double> page_rank(const CsrGraph& graph, const RankOptions& options = {});

}  // namespace evident::graph
