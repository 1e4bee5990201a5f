// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace evident::read::plain {

// How a text cites, told without its list of references.

/// The greatest number among markers like "[3]" and "[4, 6-8]"; 0 where there are none, or none is for the
/// first entry.
size_t greatest_marker(std::string_view text);

/// True where any marker is of authors and a year: "(Moe et al., 2001)", "Moe et al. (2001)".
bool cites_by_year(std::string_view text);

}  // namespace evident::read::plain
