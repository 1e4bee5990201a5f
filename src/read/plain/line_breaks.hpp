// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "read/plain/lines.hpp"

namespace evident::read::plain {

/// Lines without a blank line between them, those rejoined that hyperlinks or a fixed width broke.
std::vector<Line> rejoin(std::string_view text, const std::vector<Line>& chunk);

}  // namespace evident::read::plain
