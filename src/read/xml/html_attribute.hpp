// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace evident::read::xml {

struct HtmlAttribute {
  std::string_view name;
  std::string_view value;  ///< undecoded, without quotes; empty where there is none
};

/// Reads the attribute that begins at `at` or behind blanks there, quoted or not, with a value or without,
/// and moves `at` behind it. False where the tag ends: `at` is then at its ">" (or "/" before that), at a "<"
/// that can only begin another tag, or at the text's end. A quote that is never closed ends with the tag.
bool next_html_attribute(std::string_view text, size_t& at, HtmlAttribute& out);

bool equal_ignoring_case(std::string_view left, std::string_view right);  ///< of ASCII

}  // namespace evident::read::xml
