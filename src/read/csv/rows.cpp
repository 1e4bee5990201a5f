// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/csv/rows.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace evident::read::csv {

namespace {

constexpr size_t largest_row = size_t{64} << 20U;
constexpr size_t longest_second = 8192;

/// Reads one row off the beginning of a text, in steps as the text grows.
class RowParser {
 public:
  /// Quotation marks that are open at a line's end before `open_until` are known to have no partner.
  explicit RowParser(char separator, size_t open_until = 0)
      : m_separator(separator), m_open_until(open_until) {}

  /// Goes on at m_at; true when the row has ended. `last`: no more will come.
  bool step(std::string_view text, bool last) {
    while (m_at < text.size()) {
      const char c = text[m_at];
      const bool line_end = c == '\n' || c == '\r';
      if (m_quoted && line_end && m_at < m_open_until) m_open = true;
      if (m_quoted && !m_open) {
        if (c != '"') {
          m_cell += c;
          ++m_at;
          continue;
        }
        // What follows tells whether it is one of two, the end, or a sign that should have been two.
        if (m_at + 1 == text.size() && !last) return false;
        const char next = m_at + 1 < text.size() ? text[m_at + 1] : '\n';
        ++m_at;
        if (next == '"') {
          m_cell += '"';
          ++m_at;
        } else if (next == m_separator || next == '\n' || next == '\r' || next == ' ') {
          m_quoted = false;
        } else {
          m_quote_at_line =
              m_quote_at_line || (!m_cell.empty() && (m_cell.back() == '\n' || m_cell.back() == '\r'));
          m_cell += '"';
        }
        continue;
      }
      // Excel writes ="0123" for text that looks like a number.
      const bool opens = c == '"' && (m_cell.empty() || m_cell == "=" || only_blanks());
      if (opens) {
        m_cell.clear();
        m_quoted = true;
        ++m_at;
      } else if (c == m_separator) {
        m_cells.push_back(std::exchange(m_cell, {}));
        ++m_at;
      } else if (line_end) {
        if (c == '\r' && m_at + 1 == text.size() && !last) return false;
        m_at += text.substr(m_at).starts_with("\r\n") ? 2 : 1;
        m_cells.push_back(std::exchange(m_cell, {}));
        return true;
      } else {
        m_cell += c;
        ++m_at;
      }
    }
    if (!last) return false;
    m_cells.push_back(std::exchange(m_cell, {}));
    return true;
  }

  size_t size() const { return m_at; }
  bool quoted() const { return m_quoted; }
  /// A quotation mark that closes nothing begins a line within a cell: it may rather open the next row.
  bool quote_at_line() const { return m_quote_at_line; }
  std::vector<std::string> take() { return std::move(m_cells); }

 private:
  bool only_blanks() const { return m_cell.find_first_not_of(' ') == std::string::npos; }

  char m_separator;
  size_t m_open_until;
  size_t m_at = 0;
  bool m_quoted = false, m_open = false, m_quote_at_line = false;
  std::string m_cell;
  std::vector<std::string> m_cells;
};

}  // namespace

bool Row::blank() const {
  return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) {
    return cell.find_first_not_of(" \t\r\n-") == std::string::npos;
  });
}

std::vector<Row> rows_of(std::string_view text, char separator, size_t at_most) {
  std::vector<Row> rows;
  while (!text.empty() && rows.size() < at_most) {
    RowParser parser(separator);
    if (!parser.step(text, false)) break;
    rows.emplace_back().cells = parser.take();
    text.remove_prefix(parser.size());
  }
  return rows;
}

char separator_of(std::string_view head) {
  char best = ',';
  size_t most = 0;
  for (const char separator : {'\t', ';', ','}) {
    const auto rows = rows_of(head, separator, 20);
    // Rows of as many cells as most of them have; some exports begin with lines of their own.
    std::map<size_t, size_t> counts;
    for (const auto& row : rows) ++counts[row.cells.size()];
    size_t cells = 0, alike = 0;
    for (const auto& [size, count] : counts) {
      if (size > 1 && count * size > alike * cells) {
        cells = size;
        alike = count;
      }
    }
    if (cells * alike <= most) continue;
    most = cells * alike;
    best = separator;
  }
  return best;
}

bool RowReader::next(Row& row) {
  row = {};
  if (m_stream.text().empty() && !m_stream.more()) return false;
  RowParser parser(m_separator, m_open_until > m_offset ? m_open_until - m_offset : 0);
  for (bool last = false; !last && !parser.step(m_stream.text(), false);) {
    last = parser.size() >= largest_row || !m_stream.more();
    if (last) parser.step(m_stream.text(), true);
  }
  size_t size = parser.size();
  row.too_large = size >= largest_row;
  row.open_quote = parser.quoted();
  const bool odd = parser.quote_at_line();
  row.cells = parser.take();
  if (row.open_quote) m_open_until = std::max<uint64_t>(m_open_until, m_offset + size);
  if (row.open_quote || is_damaged(row, size, odd)) {
    RowParser of_line(m_separator, SIZE_MAX);
    of_line.step(m_stream.text(), true);
    size = of_line.size();
    row.too_large = false;
    row.open_quote = true;
    row.cells = of_line.take();
  }
  row.source = m_stream.source(0, size);
  row.line = m_stream.line();
  m_stream.consume(size);
  m_offset += size;
  return true;
}

/// A row of several lines with the wrong number of cells, or with a line that begins with a quotation mark,
/// whose second line makes a row of the right number: the mark that leads over the line's end has lost its
/// partner.
bool RowReader::is_damaged(const Row& row, size_t size, bool odd) const {
  if (m_cells == 0 || (row.cells.size() == m_cells && !odd)) return false;
  const std::string_view text = m_stream.text();
  const size_t line = text.substr(0, size).find_first_of("\r\n");
  if (line == std::string_view::npos || line + 2 >= size) return false;
  RowParser second(m_separator);
  second.step(text.substr(line + (text.substr(line).starts_with("\r\n") ? 2 : 1), longest_second), true);
  return second.take().size() == m_cells;
}

}  // namespace evident::read::csv
