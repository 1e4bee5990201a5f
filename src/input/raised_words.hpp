// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "input/page_layout.hpp"

namespace evident {

/// Small numbers that are raised above the word they stand at ("mood" and "4, 5") become superscript digits
/// of that word; other raised and lowered words are put on its base line. Words without letters are dropped.
void attach_raised(std::vector<PageWord>& words);

}  // namespace evident
