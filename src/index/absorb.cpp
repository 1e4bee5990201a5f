// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/error.hpp"
#include "index/bulk.hpp"
#include "index/replace_store.hpp"
#include "index/writer_impl.hpp"

namespace evident::index {

namespace fs = std::filesystem;

namespace {

/// Compaction takes the unused document numbers at both ends of a database out: what the number of the last
/// linked document becomes.
Xapian::docid linked_after(const Xapian::Database& database, Xapian::docid linked) {
  Xapian::docid first = 0, last = 0;
  for (auto number = database.postlist_begin(""); number != database.postlist_end(""); ++number) {
    if (first == 0) first = *number;
    last = *number;
  }
  linked = std::min(linked, last);
  return linked < first || first == 0 ? 0 : linked - (first - 1);
}

}  // namespace

uint64_t Writer::bytes() const {
  return bytes_in(m_impl->directory);
}

bool Writer::may_absorb() const {
  return may_be_replaced(m_impl->directory);
}

bool Writer::empty() const {
  return m_impl->database.get_doccount() == 0;
}

void Writer::absorb(Bulk& bulk) {
  if (bulk.runs().empty()) return;
  const fs::path& directory = m_impl->directory;
  const fs::path fresh = bulk.merged_directory();
  try {
    commit();
    Xapian::Database all(directory.string());
    const Xapian::docid linked = linked_after(all, m_impl->linked());
    for (const Run& run : bulk.runs()) all.add_database(Xapian::Database(run.directory.string()));
    all.compact(fresh.string());
    {
      Xapian::WritableDatabase merged(fresh.string(), Xapian::DB_OPEN);
      merged.set_metadata(metadata::linked, std::to_string(linked));
      merged.commit();
    }
    if (replace_store(directory, fresh)) {
      m_impl->database = Xapian::WritableDatabase(directory.string(), Xapian::DB_OPEN);
      m_impl->committed = Xapian::Database(directory.string());
    } else {
      fs::remove_all(fresh);
      for (const Run& run : bulk.runs()) m_impl->add_all(Xapian::Database(run.directory.string()));
    }
  } catch (const Xapian::Error& error) {
    throw StoreError("cannot merge into the store " + directory.string() + ": " + error.get_msg());
  } catch (const fs::filesystem_error& error) {
    throw StoreError("cannot merge into the store " + directory.string() + ": " + error.code().message());
  }
  bulk.clear();
}

}  // namespace evident::index
