// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace evident::read::plain {

/// True for the heading of what readers wrote: "Comments (3)", "Leave a reply", "3 thoughts on "Bees"".
bool heads_comments(std::string_view line);

/// What readers wrote below a page becomes boilerplate: all behind the heading of their comments, up to a
/// reference list.
void drop_comments(std::string_view text, std::vector<model::Block>& blocks);

}  // namespace evident::read::plain
