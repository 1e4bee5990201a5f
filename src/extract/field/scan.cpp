// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/field/scan.hpp"

#include <algorithm>

namespace evident::extract::field {

namespace {
char lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
}  // namespace

size_t find_word(std::string_view text, std::string_view word, size_t from) {
  if (word.empty()) return std::string_view::npos;
  for (size_t at = from; at + word.size() <= text.size(); ++at) {
    if (lower(text[at]) != word[0]) continue;
    if (at > 0 && is_letter(text[at - 1]) && is_letter(word[0])) continue;
    const size_t end = at + word.size();
    if (end < text.size() && is_letter(text[end]) && is_letter(word.back())) continue;
    if (std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                   [](char want, char got) { return want == lower(got); })) {
      return at;
    }
  }
  return std::string_view::npos;
}

size_t dash_length(std::string_view text, size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '-') return 1;
  // U+2010 to U+2015 and U+2212
  if (text.substr(at, 2) == "\xE2\x80" && at + 2 < text.size() && text[at + 2] >= '\x90' &&
      text[at + 2] <= '\x95')
    return 3;
  return text.substr(at, 3) == "\xE2\x88\x92" ? 3 : 0;
}

size_t find_year(std::string_view text, size_t from) {
  for (size_t at = from; at + 4 <= text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const int year = end - at == 4 ? year_at(text, at) : 0;
    if (year >= 1600 && year < 2100 && (at == 0 || !is_letter(text[at - 1]))) return at;
    at = end - 1;
  }
  return std::string_view::npos;
}

int year_at(std::string_view text, size_t at) {
  int year = 0;
  for (size_t i = at; i < at + 4 && i < text.size(); ++i) year = 10 * year + (text[i] - '0');
  return year;
}

std::string_view trimmed(std::string_view text, std::string_view punctuation) {
  const size_t start = text.find_first_not_of(punctuation);
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(punctuation) - start + 1);
}

void blank_out(std::string& text, size_t start, size_t end) {
  std::fill(text.begin() + static_cast<std::ptrdiff_t>(start),
            text.begin() + static_cast<std::ptrdiff_t>(std::min(end, text.size())), ' ');
}

std::string take_part(std::string& text, size_t start, size_t end) {
  const std::string_view marks = ".,;";
  std::string part = text.substr(start, end - start);
  if (start > 0 && end < text.size() &&
      ((text[start - 1] == '[' && text[end] == ']') || (text[start - 1] == '(' && text[end] == ')')))
    --start, ++end;
  const size_t before = start == 0 ? std::string::npos : text.find_last_not_of(" \t\r\n", start - 1);
  const bool marked = before == std::string::npos || marks.find(text[before]) != std::string_view::npos;
  if (marked && end < text.size() && marks.find(text[end]) != std::string_view::npos) ++end;
  blank_out(text, start, end);
  return part;
}

}  // namespace evident::extract::field
