// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace evident::text {

/// Where the items of lists start that run on within the text: "1. first 2. second", "a) first b) second", "•
/// one • two". Ascending. An item counts when its number follows on from the one before in the same style and
/// the first one stands at the start of the text or of a sentence; a block of short lines without punctuation
/// is a list of its lines.
std::vector<size_t> list_items(std::string_view text);

}  // namespace evident::text
