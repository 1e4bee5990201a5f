// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/work.hpp"

namespace evident::index {

/// One work of all its records: the most trusted one, its blanks filled from the others. A ghost adds nothing
/// to a record. REQUIRES: not empty, all of one work.
model::WorkRecord merged_work(std::vector<model::WorkRecord> records);

/// The works that records belong to, merged, by id: independent of the order of the records.
std::vector<model::WorkRecord> merged_works(std::vector<model::WorkRecord> records);

/// Adds to a work what notices of it say: that it is retracted, and by what. Independent of their order.
void apply_notices(model::WorkRecord& work, std::vector<model::WorkRecord> notices);

}  // namespace evident::index
