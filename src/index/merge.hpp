// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/work.hpp"

namespace evident::index {

/// A work with where each field of it came from.
struct MergedWork {
  model::WorkRecord work;
  std::vector<model::WorkRecord> records;  ///< most trusted first
  /// Field, by its name in the record's JSON, to the records (by index) that gave it.
  std::map<std::string, std::vector<size_t>> fields;
  std::vector<model::WorkRecord> notices;  ///< entries of lists that tell of it, in file order
};

/// One work of all its records. The most trusted record goes first: PubMed XML, then MEDLINE text, then an
/// article's own record, then any other; of two alike the newer version, then the later revision. Its blanks
/// are filled from the others; subjects, keywords, notes, tags, registrations and links are united. A ghost
/// adds nothing to a record. `id` is the work's: work_id() of the result is the same.
/// REQUIRES: not empty, all of one work.
MergedWork merged(std::vector<model::WorkRecord> records, const std::string& id);
/// merged().work
model::WorkRecord merged_work(std::vector<model::WorkRecord> records, const std::string& id);

/// Adds to a work what notices of it say: that it is retracted, and by what.
void apply_notices(model::WorkRecord& work, const std::vector<model::WorkRecord>& notices);

}  // namespace evident::index
