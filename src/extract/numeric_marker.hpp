// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace evident::extract {

/// A number or a list of numbers that may point to entries of a reference list.
struct NumericMarker {
  Span span;                 ///< with brackets
  std::vector<int> numbers;  ///< ranges expanded, no duplicates, as printed
  bool several = false;      ///< a list or a range within one pair of brackets
  bool ascending = true;
  bool worded = false;   ///< "[see 3]": may stand among markers of any style, and shows none
  bool indexes = false;  ///< no citation: glued to a symbol, "F[1,12]", an interval or the spread of a
                         ///< figure, "24 (21-27)", or the number of an item, "first: (1) bees, (2) wasps"
};

/// "[3]", "[3,5-7]".
std::vector<NumericMarker> bracket_markers(std::string_view text);
/// "(3)", "(3, 5-7)".
std::vector<NumericMarker> parenthesis_markers(std::string_view text);
/// Unicode superscript digits that follow a word or a punctuation mark; units and powers are left out.
std::vector<NumericMarker> superscript_markers(std::string_view text);
/// Digits that stand where a superscript lost its raising: "depression.4 Later", "mood,5,6 and".
std::vector<NumericMarker> lost_superscripts(std::string_view text);

}  // namespace evident::extract
