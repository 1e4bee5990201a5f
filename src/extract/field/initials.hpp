// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace evident::extract::field {

/// "GM", "G. M.", "J-P", "A": capitals with stops, dashes and blanks between, nothing else.
bool are_initials(std::string_view text);

/// "GM" of "G. M.".
std::string initials_of(std::string_view text);

/// Initials of full given names: "Roger Edward" gives "RE".
std::string first_letters(std::string_view names);

}  // namespace evident::extract::field
