// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "read/wikitext/markup.hpp"

namespace evident::read::wikitext {

enum class LineKind : uint8_t {
  blank,
  text,
  heading,
  list_item,
  rule,         ///< "----"
  table_start,  ///< "{|"
  table_row,    ///< "|-"
  table_caption,
  table_cells,  ///< "|" or "!"
  table_end
};

/// A line of a page, or several where what begins in it (a template, a footnote) ends in another.
struct Line {
  LineKind kind = LineKind::text;
  int level = 0;  ///< of a heading; how many tables a table_end ends; 1 for cells that are headings
  Range range;    ///< without the signs that make it what it is
};

struct Outline {
  std::vector<Line> lines;
  std::vector<uint32_t> unclosed_tables;  ///< where they begin
};

/// The lines of a range. A table without end lasts to the first blank line behind which no row follows.
Outline outline_of(const Markup& markup, Range range);

}  // namespace evident::read::wikitext
