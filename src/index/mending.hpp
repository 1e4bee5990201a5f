// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include <xapian.h>

#include "index/numbering.hpp"
#include "model/work.hpp"

namespace evident::index {

/// What is twice in a store whose newer layers were committed and whose older ones were not.
class Mending {
 public:
  Mending(const Xapian::Database& database, Numbering numbers);
  /// What older layers have still of files that were read again.
  std::vector<Xapian::docid> of_old_files() const;
  /// Records for which another document, in a newer layer than their file's, stands by now.
  std::vector<Xapian::docid> superseded() const;

 private:
  std::string mark_of(Xapian::docid number) const;
  model::WorkRecord record_of(Xapian::docid number) const;
  std::vector<Xapian::docid> stating_an_identifier_of(const model::WorkRecord& record) const;
  void add_superseded_by(Xapian::docid number, std::vector<Xapian::docid>& old) const;

  const Xapian::Database& m_database;
  const Numbering m_numbers;
  std::map<std::string, size_t> m_newest;  ///< layer by file
};

}  // namespace evident::index
