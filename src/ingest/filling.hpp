// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "index/bulk.hpp"
#include "index/store.hpp"
#include "ingest/ingest.hpp"
#include "ingest/preparing.hpp"

namespace evident::ingest {

/// Counts a diagnostic and hands it on.
void tell(const Diagnostic& diagnostic, Summary& summary, Observer& observer);

/// Takes what was prepared to the store, in the order of reading: at once, or by way of a bulk, which it
/// absorbs when that has grown beyond the store, and in the end.
class Filling {
 public:
  /// `bulk` may be null.
  Filling(index::Writer& writer, index::Bulk* bulk, Progress progress, Summary& summary, Observer& observer);
  void take(PreparedBatch batch);
  void finish();  ///< when all is taken

 private:
  struct Outcomes;
  void tell_of_file(const Diagnostic& diagnostic);
  void end_file(FileEnd end);
  void take_back(const std::string& path);
  void append_entries();
  void absorb();
  void progress(uint64_t consumed);

  index::Writer& m_writer;
  index::Bulk* m_bulk;
  index::Preparer m_preparer;
  Summary& m_summary;
  Observer& m_observer;
  Progress m_progress;
  uint64_t m_disk = 0;                     ///< bytes of the files that are done
  std::vector<Diagnostic> m_diagnostics;   ///< of the file that is being read
  std::vector<index::Prepared> m_entries;  ///< of files, on their way into the bulk
  std::vector<std::string> m_broken_off;   ///< paths of files that the system refused to read on
  size_t m_appended = 0;                   ///< runs since the bulk was measured
};

}  // namespace evident::ingest
