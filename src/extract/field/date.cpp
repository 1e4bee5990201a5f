// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/field/fields.hpp"
#include "extract/field/scan.hpp"
#include "text/normal.hpp"

namespace evident::extract::field {

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

PrintedDate date(std::string_view printed) {
  PrintedDate date;
  const std::string_view text = trimmed(printed, " \t,;:.()[]");
  if (const size_t year = find_year(text); year != std::string_view::npos) date.year = year_at(text, year);
  date.printed = text::squeeze(text);
  return date;
}

}  // namespace evident::extract::field
