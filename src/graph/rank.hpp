// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "index/store.hpp"

namespace evident::graph {

/// PageRank (damping 0.85) of articles and works in the citation graph: id and rank, highest first. Ranks sum
/// to one.
std::vector<std::pair<std::string, double>> page_rank(const index::Store& store);

}  // namespace evident::graph
