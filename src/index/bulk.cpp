// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/bulk.hpp"

#include <algorithm>
#include <string>

#include <xapian.h>

#include "base/error.hpp"
#include "index/documents.hpp"
#include "index/replace_store.hpp"

namespace evident::index {

namespace fs = std::filesystem;

namespace {

/// Each open database takes six file descriptors, of which a process has 1024 at least.
constexpr size_t merged_at_once = 100;

constexpr const char* suffix = ".bulk";

[[noreturn]] void refuse(const fs::path& directory, const std::string& why) {
  throw StoreError("cannot write beside the store, in " + directory.string() + ": " + why);
}

}  // namespace

Bulk::Bulk(const fs::path& store) : m_folder(sibling(real_directory(store), suffix)) {
  std::error_code failure;
  fs::remove_all(m_folder, failure);
  fs::create_directory(m_folder, failure);
  if (failure) refuse(m_folder, failure.message());
}

Bulk::~Bulk() {
  std::error_code ignored;
  fs::remove_all(m_folder, ignored);
}

fs::path Bulk::new_directory() {
  return m_folder / std::to_string(m_next_name++);
}

fs::path Bulk::merged_directory() {
  return new_directory();
}

Run Bulk::write(const std::vector<Prepared>& batch) {
  Run run{new_directory(), 0};
  try {
    // Nobody reads it before it is whole, and it is worth nothing after a crash.
    Xapian::WritableDatabase database(run.directory.string(),
                                      Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
    for (const auto& prepared : batch) {
      for (const auto& document : prepared.documents().items) database.add_document(document);
    }
    database.commit();
  } catch (const Xapian::Error& error) {
    refuse(run.directory, error.get_msg());
  }
  return run;
}

void Bulk::append(Run run) {
  m_runs.push_back(std::move(run));
  for (;;) {
    const unsigned level = m_runs.back().level;
    const auto same =
        std::find_if(m_runs.rbegin(), m_runs.rend(), [&](const Run& other) { return other.level != level; });
    const auto count = static_cast<size_t>(same - m_runs.rbegin());
    if (count < merged_at_once) return;
    merge_last(count);
  }
}

void Bulk::merge_last(size_t count) {
  const auto first = m_runs.end() - static_cast<std::ptrdiff_t>(count);
  Run merged{new_directory(), first->level + 1};
  try {
    Xapian::Database all;
    for (auto run = first; run != m_runs.end(); ++run)
      all.add_database(Xapian::Database(run->directory.string()));
    all.compact(merged.directory.string());
  } catch (const Xapian::Error& error) {
    refuse(merged.directory, error.get_msg());
  }
  for (auto run = first; run != m_runs.end(); ++run) fs::remove_all(run->directory);
  m_runs.erase(first, m_runs.end());
  m_runs.push_back(std::move(merged));
}

uint64_t Bulk::bytes() const {
  uint64_t bytes = 0;
  for (const Run& run : m_runs) bytes += bytes_in(run.directory);
  return bytes;
}

void Bulk::clear() {
  for (const Run& run : m_runs) fs::remove_all(run.directory);
  m_runs.clear();
}

void remove_bulk(const fs::path& store) {
  std::error_code ignored;
  fs::remove_all(sibling(store, suffix), ignored);
}

}  // namespace evident::index
