// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/plain/lines.hpp"

namespace evident::read::plain {

/// Overwrites what converters of PDF leave of pages (their numbers, "Page 2 of 9", running heads) with
/// blanks, the first of them a form feed, so that all else keeps its place.
void blank_page_furniture(std::string& text);

/// Lines without the blank ones around a form feed where a sentence goes on behind it.
std::vector<Line> without_page_breaks(std::string_view text, const std::vector<Line>& lines);

}  // namespace evident::read::plain
