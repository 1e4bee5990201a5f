// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "extract/field/fields.hpp"
#include "extract/field/scan.hpp"

namespace evident::extract::field {

namespace {

/// Where the words of a date that holds the year at `at` begin: "February 2001", "9 Apr 2004", "May-Jun
/// 1977".
size_t date_start(const std::string& text, size_t at) {
  constexpr std::array<std::string_view, 17> words{"jan",    "feb",    "mar",    "apr",  "may",   "jun",
                                                   "jul",    "aug",    "sep",    "oct",  "nov",   "dec",
                                                   "spring", "summer", "autumn", "fall", "winter"};
  size_t start = at;
  for (int i = 0; i < 3; ++i) {
    size_t end = start;
    while (end > 0 && (is_blank(text[end - 1]) || text[end - 1] == ',' || text[end - 1] == '.')) --end;
    size_t word = end;
    while (word > 0 && !is_blank(text[word - 1]) && text[word - 1] != '(') --word;
    std::string lower = text.substr(word, end - word);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    const bool month = std::any_of(words.begin(), words.end(),
                                   [&](std::string_view known) { return lower.starts_with(known); });
    const bool day = !lower.empty() && lower.size() <= 2 && std::all_of(lower.begin(), lower.end(), is_digit);
    if (word == end || (!month && !(day && i > 0))) break;
    start = word;
  }
  return start;
}

}  // namespace

std::string accessed(std::string& rest) {
  for (std::string_view verb : {"retrieved", "accessed", "last accessed", "cited", "viewed"}) {
    for (size_t at = find_word(rest, verb); at != std::string::npos; at = find_word(rest, verb, at + 1)) {
      const size_t year = find_year(rest, at);
      if (year == std::string::npos || year - at > verb.size() + 30) continue;
      size_t end = year + 4;
      // "2009-03-26", "2003 Jan 3"
      while (end < rest.size() && (is_digit(rest[end]) || rest[end] == '-' || rest[end] == '/')) ++end;
      const std::string words(
          trimmed(std::string_view(rest).substr(at + verb.size(), end - at - verb.size()), " ,:;([on"));
      blank_out(rest, at, end);
      return words;
    }
  }
  return "";
}

std::optional<PrintedDate> date(const std::string& rest) {
  // A year in brackets is the date in most styles; the first one that is only a date counts.
  for (size_t open = rest.find('('); open != std::string::npos; open = rest.find('(', open + 1)) {
    const size_t close = rest.find(')', open);
    if (close == std::string::npos || close - open > 40) continue;
    const size_t year = find_year(rest, open);
    if (year == std::string::npos || year > close) continue;
    return PrintedDate{year_at(rest, year),
                       std::string(trimmed(std::string_view(rest).substr(open + 1, close - open - 1))),
                       {open, close + 1},
                       true};
  }
  // Else the last year before a volume ("2001;13", "2004 Apr 5;"), else the last that is no page range.
  std::optional<PrintedDate> found;
  for (size_t year = find_year(rest); year != std::string::npos; year = find_year(rest, year + 4)) {
    const size_t after = year + 4;
    if (dash_length(rest, after) > 0 && after + 1 < rest.size() &&
        is_digit(rest[after + dash_length(rest, after)]) && rest.compare(year + 4, 3, "-0") != 0 &&
        rest.compare(year + 4, 2, "-1") != 0) {
      continue;
    }
    if (year > 0 && (dash_length(rest, year - 1) > 0 || rest[year - 1] == ':')) continue;
    size_t end = after;
    while (end < rest.size() && (is_digit(rest[end]) || rest[end] == '-')) ++end;
    const size_t start = date_start(rest, year);
    PrintedDate candidate{year_at(rest, year),
                          std::string(trimmed(std::string_view(rest).substr(start, end - start))),
                          {start, end},
                          false};
    const size_t semicolon = rest.find(';', end);
    found = candidate;
    if (semicolon != std::string::npos && semicolon - end < 12) break;
  }
  return found;
}

}  // namespace evident::extract::field
