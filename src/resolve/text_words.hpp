// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/one_of.hpp"

namespace evident::resolve {

/// A word of running text with its punctuation taken off.
struct TextWord {
  std::string_view text;
  std::string folded;
  bool capital = false;
  bool closed = false;  ///< punctuation other than a full stop of an abbreviation follows
  size_t start = 0, end = 0;
};
std::vector<TextWord> text_words(std::string_view text);

/// True where folded words stand in folded text, whole and in that order.
inline bool stands_in(std::string_view part, std::string_view whole) {
  return (" " + std::string(whole) + " ").find(" " + std::string(part) + " ") != std::string::npos;
}

using text::one_of;

}  // namespace evident::resolve
