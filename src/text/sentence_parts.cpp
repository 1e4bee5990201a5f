// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentence_parts.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/normal.hpp"

namespace evident::text {

namespace {

constexpr size_t longest_word = 48;  // words are looked at this far, which keeps the time linear

/// Names of genes and such start in lower case: "p53", "mRNA", "c-Myc". So do list items: "ii)".
Next lower_kind(std::string_view text, std::string_view word, size_t end) {
  if (word.size() <= 4 && byte_at(text, end) == ')') return Next::name_like;
  const bool mixed = std::any_of(word.begin(), word.end(), [](char c) { return is_digit(c) || is_upper(c); });
  const bool hyphened = word.size() <= 3 && byte_at(text, end) == '-' &&
                        (is_upper(byte_at(text, end + 1)) || is_digit(byte_at(text, end + 1)));
  return mixed || hyphened ? Next::name_like : Next::lower;
}

}  // namespace

size_t blank_size(std::string_view text, size_t offset) {
  if (offset >= text.size()) return 0;
  const char first = text[offset];
  if (first == ' ' || (first >= '\t' && first <= '\r')) return 1;
  if (!is_high(first)) return 0;
  size_t end = offset;
  return u_isUWhiteSpace(static_cast<UChar32>(next_code_point(text, end))) ? end - offset : 0;
}

size_t skip_blanks(std::string_view text, size_t offset) {
  while (const size_t size = blank_size(text, offset)) offset += size;
  return offset;
}

size_t stop_size(std::string_view text, size_t offset) {
  const char c = text[offset];
  if (c == '.' || c == '!' || c == '?') return 1;
  if (!is_high(c)) return 0;
  const std::string_view three = text.substr(offset, 3);
  // … 。 ． ！ ？
  for (const std::string_view stop :
       {"\xE2\x80\xA6", "\xE3\x80\x82", "\xEF\xBC\x8E", "\xEF\xBC\x81", "\xEF\xBC\x9F"}) {
    if (three == stop) return 3;
  }
  return 0;
}

std::string_view word_before(std::string_view text, size_t from, size_t end) {
  size_t start = end;
  while (start > from && end - start < longest_word) {
    const char c = text[start - 1];
    if (!is_letter(c) && !is_digit(c) && !is_high(c) && c != '.' && c != '\'') break;
    --start;
  }
  return text.substr(start, end - start);
}

Following look_at(std::string_view text, size_t offset) {
  if (offset >= text.size()) return {};
  Following out;
  size_t start = offset;
  const char first = text[offset];
  size_t after = offset;
  const char32_t c = next_code_point(text, after);
  const bool opens = c == '"' || c == '\'' || c == '`' || c == '(' || c == '[' || c == '{' || c == 0x201C ||
                     c == 0x2018 || c == 0xAB || c == '_' || c == 0xBF || c == 0xA1;
  if (opens) start = after;
  size_t end = start;
  while (end < text.size() && end - start < longest_word &&
         (is_letter(text[end]) || is_digit(text[end]) || text[end] == '\'')) {
    ++end;
  }
  out.word = text.substr(start, end - start);
  if (opens) {
    out.kind = Next::opener;
  } else if (is_upper(first)) {
    out.kind = Next::upper;
  } else if (is_digit(first)) {
    out.kind = Next::digit;
  } else if (is_lower(first)) {
    out.kind = lower_kind(text, out.word, end);
  } else if (is_high(first)) {
    const auto code = static_cast<UChar32>(c);
    const bool greek = c >= 0x391 && c <= 0x3C9;
    const bool plain_lower = u_islower(code) && !greek;
    out.kind = plain_lower ? Next::lower : u_isalpha(code) && !greek ? Next::upper : Next::name_like;
    if (u_ispunct(code))
      out.kind = c == 0x2026 || (c >= 0x2010 && c <= 0x2015) ? Next::other : Next::name_like;
  } else {
    out.kind =
        std::string_view("*+#$%<~").find(first) != std::string_view::npos ? Next::name_like : Next::other;
  }
  return out;
}

Stops read_stops(std::string_view text, size_t offset, size_t size) {
  Stops stops;
  size_t at_offset = offset;
  while (size != 0) {
    const char c = text[at_offset];
    if (c == '.') ++stops.dots;
    if (c == '!' || c == '?') stops.strong = true;
    if (size == 3) (text[at_offset] == '\xE2' ? stops.ellipsis : stops.strong) = true;
    at_offset += size;
    stops.end = at_offset;
    if (at_offset >= text.size()) break;
    size = stop_size(text, at_offset);
    if (size == 0 && c == '.' && byte_at(text, at_offset) == ' ' && byte_at(text, at_offset + 1) == '.' &&
        !is_digit(byte_at(text, at_offset + 2)) && !is_letter(byte_at(text, at_offset + 2))) {
      ++at_offset;
      size = 1;
      stops.spaced = true;
    }
  }
  if (stops.dots >= 3) stops.ellipsis = true;
  return stops;
}

bool is_list_label(std::string_view text, size_t offset) {
  size_t letters = 0;
  bool any = false;
  for (size_t end = offset; end < text.size() && end - offset < 16;) {
    const char32_t c = next_code_point(text, end);
    if (c == ')') return any;
    const bool letter = c < 0x80 && (is_letter(static_cast<char>(c)) || is_digit(static_cast<char>(c)));
    letters = letter ? letters + 1 : 0;
    any = any || letter;
    const bool joins =
        c == ',' || c == '-' || c == ' ' || c == '\'' || c == '/' || (c >= 0x2010 && c <= 0x2015);
    if (letters > 4 || (!letter && !joins)) return false;
  }
  return false;
}

}  // namespace evident::text
