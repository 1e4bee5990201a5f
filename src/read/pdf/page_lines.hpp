// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace evident::read::pdf {

/// A printed line of the drawn text (input/page_layout.hpp says how pages are drawn).
struct PageLine {
  Span span;                ///< its words, without blanks at the ends
  uint32_t page = 0;        ///< 0-based
  uint32_t indent = 0;      ///< blanks before it
  bool gap_before = false;  ///< an empty line, or the end of a page, stands before it
};

/// Where each page begins.
std::vector<uint64_t> page_starts(std::string_view drawn);

/// The lines that belong to the text: running heads and feet, page numbers and line numbers are left out.
std::vector<PageLine> page_lines(std::string_view drawn);

}  // namespace evident::read::pdf
