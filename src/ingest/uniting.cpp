// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/uniting.hpp"

#include <algorithm>
#include <utility>

#include "resolve/resolve.hpp"

namespace evident::ingest {

namespace {

constexpr size_t most_named = 20;  // links of one work; more are counted

std::string counted(size_t number, const char* thing) {
  return std::to_string(number) + " " + thing + (number == 1 ? "" : "s");
}

std::string what_is_deleted(const model::Deletion& deletion) {
  const std::string version = deletion.version == 1 ? "" : ", version " + std::to_string(deletion.version);
  return "PMID " + deletion.pmid + version;
}

Diagnostic note(const char* code, const std::string& path, uint64_t line, Span source, std::string message) {
  return {Severity::note, code, path, line, source, std::move(message)};
}

}  // namespace

Uniting::Uniting(index::Writer& writer) : m_writer(writer) {
  index::Preparer preparer;
  m_changes = writer.unite(
      [&](const model::WorkRecord& record) { return preparer.work(record, resolve::work_keys(record)); });
}

void Uniting::report(Summary& summary, DiagnosticSink& sink) const {
  using Kind = index::RecordChange::Kind;
  for (const auto& change : m_changes) {
    const auto& deletion = change.deletion;
    switch (change.kind) {
      case Kind::deleted:
        report_deleted(change, summary, sink);
        break;
      case Kind::replaced:
        ++summary.replaced;
        sink.report(
            note("replaced-record", change.path, 0, change.source,
                 "this record of " + change.id + " is replaced by " +
                     (change.by == change.path ? "a later one of the same file" : "that of " + change.by)));
        break;
      case Kind::revived:
        ++summary.revived;
        sink.report(note("revived-record", change.path, 0, change.source,
                         "this record of " + change.id + " counts again"));
        break;
      case Kind::deletion:
        if (change.records > 0) break;
        sink.report(note("deletes-nothing", deletion.path, deletion.line, deletion.source,
                         "the file asks to delete " + what_is_deleted(deletion) +
                             ", of which no file before it, by their names, holds a record"));
        break;
    }
  }
}

void Uniting::report_deleted(const index::RecordChange& change, Summary& summary,
                             DiagnosticSink& sink) const {
  ++summary.deleted;
  std::vector<std::string> gone;
  size_t to_ghost = 0;
  for (const auto& before : change.links) {
    const auto now = m_writer.link(before.id);
    if (!now) gone.push_back(before.id + " (" + to_string(before.kind) + " from " + before.from + ")");
    if (now && now->rule == "ghost" && before.rule != "ghost") ++to_ghost;
  }
  summary.links_gone += gone.size() + change.cited;
  std::string message = what_is_deleted(change.deletion) + " is deleted: the record \"" + change.title +
                        "\" of " + change.path + " went, with " + counted(change.cited, "link") +
                        " to other works and " + counted(gone.size(), "link") + " to it";
  for (size_t i = 0; i < std::min(gone.size(), most_named); ++i) message += (i == 0 ? ": " : ", ") + gone[i];
  if (to_ghost > 0) message += "; " + counted(to_ghost, "reference") + " to it now stand without a record";
  sink.report(note("deleted-record", change.deletion.path, change.deletion.line, change.deletion.source,
                   std::move(message)));
}

}  // namespace evident::ingest
