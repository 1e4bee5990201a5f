// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/retractions/reader.hpp"

#include <nlohmann/json.hpp>

#include "read/csv/rows.hpp"
#include "read/json/scanner.hpp"
#include "read/record/finish.hpp"
#include "read/retractions/notice.hpp"

namespace evident::read {

namespace {

constexpr std::string_view format = "retractions";

bool is_watch(std::string_view head) {
  const auto rows = csv::rows_of(head, ',', 1);
  return !rows.empty() && retractions::WatchColumns().find(rows[0].cells);
}

/// The first object of Open Retractions has the keys of its entries and nothing like an item of CSL.
bool is_open(std::string_view head) {
  if (!json::looks_like_json(head)) return false;
  const std::string_view first = head.substr(0, head.find('\n'));
  for (std::string_view key : {"\"retracted\"", "\"updates\"", "\"identifier\""}) {
    if (first.find(key) == std::string_view::npos) return false;
  }
  return true;
}

/// One file.
class FileReader {
 public:
  FileReader(Input& input, const std::string& path, Sink& sink)
      : m_stream(input, path, sink), m_path(path), m_sink(sink) {}

  void run() {
    while (m_stream.text().size() < 64 * 1024 && m_stream.more()) {
    }
    if (is_watch(m_stream.text())) {
      read_rows();
    } else {
      read_objects();
    }
    if (!m_any) report(Severity::warning, "no-records", 1, {}, "the list has no entry");
  }

 private:
  void report(Severity severity, const char* code, uint64_t line, Span source, std::string message) {
    m_any = true;
    m_sink.report({severity, code, m_path, line, source, std::move(message)});
  }

  void give(model::WorkRecord notice, uint64_t line, Span source) {
    if (notice.ids.empty() || notice.links.empty()) {
      report(Severity::warning, notice.ids.empty() ? "no-identifier" : "empty-notice", line, source,
             (notice.ids.empty() ? "the entry names neither DOI nor PMID of the work that it is about"
                                 : "the entry says nothing of the work that it names") +
                 (notice.title.empty() ? "" : ", \"" + notice.title + "\"") + "; it was skipped");
      return;
    }
    m_any = true;
    record::finish(std::move(notice), {m_path, format, line, source}, "", m_sink);
  }

  void read_rows() {
    csv::RowReader rows(m_stream, ',');
    retractions::WatchColumns columns;
    csv::Row row;
    if (!rows.next(row) || !columns.find(row.cells)) return;
    rows.expect(row.cells.size());
    while (rows.next(row)) {
      if (row.blank()) continue;
      if (row.open_quote || row.too_large) {
        report(Severity::error, row.open_quote ? "open-quote" : "record-too-large", row.line, row.source,
               row.open_quote ? "a quotation mark on this line has no end; the line was skipped"
                              : "the row is larger than 64 MiB; it was skipped");
        continue;
      }
      give(columns.notice(row.cells), row.line, row.source);
    }
  }

  void read_objects() {
    json::Scanner scanner(m_stream, [](std::string_view) { return true; });
    for (json::Piece piece; scanner.next(piece);) {
      if (piece.kind == json::Piece::Kind::object) {
        try {
          give(retractions::open_notice(nlohmann::json::parse(piece.text)), piece.line, piece.source);
        } catch (const nlohmann::json::exception& error) {
          report(Severity::error, "malformed-record", piece.line, piece.source,
                 std::string(error.what()) + "; the entry was skipped");
        }
      } else if (piece.kind == json::Piece::Kind::between) {
        report(Severity::warning, "text-between-records", piece.line, piece.source,
               "text outside any entry was not read");
      } else {
        report(Severity::error,
               piece.kind == json::Piece::Kind::cut ? "truncated-record" : "record-too-large", piece.line,
               piece.source, "the entry that begins here has no end, or none within 64 MiB; it was skipped");
      }
    }
  }

  record::TextStream m_stream;
  const std::string& m_path;
  Sink& m_sink;
  bool m_any = false;  ///< given or told of
};

class RetractionsReader final : public Reader {
 public:
  std::string_view name() const override { return format; }
  std::string_view description() const override {
    return "lists of retractions: Retraction Watch (CSV), Open Retractions (JSON lines)";
  }

  bool accepts(std::string_view bytes) const override {
    const record::Head head(bytes);
    return is_watch(head.text()) || is_open(head.text());
  }

  void read(Input& input, const std::string& path, Sink& sink) const override {
    FileReader(input, path, sink).run();
  }
};

}  // namespace

const Reader& retractions_reader() {
  static const RetractionsReader reader;
  return reader;
}

}  // namespace evident::read
