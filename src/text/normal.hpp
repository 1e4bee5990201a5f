// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace evident::text {

/// Runs of white space (also U+00A0 and the other Unicode spaces) as one blank each, none at the ends.
std::string squeeze(std::string_view text);

/// The form in which names and titles are compared: lower case, without accents (NFKD, marks dropped; ß=ss,
/// ø=o, æ=ae, Greek letters spelt out), dashes and quotes as ASCII, everything but letters and digits as
/// single blanks.
std::string fold(std::string_view text);

/// Letters and the accents behind them as one character where there is one (NFC).
std::string compose(std::string_view text);

/// fold(), split at the blanks.
std::vector<std::string> fold_words(std::string_view text);

/// Decodes one code point at `offset` and moves it on; U+FFFD for an invalid byte. REQUIRES offset <
/// text.size().
char32_t next_code_point(std::string_view text, size_t& offset);

/// Appends a code point as UTF-8.
void append_utf8(std::string& out, char32_t code_point);

/// Columns a terminal needs for the text (East Asian wide = 2, combining = 0).
size_t display_width(std::string_view text);

/// True for function words of English that carry no meaning for matching ("the", "of", "with").
bool is_stop_word(std::string_view folded_word);

}  // namespace evident::text
