// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ingest_reporter.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <vector>

#include "base/error.hpp"

namespace evident::cli {

namespace {

constexpr size_t shown_at_most = 20;
constexpr std::chrono::milliseconds between_drawings{100};

const char* word_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "warning";
}

render::Ink ink_of(Severity severity) {
  if (severity == Severity::note) return render::Ink::dim;
  return severity == Severity::warning ? render::Ink::yellow : render::Ink::red;
}

}  // namespace

render::Json sums_of(const ingest::Summary& summary) {
  render::Json problems = render::Json::object();
  for (const auto& [code, problem] : summary.problems) problems[code] = problem.count;
  return {{"files",
           {{"seen", summary.files_seen},
            {"read", summary.files_read},
            {"unchanged", summary.files_unchanged},
            {"skipped", summary.files_skipped},
            {"pruned", summary.files_pruned}}},
          {"members",
           {{"seen", summary.members_read + summary.members_skipped},
            {"read", summary.members_read},
            {"skipped", summary.members_skipped}}},
          {"bytes", summary.bytes},
          {"articles", summary.articles},
          {"claims", summary.claims},
          {"references", summary.references},
          {"works", summary.works},
          {"links", summary.edges},
          {"same_claims", summary.same_claims},
          {"notices", summary.notices},
          {"deleted", summary.deleted},
          {"links_gone", summary.links_gone},
          {"replaced", summary.replaced},
          {"revived", summary.revived},
          {"problems", std::move(problems)}};
}

IngestReporter::IngestReporter(const Options& options)
    : m_terminal(render::Terminal::of_stderr(options.color)),
      m_report_path(options.report),
      m_verbose(options.verbose),
      m_live(isatty(STDERR_FILENO) == 1) {
  if (m_report_path.empty()) return;
  m_report.open(m_report_path);
  if (!m_report) throw FileError(m_report_path + ": the report cannot be written there");
}

void IngestReporter::progress(const ingest::Progress& progress) {
  if (!due()) return;
  const auto all = static_cast<double>(progress.disk_all);
  m_bytes.add(static_cast<double>(progress.disk));
  m_records.add(static_cast<double>(progress.records));
  std::string text = fmt::format("reading  {} of {} files", progress.files, progress.files_all);
  if (progress.disk_all > 0)
    text += fmt::format("  {:.1f} of {:.1f} MB", static_cast<double>(progress.disk) / 1e6, all / 1e6);
  text += fmt::format("  {} records", progress.records);
  if (const auto rate = m_records.rate()) text += fmt::format("  {:.0f}/s", *rate);
  if (const auto left = m_bytes.remaining(all)) text += "  " + clock_time(*left) + " left";
  live(text);
}

void IngestReporter::linking(uint64_t done, uint64_t all) {
  if (!due()) return;
  m_articles.add(static_cast<double>(done));
  std::string text = fmt::format("linking  {} of {} articles", done, all);
  if (const auto left = m_articles.remaining(static_cast<double>(all)))
    text += "  " + clock_time(*left) + " left";
  live(text);
}

void IngestReporter::diagnostic(const Diagnostic& diagnostic) {
  write(diagnostic, nullptr);
  if (diagnostic.severity == Severity::error) m_skipped = true;
  if (diagnostic.severity == Severity::note && !m_verbose) return;
  if (!m_verbose && m_shown == shown_at_most) {
    ++m_hidden;
    return;
  }
  ++m_shown;
  clear();
  const std::string place =
      diagnostic.line == 0 ? diagnostic.path : fmt::format("{}:{}", diagnostic.path, diagnostic.line);
  fmt::print(stderr, "{}: {}: {} {}\n", render::printable(place),
             m_terminal.paint(word_of(diagnostic.severity), ink_of(diagnostic.severity)),
             render::printable(diagnostic.message),
             m_terminal.paint(fmt::format("[{}]", diagnostic.code), render::Ink::dim));
}

