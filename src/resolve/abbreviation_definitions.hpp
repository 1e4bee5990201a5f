// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace evident::resolve {

/// What a text defines in passing, "alcohol use disorder (AUD)": adds the words by their abbreviation. The
/// first definition stays.
void add_definitions(std::string_view text, std::map<std::string, std::string>& definitions);

}  // namespace evident::resolve
