// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace evident::read::xml {

/// Where the root element begins: behind a byte order mark and the declarations, instructions and comments
/// that may stand before it. The size of the text where nothing else is in it.
size_t behind_prolog(std::string_view text);

/// The name of the start tag that a text begins with; empty where it begins with none.
std::string_view first_tag_name(std::string_view text);

}  // namespace evident::read::xml
