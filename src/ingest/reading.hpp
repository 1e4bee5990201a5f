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
  std::string path;  ///< of the file or of the archive's member
  index::Prepared prepared;
  uint64_t claims = 0, references = 0;
  uint64_t consumed = 0;  ///< bytes of the file on disk, so far
};
struct WorkRead {
  index::Prepared prepared;
  uint64_t consumed = 0;
  bool notice = false;  ///< an entry of a list of retractions
};
struct DeletionRead {
  index::Prepared prepared;
};
struct FileEnd {
  index::FileEntry entry;
  uint64_t bytes = 0;                              ///< read, uncompressed
  uint64_t size = 0;                               ///< on disk
  uint64_t members_read = 0, members_skipped = 0;  ///< of archives
  bool unchanged = false;                          ///< the store has it already
  bool unreadable = false;                         ///< nothing of it could be read
};
using Item = std::variant<FileBegin, Diagnostic, ArticleRead, WorkRead, DeletionRead, FileEnd>;

size_t weight_of(const Item& item);  ///< bytes of memory, roughly

/// The hash of a file that the store holds.
using KnownFile = std::function<std::optional<std::string>(const std::string& path)>;
/// Takes an item; false when no more are wanted.
using Take = std::function<bool(Item)>;

/// Reads files (and standard input, for "-") and takes their articles and works apart. Needs nothing of the
/// store but what it knows of files, so that another thread may write meanwhile.
void read_files(const std::vector<std::filesystem::path>& files, const KnownFile& known, const Take& take);

}  // namespace evident::ingest
