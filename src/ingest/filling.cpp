// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/filling.hpp"

#include <algorithm>
#include <utility>

namespace evident::ingest {

namespace {

constexpr size_t kept_diagnostics = 1000;  // per file in the store; all of them are reported
constexpr size_t entries_a_run = 200;      // of files

/// A run that is killed loses what it gathered and did not absorb.
constexpr uint64_t least_absorbed = uint64_t{4} << 30U;
constexpr size_t runs_between_measures = 100;

}  // namespace

void tell(const Diagnostic& diagnostic, Summary& summary, Observer& observer) {
  Problem& problem = summary.problems[diagnostic.code];
  problem.severity = std::max(problem.severity, diagnostic.severity);
  ++problem.count;
  observer.diagnostic(diagnostic);
}

/// One batch.
struct Filling::Outcomes {
  Filling& filling;
  std::vector<index::Prepared>::const_iterator next;  // document; where there is no bulk

  void operator()(const FileBegin& begin) { filling.m_writer.remove_file(begin.path); }
  void operator()(const Diagnostic& diagnostic) { filling.tell_of_file(diagnostic); }
  void operator()(const ArticlePrepared& article) {
    put();
    ++filling.m_summary.articles;
    filling.m_summary.claims += article.claims;
    filling.m_summary.references += article.references;
    filling.progress(article.consumed);
  }
  void operator()(const WorkPrepared& work) {
    put();
    Summary& summary = filling.m_summary;
    ++(work.notice ? summary.notices : summary.works);
    if ((summary.works + summary.notices) % 100 == 0) filling.progress(work.consumed);
  }
  void operator()(const DeletionPrepared&) { put(); }
  void operator()(FileEnd& end) { filling.end_file(std::move(end)); }

  void put() {
    if (filling.m_bulk == nullptr) filling.m_writer.put(*next++);
  }
};

Filling::Filling(index::Writer& writer, index::Bulk* bulk, Progress progress, Summary& summary,
                 Observer& observer)
    : m_writer(writer), m_bulk(bulk), m_summary(summary), m_observer(observer), m_progress(progress) {}

void Filling::take(PreparedBatch batch) {
  Outcomes outcomes{*this, batch.documents.cbegin()};
  for (auto& outcome : batch.outcomes) std::visit(outcomes, outcome);
  if (!batch.run) return;
  m_bulk->append(std::move(*batch.run));
  if (m_entries.size() >= entries_a_run) append_entries();
  if (++m_appended % runs_between_measures == 0 &&
      m_bulk->bytes() >= std::max(least_absorbed, m_writer.bytes()))
    absorb();
}

void Filling::finish() {
  if (m_bulk != nullptr) absorb();
  m_bulk = nullptr;
  for (const auto& path : m_broken_off) take_back(path);
}

/// What was read of a file before the system refused goes; out of a bulk when that is absorbed.
void Filling::take_back(const std::string& path) {
  if (m_bulk == nullptr) {
    m_writer.remove_file(path);
  } else {
    m_broken_off.push_back(path);
  }
  m_writer.reading_done();
}

void Filling::tell_of_file(const Diagnostic& diagnostic) {
  if (m_diagnostics.size() < kept_diagnostics) m_diagnostics.push_back(diagnostic);
  tell(diagnostic, m_summary, m_observer);
}

void Filling::end_file(FileEnd end) {
  m_summary.bytes += end.bytes;
  m_summary.members_read += end.members_read;
  m_summary.members_skipped += end.members_skipped;
  m_disk += end.size;
  ++m_summary.files_seen;
  end.entry.diagnostics = std::exchange(m_diagnostics, {});
  if (end.unchanged) {
    ++m_summary.files_unchanged;
  } else if (end.unreadable) {
    ++m_summary.files_skipped;
    take_back(end.entry.path);
  } else {
    const int held = end.entry.articles + end.entry.works + end.entry.deletions + end.entry.notices;
    ++(held > 0 ? m_summary.files_read : m_summary.files_skipped);
    if (m_bulk == nullptr) {
      m_writer.put_file(end.entry);
    } else {
      m_entries.push_back(m_preparer.file(end.entry));
      m_writer.reading_done();
    }
  }
  progress(0);
}

void Filling::append_entries() {
  if (!m_entries.empty()) m_bulk->append(m_bulk->write(m_entries));
  m_entries.clear();
}

void Filling::absorb() {
  append_entries();
  m_writer.absorb(*m_bulk);
}

/// `consumed`: bytes of the file that is being read.
void Filling::progress(uint64_t consumed) {
  m_progress.files = m_summary.files_seen;
  m_progress.disk = m_disk + consumed;
  m_progress.records = m_summary.works + m_summary.notices + m_summary.articles;
  m_observer.progress(m_progress);
}

}  // namespace evident::ingest
