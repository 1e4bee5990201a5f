// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "extract/field/fields.hpp"
#include "extract/field/scan.hpp"
#include "model/printed_date.hpp"
#include "text/normal.hpp"

namespace evident::extract::field {

namespace {

/// Words that tell a date of access, in lower case. Those that hold others go before them.
constexpr auto access_words = std::to_array<std::string_view>(
    {"last accessed",   "retrieved",         "accessed",       "cited",
     "viewed",          "zuletzt abgerufen", "abgerufen",      "zuletzt besucht",
     "letzter zugriff", "zugriff",           "page consultée", "consultée",
     "consulté",        "fecha de consulta", "consultado",     "consultada",
     "data de acesso",  "acesso em",         "acessado em",    "acedido em",
     "ultimo accesso",  "consultato",        "geraadpleegd"});

/// The end of a month and a day behind a year ("2012 Mar 3]"); `at` where none stand there.
size_t month_and_day_end(std::string_view text, size_t at) {
  const auto word_end = [&](size_t from, auto belongs) {
    while (from < text.size() && belongs(text[from])) ++from;
    return from;
  };
  const size_t start = word_end(at, is_blank);
  const size_t month = word_end(start, is_letter);
  if (start == at || month == start || model::month(text.substr(start, month - start)) == 0) return at;
  const size_t day = word_end(word_end(month, [](char c) { return c == '.' || is_blank(c); }), is_digit);
  const size_t end = day > month && is_digit(text[day - 1]) ? day : month;
  return end == text.size() || std::string_view("].;,)").find(text[end]) != std::string_view::npos ? end : at;
}

}  // namespace

std::string accessed(std::string& rest) {
  for (std::string_view verb : access_words) {
    for (size_t at = find_word(rest, verb); at != std::string::npos; at = find_word(rest, verb, at + 1)) {
      const size_t year = find_year(rest, at);
      if (year == std::string::npos || year - at > verb.size() + 30) continue;
      size_t end = year + 4;
      // "2009-03-26", "2003 Jan 3"
      while (end < rest.size() && (is_digit(rest[end]) || rest[end] == '-' || rest[end] == '/')) ++end;
      end = month_and_day_end(rest, end);
      std::string_view words =
          trimmed(std::string_view(rest).substr(at + verb.size(), end - at - verb.size()), " ,:;([");
      for (std::string_view preposition : {"on ", "am ", "le ", "el ", "em ", "il ", "op ", "den "}) {
        if (words.starts_with(preposition)) words = trimmed(words.substr(preposition.size()), " ,:;([");
      }
      std::string told(words);
      blank_out(rest, at, end);
      return told;
    }
  }
  return "";
}

PrintedDate date(std::string_view printed) {
  PrintedDate date;
  const std::string_view text = trimmed(printed, " \t,;:.()[]");
  if (const size_t year = find_year(text); year != std::string_view::npos) date.year = year_at(text, year);
  // "Oct2016": a blank was lost.
  for (size_t at = 1; at + 4 <= text.size() && date.year == 0; ++at) {
    if (is_letter(text[at - 1]) && find_year(text.substr(at)) == 0) date.year = year_at(text, at);
  }
  date.printed = text::squeeze(text);
  return date;
}

}  // namespace evident::extract::field
