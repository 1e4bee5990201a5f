// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "read/pdf/page_lines.hpp"

namespace evident::read::pdf {

/// The lines of a printed reference list.
struct EntryLines {
  std::vector<size_t> starts;  ///< the first line of each entry
  size_t end = 0;              ///< the line behind the list
};

/// Bytes of an entry's number with what encloses it ("12.", "[12]", "12"); 0 where the line begins with none.
size_t label_at(std::string_view line, long& number);

/// Takes a reference list apart that begins at a line: by its numbers, else by hanging indents and gaps.
EntryLines entry_lines(std::string_view drawn, const std::vector<PageLine>& lines, size_t first);

}  // namespace evident::read::pdf
