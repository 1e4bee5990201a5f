// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/plain/lines.hpp"

namespace evident::read::plain {

struct Entry {
  size_t first_line = 0;
  size_t last_line = 0;  ///< inclusive
  Span span;
  std::string label;    ///< number as printed; empty in a list without numbers
  bool remark = false;  ///< a note that cites nothing
  Span links = {};      ///< names of links behind it: on its lines, but no part of it
};

/// The entries of every reference list, in order: numbered ("1. ^ ...", "[1] ...", "1) ..."), or under a
/// heading of their own. Entries may share a line. Where "^" alone opens them, their place is their number;
/// so it is where the numbers of a list are lost and all of them stand in markers.
std::vector<Entry> find_references(std::string_view text, const std::vector<Line>& lines);

/// True for the heading of a reference list.
bool is_reference_heading(std::string_view line);

}  // namespace evident::read::plain
