// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "read/pdf/page_lines.hpp"

namespace evident::read::pdf {

/// Lines that are one piece of text: a paragraph (also across columns and pages), a heading, one entry of the
/// reference list, the rows of a table.
struct Passage {
  std::vector<PageLine> lines;
  bool table = false;  ///< each line is a row
  bool entry = false;  ///< of a reference list
};

/// Puts the lines of a text together. A caption, footnote or table that stands between two parts of a
/// paragraph comes behind it.
std::vector<Passage> passages(std::string_view drawn, const std::vector<PageLine>& lines);

}  // namespace evident::read::pdf
