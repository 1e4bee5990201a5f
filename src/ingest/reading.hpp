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
#include "index/store.hpp"
#include "model/deletion.hpp"
#include "model/document.hpp"
#include "model/work.hpp"

namespace evident::ingest {

// What reading files yields, in order: a FileBegin for a file that is to be read, what it holds, and for
// every file a FileEnd.

struct FileBegin {
  std::string path;
};
struct DocumentRead {
  model::Document document;
  uint64_t consumed = 0;  ///< bytes of the file on disk, so far
};
struct WorkRead {
  model::WorkRecord work;
  uint64_t consumed = 0;
};
struct DeletionRead {
  model::Deletion deletion;
};
struct FileEnd {
  index::FileEntry entry;                          ///< its diagnostics are those that were given before
  uint64_t bytes = 0;                              ///< read, uncompressed
  uint64_t size = 0;                               ///< on disk
  uint64_t members_read = 0, members_skipped = 0;  ///< of archives
  bool unchanged = false;                          ///< the store has it already
  bool unreadable = false;                         ///< nothing of it could be read
};
using Item = std::variant<FileBegin, Diagnostic, DocumentRead, WorkRead, DeletionRead, FileEnd>;

size_t bytes_of(const Item& item);  ///< of text, roughly

/// What the store held before.
class Known {
 public:
  virtual ~Known() = default;
  virtual std::optional<std::string> hash(const std::string& path) const = 0;  ///< of a file
  /// The mark (index::file_mark) of the file that an article came from.
  virtual std::optional<std::string> article_mark(const std::string& key) const = 0;
};
/// Takes an item; false when no more are wanted.
using Take = std::function<bool(Item)>;

/// Reads files (and standard input, for "-"). Needs nothing of the store but what it knew before, so that
/// others may write meanwhile.
void read_files(const std::vector<std::filesystem::path>& files, const Known& known, const Take& take);

}  // namespace evident::ingest
