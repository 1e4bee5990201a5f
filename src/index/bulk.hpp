// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "index/prepared.hpp"

namespace evident::index {

/// A small database of its own, written once: the documents of a batch.
struct Run {
  std::filesystem::path directory;
  unsigned level = 0;  ///< how often it was merged
};

/// Documents on their way into a store, gathered beside it ("<store>.bulk").
///
/// Xapian's writer slows down with what is pending and with what is there; small databases written into empty
/// trees, merged by its compaction, cost the same per document however large the store. Runs that were
/// appended are merged many at a time, so that each document is written a few times only.
class Bulk {
 public:
  explicit Bulk(const std::filesystem::path& store);
  ~Bulk();  ///< takes away what was not absorbed

  /// Writes the documents of one batch, each with its file's term already. Any thread, at any time.
  Run write(const std::vector<Prepared>& batch);
  /// Takes a run over. The order of these calls is the order of the documents in the store.
  void append(Run run);

  /// Of all that was appended.
  uint64_t bytes() const;
  const std::vector<Run>& runs() const { return m_runs; }
  /// Where the store may be written anew before it takes the old one's place.
  std::filesystem::path merged_directory();
  /// Forgets and removes the runs: they are in the store.
  void clear();

 private:
  std::filesystem::path new_directory();
  void merge_last(size_t count);

  std::filesystem::path m_folder;
  std::atomic<uint64_t> m_next_name{0};
  std::vector<Run> m_runs;
};

/// Removes what a bulk that was killed left beside a store.
void remove_bulk(const std::filesystem::path& store);

}  // namespace evident::index
