// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"

namespace evident::ingest {

struct Options {
  std::vector<std::filesystem::path> paths;  ///< files and folders, "-" for standard input
  std::filesystem::path store;
  unsigned jobs = 1;
  uint64_t memory = 0;           ///< bytes that may gather before they are written; 0: a default
  bool prune = false;            ///< take out what came from files below `paths` that are gone
  unsigned part = 1, parts = 1;  ///< read every `parts`-th file alone, from the `part`-th on
  std::filesystem::path works;   ///< look for works there, a store of shards; empty: in the store itself
  bool relink = false;           ///< make the links of all articles again
  std::filesystem::path
      report;  ///< a file that is being written; passed over where it lies in a folder of `paths`
};

struct Problem {
  Severity severity = Severity::note;  ///< the gravest
  uint64_t count = 0;
};

/// files_seen = read + unchanged + skipped.
struct Summary {
  uint64_t files_seen = 0, files_read = 0, files_unchanged = 0, files_skipped = 0, files_pruned = 0;
  uint64_t members_read = 0, members_skipped = 0;  ///< of archives
  uint64_t articles = 0, works = 0, claims = 0, references = 0, notices = 0, edges = 0;
  uint64_t same_claims = 0;                         ///< edges made between claims; not among `edges`
  uint64_t deleted = 0, replaced = 0, revived = 0;  ///< records, by deletions and by newer files
  uint64_t links_gone = 0;                          ///< with the deleted ones
  uint64_t bytes = 0;                               ///< read, uncompressed
  std::map<std::string, Problem> problems;          ///< diagnostics by code
};

/// How far the reading is.
struct Progress {
  uint64_t files = 0, files_all = 0;
  uint64_t disk = 0, disk_all = 0;  ///< bytes of the files as they lie on disk
  uint64_t records = 0;             ///< articles and works
};

/// Hears of the progress of a run.
class Observer {
 public:
  virtual ~Observer() = default;
  virtual void progress(const Progress& progress) = 0;
  virtual void linking(uint64_t articles_done, uint64_t articles_all) = 0;
  virtual void diagnostic(const Diagnostic& diagnostic) = 0;
};

/// Reads files and folders into the store, then links what is new or concerned. Idempotent; may be killed at
/// any moment and run again. Throws StoreError and, for a path that was named and does not exist, FileError.
Summary ingest(const Options& options, Observer& observer);

}  // namespace evident::ingest
