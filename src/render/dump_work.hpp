// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "index/store.hpp"
#include "query/record_edges.hpp"
#include "render/json.hpp"

namespace evident::render {

/// A work as a line of a dump: its CSL-JSON item and all else that its records tell, with the records and
/// which of them gave each field.
Json dump_work(const std::string& id, const index::MergedWork& merged);

Json dump_record_edge(const query::RecordEdge& edge);

/// A record that a deletion or a newer file put away.
Json dump_former(const index::FormerRecord& former);
Json dump_deletion(const model::Deletion& deletion);

}  // namespace evident::render
