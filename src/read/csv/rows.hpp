// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "read/record/text_stream.hpp"

namespace evident::read::csv {

/// A row of a table, quotes undone ("" within quotes is one), line breaks in cells kept.
struct Row {
  std::vector<std::string> cells;
  Span source;              ///< line end included
  uint64_t line = 1;        ///< of its first
  bool open_quote = false;  ///< a quotation mark has no end: the row is what stands on its first line
  bool too_large = false;   ///< larger than 64 MiB: the row is its beginning

  bool blank() const;
};

/// The separator of a table, by the first lines: the one of tab, semicolon and comma that parts them into
/// most cells alike.
char separator_of(std::string_view head);

/// Cuts a stream into rows as RFC 4180 has it; memory is bounded by the largest.
class RowReader {
 public:
  RowReader(record::TextStream& stream, char separator) : m_stream(stream), m_separator(separator) {}
  /// How many cells a row should have, where it is known: tells a quotation mark without end from a cell of
  /// several lines.
  void expect(size_t cells) { m_cells = cells; }
  bool next(Row& row);

 private:
  bool is_damaged(const Row& row, size_t size, bool odd) const;

  record::TextStream& m_stream;
  char m_separator;
  size_t m_cells = 0;
  uint64_t m_offset = 0;      // of the stream's text, in decoded bytes
  uint64_t m_open_until = 0;  // a quotation mark before has no partner up to there
};

/// Rows of a text that is at hand; the last one is left out where the text may go on.
std::vector<Row> rows_of(std::string_view text, char separator, size_t at_most);

}  // namespace evident::read::csv
