// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "index/store.hpp"
#include "render/json.hpp"

namespace evident::render {

/// A work as a line of a dump: its CSL-JSON item and all else that its records tell, with the records and
/// which of them gave each field.
Json dump_work(const std::string& id, const index::MergedWork& merged);

/// What a work's records say of other works, as edges that all point one way ("retracts", never "retracted
/// by"). Where the other work's own records say the same, the edge is theirs.
std::vector<Json> dump_record_edges(const index::Store& store, const std::string& id,
                                    const index::MergedWork& merged);

/// A record that a deletion or a newer file put away.
Json dump_former(const index::FormerRecord& former);
Json dump_deletion(const model::Deletion& deletion);

}  // namespace evident::render
