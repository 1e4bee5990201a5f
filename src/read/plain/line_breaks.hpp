// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "read/plain/lines.hpp"

namespace evident::read::plain {

/// Lines without a blank line between them, those rejoined that hyperlinks or a fixed width broke.
std::vector<Line> rejoin(std::string_view text, const std::vector<Line>& chunk);

/// True where a sentence goes on from one line to the next, as far as these two tell.
bool goes_on(std::string_view before, std::string_view after);
/// The same, told by words alone: a long line that ends without a stop may be a title.
bool goes_on_for_sure(std::string_view before, std::string_view after);

}  // namespace evident::read::plain
