// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "index/store.hpp"

namespace evident::render {

using LineWriter = std::function<void(const std::string&)>;

/// The store as JSON lines: articles, claims, citations, references, works, then links; each kind by article
/// and place or by id, so that two stores of the same inputs give the same lines. Holds one article at a time
/// in memory.
void dump_store(const index::Store& store, const LineWriter& write);

/// One article with all that it holds and points to, or one claim, reference, work or link. False where the
/// id is unknown.
bool dump_node(const index::Store& store, const std::string& id, const LineWriter& write);

}  // namespace evident::render
