// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace evident::text {

/// The end of the run of bracketed citation markers that starts at `offset`: "[3]", "[1][2]", "[5],[7]",
/// "[5-8, 11]", "[a]",
/// "[note 2]", "[citation needed]". Returns `offset` where there is none.
size_t skip_bracket_marks(std::string_view text, size_t offset);

/// The end of numbers that were superscripts before the mark-up was lost: "4", "11 12", "5,7", "3–5", and
/// real superscript digits. Returns `offset` where what starts there cannot be one (numbers of more than
/// three digits, decimals, words).
size_t skip_superscript_marks(std::string_view text, size_t offset);

}  // namespace evident::text
