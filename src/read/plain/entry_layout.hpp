// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "read/plain/lines.hpp"

namespace evident::read::plain {

/// How a list without numbers shows where its entries open: by indents or by blank lines, where it has
/// either, and by the words of its lines where it has none.
class EntryLayout {
 public:
  /// The lines of the list, blank ones and furniture left out.
  EntryLayout(std::string_view text, const std::vector<Line>& lines, const std::vector<size_t>& list);

  /// True where a line opens an entry. `entry` is the text of the one above it, `dated` where that has its
  /// date; `paragraph` where a blank line stands between.
  bool opens(size_t index, std::string_view entry, bool dated, bool paragraph) const;

 private:
  std::string_view line(size_t index) const { return cut(m_text, m_lines[index].span); }
  uint64_t indent(size_t index) const;
  void find_indent(const std::vector<size_t>& list);
  void find_paragraphs(const std::vector<size_t>& list);
  void find_wrapping(const std::vector<size_t>& list);

  std::string_view m_text;
  const std::vector<Line>& m_lines;
  std::optional<uint64_t> m_opening;  ///< indent of the lines that open entries, where others have another
  bool m_paragraphs = false;          ///< blank lines stand between entries, and nowhere else
  bool m_wrapped = false;             ///< lines are broken inside entries
  bool m_dates_first = false;         ///< the date stands behind the authors, so that it does not tell an end
};

}  // namespace evident::read::plain
