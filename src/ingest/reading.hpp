// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "index/prepared.hpp"
#include "index/store.hpp"

namespace evident::ingest {

// What reading files yields, in order: a FileBegin for a file that is to be read, what it holds, and for
// every file a FileEnd.

struct FileBegin {
  std::string path;
};
struct ArticleRead {
  std::string path;
  index::Prepared prepared;
  uint64_t claims = 0, references = 0;
};
struct WorkRead {
  index::Prepared prepared;
  bool notice = false;  ///< an entry of a list of retractions
};
struct FileEnd {
  index::FileEntry entry;
  uint64_t bytes = 0;       ///< read, uncompressed
  uint64_t files = 0;       ///< of the run
  bool unchanged = false;   ///< the store has it already
  bool unreadable = false;  ///< nothing of it could be read
};
using Item = std::variant<FileBegin, Diagnostic, ArticleRead, WorkRead, FileEnd>;

size_t weight_of(const Item& item);  ///< bytes of memory, roughly

/// The hash of a file that the store holds.
using KnownFile = std::function<std::optional<std::string>(const std::string& path)>;
/// Takes an item; false when no more are wanted.
using Take = std::function<bool(Item)>;

/// Reads files and takes their articles and works apart. Needs nothing of the store but what it knows of
/// files, so that another thread may write meanwhile.
void read_files(const std::vector<std::filesystem::path>& files, const KnownFile& known, const Take& take);

}  // namespace evident::ingest