void IngestReporter::finish(const ingest::Summary& summary) {
  clear();
  if (m_hidden > 0)
    fmt::print(stderr, "... and {} more: see them with --verbose or --report FILE\n", m_hidden);
  print_sums(summary);
  if (!m_report.is_open()) return;
  const render::Json sums = sums_of(summary);
  write({Severity::note, "sums", "", 0, {}, "what the run did"}, &sums);
  m_report.flush();
  if (!m_report) throw FileError(m_report_path + ": the report could not be written");
}

void IngestReporter::print_sums(const ingest::Summary& summary) const {
  const auto row = [&](const char* name, const std::string& value) {
    fmt::print(stderr, "{}{}\n", m_terminal.paint(fmt::format("{:<11}", name), render::Ink::dim), value);
  };
  const auto counted = [&](const char* name, uint64_t count) { row(name, fmt::format("{:>9}", count)); };
  const std::chrono::duration<double> time = Pace::Clock::now() - m_begin;
  row("files", fmt::format("{:>9}  ({} read, {} unchanged, {} skipped{})", summary.files_seen,
                           summary.files_read, summary.files_unchanged, summary.files_skipped,
                           summary.files_pruned > 0 ? fmt::format("; {} pruned", summary.files_pruned) : ""));
  if (const uint64_t members = summary.members_read + summary.members_skipped; members > 0)
    row("members", fmt::format("{:>9}  (of archives: {} read, {} skipped)", members, summary.members_read,
                               summary.members_skipped));
  row("read",
      fmt::format("{:>9.1f}  MB in {:.1f} s", static_cast<double>(summary.bytes) / 1e6, time.count()));
  counted("articles", summary.articles);
  counted("claims", summary.claims);
  counted("references", summary.references);
  counted("works", summary.works);
  counted("links", summary.edges);
  if (summary.notices > 0)
    row("notices", fmt::format("{:>9}  of retractions and corrections", summary.notices));
  if (summary.deleted + summary.replaced + summary.revived > 0)
    row("records", fmt::format("{:>9}  deleted with {} links, {} replaced by newer ones, {} back again",
                               summary.deleted, summary.links_gone, summary.replaced, summary.revived));
  std::vector<std::pair<std::string, ingest::Problem>> problems(summary.problems.begin(),
                                                                summary.problems.end());
  std::stable_sort(problems.begin(), problems.end(), [](const auto& left, const auto& right) {
    return std::pair(left.second.severity, left.second.count) >
           std::pair(right.second.severity, right.second.count);
  });
  const char* name = "problems";
  for (const auto& [code, problem] : problems) {
    row(name, fmt::format("{:>9}  {} ({})", problem.count, m_terminal.paint(code, ink_of(problem.severity)),
                          word_of(problem.severity)));
    name = "";
  }
}

void IngestReporter::write(const Diagnostic& diagnostic, const render::Json* sums) {
  if (!m_report.is_open()) return;
  render::Json json = {{"severity", word_of(diagnostic.severity)},
                       {"code", diagnostic.code},
                       {"path", diagnostic.path},
                       {"line", diagnostic.line},
                       {"source", {{"start", diagnostic.source.start}, {"end", diagnostic.source.end}}},
                       {"message", diagnostic.message}};
  if (sums != nullptr) json["sums"] = *sums;
  m_report << render::to_text(json, false) << '\n';
}

/// A terminal is drawn to a few times a second, however fast things go.
bool IngestReporter::due() {
  const auto now = Pace::Clock::now();
  if (!m_live || now - m_drawn < between_drawings) return false;
  m_drawn = now;
  return true;
}

void IngestReporter::live(const std::string& text) {
  fmt::print(stderr, "\r\x1b[K{}", text.substr(0, m_terminal.width() - 1));
  std::fflush(stderr);
  m_dirty = true;
}

void IngestReporter::clear() {
  if (m_dirty) fmt::print(stderr, "\r\x1b[K");
  m_dirty = false;
}

}  // namespace evident::cli
