// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

#include <fmt/format.h>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "ingest/ingest.hpp"

namespace evident::cli {

namespace {

constexpr size_t shown_at_most = 20;

struct IngestOptions {
  Common common;
  ingest::Options options;
  std::string memory, report;
  bool verbose = false;
};

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

/// "64M", "2G", "1000": bytes.
uint64_t bytes_of(const std::string& size) {
  if (size.empty()) return 0;
  size_t used = 0;
  unsigned long long value = 0;
  try {
    value = std::stoull(size, &used);
  } catch (const std::exception&) {
    used = 0;
  }
  const std::string unit = size.substr(used);
  const std::map<std::string, unsigned> shifts{{"", 0},   {"K", 10},  {"k", 10}, {"KB", 10}, {"M", 20},
                                               {"m", 20}, {"MB", 20}, {"G", 30}, {"g", 30},  {"GB", 30}};
  const auto shift = shifts.find(unit);
  if (used == 0 || size[0] == '-' || shift == shifts.end()) {
    throw UsageError(fmt::format("--memory {}: not a size; write for example 512M or 2G", size));
  }
  return static_cast<uint64_t>(value) << shift->second;
}

/// Writes to stderr (and the report) what a run tells of itself.
class Reporter final : public ingest::Observer {
 public:
  explicit Reporter(const IngestOptions& options)
      : m_verbose(options.verbose), m_live(isatty(STDERR_FILENO) == 1) {
    if (options.report.empty()) return;
    m_report.open(options.report);
    if (!m_report) throw FileError(options.report + ": the report cannot be written there");
  }

  void progress(uint64_t done, uint64_t all, uint64_t bytes, uint64_t records) override {
    const std::lock_guard lock(m_mutex);
    live(fmt::format("reading: {} of {} files, {:.1f} MB, {} records", done, all,
                     static_cast<double>(bytes) / 1e6, records));
  }

  void linking(uint64_t done, uint64_t all) override {
    const std::lock_guard lock(m_mutex);
    live(fmt::format("linking: {} of {} articles", done, all));
  }

  void diagnostic(const Diagnostic& diagnostic) override {
    const std::lock_guard lock(m_mutex);
    if (m_report.is_open()) {
      const render::Json json = {
          {"severity", word_of(diagnostic.severity)},
          {"code", diagnostic.code},
          {"path", diagnostic.path},
          {"line", diagnostic.line},
          {"source", {{"start", diagnostic.source.start}, {"end", diagnostic.source.end}}},
          {"message", diagnostic.message}};
      m_report << render::to_text(json, false) << '\n';
    }
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
    fmt::print(stderr, "{}: {}: {} [{}]\n", render::printable(place), word_of(diagnostic.severity),
               render::printable(diagnostic.message), diagnostic.code);
  }

  void finish(const ingest::Summary& summary) {
    clear();
    if (m_hidden > 0)
      fmt::print(stderr, "... and {} more: see them with --verbose or --report FILE\n", m_hidden);
    fmt::print(stderr, "{} files: {} read, {} unchanged, {} skipped", summary.files_seen, summary.files_read,
               summary.files_unchanged, summary.files_skipped);
    if (summary.files_pruned > 0) fmt::print(stderr, ", {} pruned", summary.files_pruned);
    fmt::print(stderr, "\n{} articles, {} claims, {} references, {} works, {} links\n", summary.articles,
               summary.claims, summary.references, summary.works, summary.edges);
    if (summary.notices > 0)
      fmt::print(stderr, "{} notices of retractions and corrections\n", summary.notices);
    m_report.flush();
    if (m_report.is_open() && !m_report) throw FileError("the report could not be written");
  }

  bool skipped() const { return m_skipped; }

 private:
  void live(const std::string& text) {
    if (!m_live) return;
    fmt::print(stderr, "\r\x1b[K{}", text);
    std::fflush(stderr);
    m_dirty = true;
  }
  void clear() {
    if (m_dirty) fmt::print(stderr, "\r\x1b[K");
    m_dirty = false;
  }

  std::mutex m_mutex;
  std::ofstream m_report;
  bool m_verbose, m_live, m_dirty = false, m_skipped = false;
  size_t m_shown = 0, m_hidden = 0;
};

int run(IngestOptions& options) {
  options.options.store = store_path(options.common);
  options.options.memory = bytes_of(options.memory);
  Reporter reporter(options);
  const auto summary = ingest::ingest(options.options, reporter);
  reporter.finish(summary);
  return summary.files_skipped > 0 || reporter.skipped() ? exit_partly : exit_done;
}

}  // namespace

void add_ingest(CLI::App& app, Action& action) {
  auto* command = app.add_subcommand("ingest", "Read files and folders into the store");
  auto options = std::make_shared<IngestOptions>();
  options->options.jobs = std::max(1U, std::thread::hardware_concurrency());
  add_store_option(*command, options->common);
  command->add_option("PATH", options->options.paths, "Files and folders; formats are told by content")
      ->required();
  command
      ->add_option("--jobs,-j", options->options.jobs,
                   "Threads: 1 reads and writes in turn, more read beside the writing")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  command->add_option("--memory", options->memory, "What may wait to be written, e.g. 512M")
      ->type_name("SIZE");
  command->add_option("--report", options->report, "Write every diagnostic there, as JSON lines")
      ->type_name("FILE");
  command->add_flag("--prune", options->options.prune,
                    "Take out what came from files below PATH that are gone");
  command->add_flag("--verbose,-v", options->verbose, "Show all diagnostics, notes too");
  command->footer("Example:\n  evident ingest articles/ pubmed.xml.gz --store library");
  command->callback([&action, options] { action = [options] { return run(*options); }; });
}

}  // namespace evident::cli
