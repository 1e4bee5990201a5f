// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "graph/csr_graph.hpp"

namespace evident::graph {

struct Neighbour {
  CsrGraph::Vertex vertex = 0;
  uint64_t shared = 0;  ///< works that cite both, or that both cite
  double cosine = 0;    ///< shared over the geometric mean of what cites each (of what each cites)
  bool operator==(const Neighbour&) const = default;
};

/// Works cited together with this one (co-citation), most often first; then by cosine, then by vertex.
std::vector<Neighbour> cocited(const CsrGraph& graph, CsrGraph::Vertex vertex);
/// Works that cite what this one cites (bibliographic coupling), in the same order.
std::vector<Neighbour> coupled(const CsrGraph& graph, CsrGraph::Vertex vertex);

}  // namespace evident::graph
