// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "eval/jats_sample.hpp"
#include "eval/marked_text.hpp"

namespace evident::eval {

/// How a plain text prints its markers.
enum class Print {
  one_bracket,     ///< "[1,3-5]"
  many_brackets,   ///< "[1][3][4][5]"
  superscript,     ///< "¹,³⁻⁵"
  parentheses,     ///< "(1,3-5)"
  author_and_year  ///< as the article prints them itself, the list without numbers
};

/// The body of an article as plain text with its reference list: headings and paragraphs, without tables and
/// captions. nullopt where it cites nothing, or nothing by name and year where that is asked for.
std::optional<MarkedText> plain_twin(const JatsArticle& article, Print print);

}  // namespace evident::eval
