// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace evident::extract {

/// A piece of text as the reader of figures sees it: a number, a word or one sign.
struct FigureToken {
  enum class Kind { number, word, sign } kind = Kind::sign;
  std::string text;  ///< a word in lower case; a sign with its variants made one ("–" is "-", "≤" is "<")
  double value = 0;  ///< of a number, digits or words
  bool decimal = false;   ///< printed with a decimal point
  bool spelt = false;     ///< printed as words
  bool attached = false;  ///< a digit or letter stands before it without a gap ("C10", "GABA2")
  size_t start = 0, end = 0;
};

std::vector<FigureToken> figure_tokens(std::string_view text);

}  // namespace evident::extract
