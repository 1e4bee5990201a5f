// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace evident::read::plain {

// What a single line looks like.

size_t count_words(std::string_view line);

/// Short enough for a heading.
bool is_short(std::string_view line);

bool is_bullet(std::string_view line);

/// A piece of a sentence, as search results print it: "... of bees".
bool is_snippet(std::string_view line);

/// "Half-life: 40 minutes", "Type<tab>Small molecule": a line of a data sheet.
bool is_label_value(std::string_view line);

/// The words with every number as "#", so that the heads of pages are alike but for their numbers.
std::string shape_of(std::string_view line);

/// True where a statement of so many words ends inside the line; "What helps? A review" and "2. St. John"
/// hold none.
bool holds_statement(std::string_view line, size_t least_words = 3);

/// True where a bracket is open at the end of the line: "by 36% (", "as was shown [4-".
bool leaves_bracket_open(std::string_view line);

}  // namespace evident::read::plain
