// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace evident::extract::parsing {

enum class TokenKind : uint8_t { word, digits, mark };

/// A run of letters, a run of digits, or one other character that is no blank.
struct Token {
  Span span;  ///< bytes in the text
  TokenKind kind = TokenKind::mark;
  bool after_blank = false;
  std::string lower;  ///< a word in lower case; digits and marks as they stand
  std::string shape;  ///< "Xx", "X", "x", "XX", "xX"; "0".."00000" of digits; of a mark, itself
};

/// The tokens of a printed reference, in order. Every byte that is no blank is in one of them.
std::vector<Token> tokens(std::string_view text);

}  // namespace evident::extract::parsing
