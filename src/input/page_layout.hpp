// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace evident {

/// A word of a printed page and where it stands; points, the origin at the top left.
struct PageWord {
  double left = 0, top = 0, right = 0, bottom = 0;
  double size = 0;  ///< of its font
  bool bold = false;
  bool space_after = false;  ///< the next word of its line is another word
  std::string text;          ///< UTF-8
};

/// Words on one base line, from left to right.
struct PageRow {
  std::vector<PageWord> words;
  double left = 0, top = 0, right = 0, bottom = 0;
  double base = 0;  ///< of the letters
  double size = 0;  ///< of the font that most of its letters have
  bool bold = false;
};

/// Rows that are read one after the other without a jump.
using PageColumn = std::vector<PageRow>;

/// The columns of a page in the order of reading: what spans the page first, then below it the left column
/// before the right one, and so on; footnotes of a column that goes on elsewhere behind the text of the page.
/// Numbers that are raised above their line become superscript digits of the word they stand at.
std::vector<PageColumn> columns_of(std::vector<PageWord> words);

/// The columns as text: a line for each row, an empty line for a gap, a change of the font's size and a new
/// column, blanks for an indent, and a tab for a gap inside a row.
std::string drawn(const std::vector<PageColumn>& columns);

}  // namespace evident
