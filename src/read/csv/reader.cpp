// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/csv/reader.hpp"

#include <algorithm>
#include <optional>

#include "read/csv/rows.hpp"
#include "read/csv/work.hpp"
#include "read/record/finish.hpp"
#include "text/normal.hpp"

namespace evident::read {

namespace {

using csv::Column;

constexpr std::string_view format = "csv";
constexpr size_t lines_before_header = 10;  // some exports tell of the search first
constexpr size_t told_rows = 5;             // so many rows of as many cells make a table

/// So much looks like a table that it can be no text: rows of as many cells each.
bool is_table(std::string_view head, char separator) {
  auto rows = csv::rows_of(head, separator, 50);
  std::erase_if(rows, [](const csv::Row& row) { return row.blank(); });
  if (rows.size() < told_rows || rows[0].cells.size() < 2) return false;
  return std::all_of(rows.begin(), rows.end(),
                     [&](const csv::Row& row) { return row.cells.size() == rows[0].cells.size(); });
}

bool has_header(std::string_view head, char separator) {
  for (const auto& row : csv::rows_of(head, separator, lines_before_header)) {
    if (csv::columns_of(row.cells)) return true;
  }
  // A header alone has no line behind it.
  const std::string with_end = std::string(head.substr(0, 4096)) + "\n";
  const auto rows = csv::rows_of(with_end, separator, 1);
  return !rows.empty() && csv::columns_of(rows[0].cells).has_value();
}

std::string names_of(const std::vector<std::string>& cells, const std::vector<Column>* columns) {
  std::string names;
  size_t shown = 0;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (columns != nullptr && (*columns)[i] != Column::unknown) continue;
    const std::string name = text::squeeze(cells[i]);
    if (name.empty()) continue;
    if (++shown > 20) return names + " ...";
    names += (names.empty() ? "" : ", ") + name.substr(0, 60);
  }
  return names;
}

/// One file.
class FileReader {
 public:
  FileReader(Input& input, const std::string& path, Sink& sink)
      : m_stream(input, path, sink), m_path(path), m_sink(sink) {}

  void run() {
    while (m_stream.text().size() < 64 * 1024 && m_stream.more()) {
    }
    csv::RowReader rows(m_stream, csv::separator_of(m_stream.text().substr(0, 64 * 1024)));
    csv::Row row;
    if (!find_header(rows, row)) return;
    rows.expect(row.cells.size());
    bool any = false;
    while (rows.next(row)) {
      if (row.blank()) continue;
      any = true;
      read(row);
    }
    if (!any) m_sink.report({Severity::warning, "no-records", m_path, 0, {}, "the table has no rows"});
  }

 private:
  void report(const csv::Row& row, Severity severity, const char* code, std::string message) {
    m_sink.report({severity, code, m_path, row.line, row.source, std::move(message)});
  }

  bool find_header(csv::RowReader& rows, csv::Row& row) {
    csv::Row first;
    for (size_t lines = 0; lines < lines_before_header && rows.next(row); ++lines) {
      if (lines == 0) first = row;
      auto columns = csv::columns_of(row.cells);
      if (!columns) {
        if (!row.blank()) m_before.push_back(row);
        continue;
      }
      for (const auto& line : m_before)
        report(line, Severity::note, "text-between-records", "a line before the table was not read");
      m_columns = std::move(*columns);
      m_width = row.cells.size();
      if (const std::string unread = names_of(row.cells, &m_columns); !unread.empty())
        report(row, Severity::note, "unread-columns",
               "columns that no field of a record answers to: " + unread);
      return true;
    }
    m_sink.report({Severity::error, "no-bibliography", m_path, first.line, first.source,
                   "a table without a column for titles or identifiers (" + names_of(first.cells, nullptr) +
                       "); nothing of it was read"});
    return false;
  }

  void read(const csv::Row& row) {
    if (row.too_large) {
      report(row, Severity::error, "record-too-large", "the row is larger than 64 MiB; it was skipped");
      return;
    }
    if (row.open_quote) {
      report(row, Severity::error, "open-quote",
             "a quotation mark on this line has no end; the line was skipped");
      return;
    }
    if (row.cells.size() > m_width)
      report(row, Severity::warning, "extra-cells",
             "the row has " + std::to_string(row.cells.size()) + " cells, the header " +
                 std::to_string(m_width) + "; the rest was not read");
    record::finish(csv::work_of(m_columns, row.cells), {m_path, format, row.line, row.source},
                   csv::first_of(m_columns, row.cells, Column::doi), m_sink);
  }

  record::TextStream m_stream;
  const std::string& m_path;
  Sink& m_sink;
  std::vector<csv::Row> m_before;
  std::vector<Column> m_columns;
  size_t m_width = 0;
};

class CsvReader final : public Reader {
 public:
  std::string_view name() const override { return format; }
  std::string_view description() const override {
    return "CSV and TSV: tables of PubMed, Scopus, Embase, Zotero, Rayyan, ASReview, Covidence and others";
  }

  bool accepts(std::string_view bytes) const override {
    const record::Head decoded(bytes);
    const char separator = csv::separator_of(decoded.text());
    return has_header(decoded.text(), separator) || is_table(decoded.text(), separator);
  }

  void read(Input& input, const std::string& path, Sink& sink) const override {
    FileReader(input, path, sink).run();
  }
};

}  // namespace

const Reader& csv_reader() {
  static const CsvReader reader;
  return reader;
}

}  // namespace evident::read
