// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include "index/store.hpp"

namespace evident::graph {

using CsrGraph = boost::compressed_sparse_row_graph<boost::directedS>;

/// The citation graph of a store, frozen: articles and works as vertices, an edge where one cites or mentions
/// the other. Claims that say the same are no part of it: they cite nothing by it.
struct FrozenGraph {
  CsrGraph graph;
  std::vector<std::string> names;  ///< node id by vertex, sorted
  std::string revision;            ///< of the store that it was made of
};

FrozenGraph freeze(const index::Store& store);

}  // namespace evident::graph
