// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "index/bulk.hpp"
#include "index/prepared.hpp"
#include "ingest/reading.hpp"

namespace evident::ingest {

/// Items in a row, as many as are worth a thread's while.
struct Batch {
  std::string file;  ///< that is being read where it begins
  std::vector<Item> items;
  size_t bytes = 0;
};

struct ArticlePrepared {
  uint64_t claims = 0, references = 0;
  uint64_t consumed = 0;  ///< bytes of the file on disk, so far
};
struct WorkPrepared {
  uint64_t consumed = 0;
  bool notice = false;  ///< an entry of a list of retractions
};
struct DeletionPrepared {};
/// What became of an item. An article's diagnostics come before it.
using Outcome = std::variant<FileBegin, Diagnostic, ArticlePrepared, WorkPrepared, DeletionPrepared, FileEnd>;

/// A batch taken apart: all that can be done without the store.
struct PreparedBatch {
  std::vector<Outcome> outcomes;
  std::vector<index::Prepared> documents;  ///< one each for what is prepared, in order; without `bulk`
  std::optional<index::Run> run;           ///< or all of them here
};

/// Takes articles and works apart. `bulk` may be null. One preparer a thread.
PreparedBatch prepare(Batch batch, index::Preparer& preparer, index::Bulk* bulk);

}  // namespace evident::ingest
