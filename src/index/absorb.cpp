// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <numeric>

#include "base/error.hpp"
#include "index/bulk.hpp"
#include "index/layers.hpp"
#include "index/replace_store.hpp"
#include "index/writer_impl.hpp"

namespace evident::index {

namespace fs = std::filesystem;

namespace {

/// Document numbers that a database has in use.
struct InUse {
  Xapian::docid first = 0, last = 0;
  explicit InUse(const Xapian::Database& database) {
    for (auto number = database.postlist_begin(""); number != database.postlist_end(""); ++number) {
      if (first == 0) first = *number;
      last = *number;
    }
  }
  Xapian::docid count() const { return first == 0 ? 0 : last - first + 1; }
};

/// Of each layer.
std::vector<uint64_t> bytes_of_layers(const fs::path& directory) {
  std::vector<uint64_t> bytes;
  for (const auto& layer : layers_of(directory)) bytes.push_back(bytes_in(layer));
  return bytes;
}

}  // namespace

/// Compaction takes the unused numbers at both ends of a database out, and counts on from one to the next:
/// what the number of the last linked document becomes.
void Writer::Impl::merge(size_t from, const std::vector<Run>& runs, const fs::path& fresh) {
  const Linked seen = linked();
  Xapian::Database all;
  Xapian::docid last_linked = 0, before = 0;
  bool all_linked = true;
  const auto places = layers_of(directory);
  for (size_t i = from; i < layers.size(); ++i) {
    const Xapian::Database layer(places[i].string());
    const InUse numbers(layer);
    const Xapian::docid last = std::min(seen.last(i), numbers.last);
    if (all_linked && numbers.count() > 0 && last >= numbers.first)
      last_linked = before + last - (numbers.first - 1);
    all_linked = all_linked && last >= numbers.last;
    before += numbers.count();
    all.add_database(layer);
  }
  for (const Run& run : runs) all.add_database(Xapian::Database(run.directory.string()));
  all.compact(fresh.string());
  Xapian::WritableDatabase merged(fresh.string(), Xapian::DB_OPEN);
  merged.set_metadata(metadata::format, std::to_string(format_version));
  merged.set_metadata(metadata::linked, std::to_string(last_linked));
  merged.set_metadata(metadata::reading, layers.back().get_metadata(metadata::reading));
  merged.set_metadata(metadata::commits, layers.front().get_metadata(metadata::commits));
  merged.commit();
}

void Writer::compact() {
  const fs::path& directory = m_impl->directory;
  const fs::path fresh = sibling(directory, ".compacting");
  try {
    fs::remove_all(fresh);  // of a run that was killed
    for (Xapian::docid number : gone_documents(m_impl->database)) m_impl->remove(number);
    commit();
    m_impl->merge(0, {}, fresh);
    if (!replace_store(directory, fresh)) {
      fs::remove_all(fresh);
      throw StoreError("cannot put the compacted store in place of " + directory.string() +
                       ": something is mounted there, or its parent is not to be written");
    }
    m_impl->open(Xapian::DB_OPEN, 0);
  } catch (const Xapian::Error& error) {
    throw StoreError("cannot compact the store " + directory.string() + ": " + error.get_msg());
  } catch (const fs::filesystem_error& error) {
    throw StoreError("cannot compact the store " + directory.string() + ": " + error.code().message());
  }
}

uint64_t Writer::bytes() const {
  const auto bytes = bytes_of_layers(m_impl->directory);
  return std::accumulate(bytes.begin(), bytes.end(), uint64_t{0});
}

uint64_t Writer::bytes_merged_with(uint64_t coming) const {
  const auto bytes = bytes_of_layers(m_impl->directory);
  const auto kept = static_cast<std::ptrdiff_t>(layers_kept(bytes, coming));
  return std::accumulate(bytes.begin() + kept, bytes.end(), uint64_t{0});
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
  bool within_file = false;
  try {
    commit();
    const bool was_layered = m_impl->layers.size() > 1;
    size_t kept = empty() ? 0 : layers_kept(bytes_of_layers(directory), bulk.bytes());
    // All of a file is in one layer.
    kept = std::min(kept, m_impl->layers_done);
    within_file = !m_impl->layers.back().get_metadata(metadata::reading).empty();
    m_impl->merge(kept, bulk.runs(), fresh);
    const bool placed = kept > 0 ? put_layer(directory, kept, fresh, bulk.merged_directory())
                                 : replace_store(directory, fresh);
    if (placed) {
      m_impl->open(Xapian::DB_OPEN, was_layered ? kept : 0);
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
  m_impl->layers_done = m_impl->layers.size() - (within_file ? 1 : 0);
}

}  // namespace evident::index
