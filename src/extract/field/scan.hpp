// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace evident::extract::field {

// Small scanners that the fields of a printed reference share. Offsets are bytes.

inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
inline bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}
inline bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
inline bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Offset of a word or phrase, ASCII case ignored, not inside a longer word; npos where absent.
size_t find_word(std::string_view text, std::string_view lower_case_word, size_t from = 0);

/// Length of a dash at an offset: "-", or one of the Unicode dashes; 0 where none.
size_t dash_length(std::string_view text, size_t at);

/// A four-digit year (1600-2099) that is no part of a longer number, at or after an offset; npos where none.
size_t find_year(std::string_view text, size_t from = 0);
int year_at(std::string_view text, size_t at);

/// Blanks and the given punctuation taken off both ends.
std::string_view trimmed(std::string_view text, std::string_view punctuation = " \t\r\n,;:.");

/// Blanks out a part of a text, so that later fields do not see it.
void blank_out(std::string& text, size_t start, size_t end);

/// Blanks out a part with the brackets around it, and the mark behind it where one stands before it too
/// (". S2CID 1."); returns the part.
std::string take_part(std::string& text, size_t start, size_t end);

}  // namespace evident::extract::field
