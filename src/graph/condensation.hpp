// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/csr_graph.hpp"

namespace evident::graph {

/// A graph's cycles drawn together: the parts within which every vertex reaches every other, most of them a
/// single vertex. Parts are numbered so that an edge between two leads to the lower number.
class Condensation {
 public:
  explicit Condensation(const CsrGraph& graph);

  size_t count() const { return m_begins.size() - 1; }
  uint32_t part_of(CsrGraph::Vertex vertex) const { return m_parts[vertex]; }
  std::span<const CsrGraph::Vertex> members(uint32_t part) const {  ///< ascending
    return std::span(m_members).subspan(m_begins[part], m_begins[part + 1] - m_begins[part]);
  }

 private:
  std::vector<uint32_t> m_parts;
  std::vector<uint32_t> m_begins;
  std::vector<CsrGraph::Vertex> m_members;
};

}  // namespace evident::graph
