// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace evident::resolve {

/// True where two folded words are not the same, but differ by one letter more, less or other, or by two that
/// changed places. Words shorter than `least` may be two words: they are none.
bool is_slip(std::string_view left, std::string_view right, size_t least);

/// "123" of "123-30", "s5" of "S5-7": what tells one page from another.
std::string first_page(std::string_view pages);

}  // namespace evident::resolve
