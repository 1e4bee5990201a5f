// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>
#include <string>

#include "graph/frozen.hpp"

namespace evident::graph {

/// Writes the citation graph as "graphml", "dot" or "csv" (from,to). Throws UsageError for another format.
void export_graph(const FrozenGraph& frozen, const std::string& format, std::ostream& out);

}  // namespace evident::graph
