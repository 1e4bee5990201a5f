// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace evident::text {

/// An abbreviation where a text explains it: "alcohol use disorder (AUD)". Both are parts of the text.
struct Definition {
  std::string_view abbreviation;  ///< without the "s" of a plural
  std::string_view meaning;
};

/// All of a text, in order. The rule of Schwartz and Hearst (2003): the letters of the abbreviation stand in
/// its meaning in the same order, the first of them at the beginning of a word.
std::vector<Definition> definitions(std::string_view text);

}  // namespace evident::text
