// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace evident::read::wikitext {

/// The heading of a list of works, in any of the larger languages.
bool is_literature(std::string_view heading);

/// The heading of links that lead away from the subject: "External links", "See also".
bool is_about_elsewhere(std::string_view heading);

}  // namespace evident::read::wikitext
