// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fstream>
#include <string>

#include "cli/pace.hpp"
#include "ingest/ingest.hpp"
#include "render/json.hpp"
#include "render/terminal.hpp"

namespace evident::cli {

/// What a run did, as numbers: files seen = read + unchanged + skipped, and so on.
render::Json sums_of(const ingest::Summary& summary);

/// Writes to stderr what a run tells of itself: diagnostics as they come, on a terminal how far it is, at the
/// end the sums. Every diagnostic, and the sums as a last line, goes to the report too.
class IngestReporter final : public ingest::Observer {
 public:
  struct Options {
    std::string report;  ///< file to write; none where empty
    bool verbose = false;
    std::string color = "auto";
  };
  /// Throws FileError where the report cannot be written.
  explicit IngestReporter(const Options& options);

  void progress(const ingest::Progress& progress) override;
  void linking(uint64_t done, uint64_t all) override;
  void diagnostic(const Diagnostic& diagnostic) override;
  void finish(const ingest::Summary& summary);

  bool skipped() const { return m_skipped; }  ///< something was lost to an error

 private:
  bool due();
  void live(const std::string& text);
  void clear();
  void write(const Diagnostic& diagnostic, const render::Json* sums);
  void print_sums(const ingest::Summary& summary) const;

  render::Terminal m_terminal;
  std::ofstream m_report;
  std::string m_report_path;
  bool m_verbose, m_live, m_dirty = false, m_skipped = false;
  size_t m_shown = 0, m_hidden = 0;
  Pace::Clock::time_point m_begin = Pace::Clock::now(), m_drawn{};
  Pace m_bytes, m_records, m_articles;
};

}  // namespace evident::cli
