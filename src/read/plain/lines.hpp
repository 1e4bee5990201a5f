// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace evident::read::plain {

/// One line of the text, or several that were rejoined.
struct Line {
  Span span;  ///< without white space at its ends; empty for a blank line
  bool blank() const { return span.empty(); }
};

std::string_view cut(std::string_view text, const Span& span);

/// The span without white space at its ends, Unicode blanks included.
Span trim(std::string_view text, Span span);

std::vector<Line> split_lines(std::string_view text);

/// Lower-case words, split at everything but letters and digits ("we've" gives "we", "ve").
std::vector<std::string> words(std::string_view text);
/// Words with a blank between them.
std::string join(const std::vector<std::string>& words);

/// Length of a citation marker ("[3]", "[3,5-7]") at the offset; 0 where there is none.
size_t marker_at(std::string_view text, size_t offset);

/// True where the text has a citation marker anywhere.
bool has_marker(std::string_view text);

/// True where a line opens with the marker of the sentence before it, perhaps after that one's closing quote.
bool starts_with_marker(std::string_view line);

bool starts_lower(std::string_view line);
bool starts_upper(std::string_view line);

/// True where the last character, closing quotes, brackets and citation markers aside, ends a sentence.
bool ends_sentence(std::string_view line);

/// True where a sentence ends inside the line.
bool several_sentences(std::string_view line);

}  // namespace evident::read::plain
