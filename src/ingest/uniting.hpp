// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/diagnostic.hpp"
#include "index/store.hpp"
#include "ingest/ingest.hpp"

namespace evident::ingest {

/// Unites the records of the store when all files are read, and tells what went when all links are made:
/// which records a deletion or a newer file put away, and which links went with them.
class Uniting {
 public:
  explicit Uniting(index::Writer& writer);
  void report(Summary& summary, DiagnosticSink& sink) const;

 private:
  void report_deleted(const index::RecordChange& change, Summary& summary, DiagnosticSink& sink) const;

  index::Writer& m_writer;
  std::vector<index::RecordChange> m_changes;
};

}  // namespace evident::ingest
