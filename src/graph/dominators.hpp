// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "graph/csr_graph.hpp"

namespace evident::graph {

/// Which works every chain of citations goes through. A chain leads from a work down to its ground: to a work
/// that cites nothing, or into a ring of works that cite each other alone. The works that all chains from a
/// work have in common are its dominators in the graph turned round, seen from a root below all grounds.
class Foundations {
 public:
  explicit Foundations(const CsrGraph& graph);

  static constexpr CsrGraph::Vertex none = CsrGraph::null_vertex();
  /// The next work, going down, that all chains from this one go through; none where there is no such.
  CsrGraph::Vertex below(CsrGraph::Vertex vertex) const { return m_below[vertex]; }
  /// The same for what rests on several works at once (a claim): the first one that all chains from all of
  /// them go through, which may be one of them.
  CsrGraph::Vertex common(const std::vector<CsrGraph::Vertex>& works) const;
  /// How many works stand below this one, in that order.
  uint32_t depth(CsrGraph::Vertex vertex) const { return m_depths[vertex]; }

 private:
  CsrGraph::Vertex meet(CsrGraph::Vertex left, CsrGraph::Vertex right) const;
  std::vector<CsrGraph::Vertex> m_below;
  std::vector<uint32_t> m_places;  // in an order in which what stands below comes first
  std::vector<uint32_t> m_depths;
};

struct Support {
  CsrGraph::Vertex vertex = 0;
  uint64_t resting = 0;  ///< things that rest on it alone
  bool operator==(const Support&) const = default;
};

/// For each work on which any of the things rests alone, how many do; most first, then those nearest to the
/// ground, then by vertex. A thing is the list of works that it rests on directly.
std::vector<Support> single_supports(const CsrGraph& graph,
                                     const std::vector<std::vector<CsrGraph::Vertex>>& things);

}  // namespace evident::graph
