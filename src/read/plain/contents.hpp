// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "read/plain/lines.hpp"

namespace evident::read::plain {

/// Makes the lines of a table of contents blank ("Contents", "1 Uses", "1.1 By mouth", "2 References"), so
/// that none is taken for a heading; where they stood, in order.
std::vector<Span> take_contents(std::string_view text, std::vector<Line>& lines);

}  // namespace evident::read::plain
