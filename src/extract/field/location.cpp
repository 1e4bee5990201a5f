// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "extract/field/fields.hpp"
#include "extract/field/scan.hpp"
#include "text/normal.hpp"

namespace evident::extract::field {

namespace {

/// Without words of letters in front, with or without a stop ("Vol.", "no", "pp."), where a number follows
/// them: "S12" and "e1001" are numbers.
std::string_view without_announcement(std::string_view text) {
  constexpr std::string_view around = " \t\r\n,;:.()[]/";
  text = trimmed(text, around);
  constexpr std::array<std::string_view, 32> words{
      "volume", "vol",    "v",    "bd",    "band",    "tome",      "tomo",      "tom",          "t",
      "number", "no",     "nr",   "num",   "n",       "n\xC2\xB0", "n\xC2\xBA", "\xE2\x84\x96", "issue",
      "iss",    "heft",   "h",    "pages", "page",    "pags",      "pp",        "pag",          "seiten",
      "seite",  "numero", "fasc", "jg",    "jahrgang"};
  for (;;) {
    size_t end = 0;
    while (end < text.size() && !is_blank(text[end]) && text[end] != '.' && text[end] != ':' &&
           !is_digit(text[end]))
      ++end;
    if (end == text.size()) break;
    std::string word(text.substr(0, end));
    // "núm." folds to letters, "№" to none.
    if (std::string folded = text::fold(word); !folded.empty()) word = std::move(folded);
    const bool single = word == "p" || (word == "s" && !is_digit(text[end]));
    if (word.empty() || (!single && std::find(words.begin(), words.end(), word) == words.end())) break;
    text = trimmed(text.substr(end), around);
  }
  return text;
}

}  // namespace

std::string number(std::string_view printed) {
  return text::squeeze(without_announcement(printed));
}

std::string pages(std::string_view printed) {
  std::string_view text = without_announcement(printed);
  // "12 p.", "12 pages" is the length of a book and stays as printed.
  if (text.find_first_of("0123456789") == std::string_view::npos && text.size() > 10) return "";
  // What was taken out behind them leaves its marks ("237-243. .»").
  const size_t last = text.find_last_of("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  return text::squeeze(text.substr(0, last == std::string_view::npos ? text.size() : last + 1));
}

std::string page_count(std::string_view printed) {
  constexpr std::array<std::string_view, 12> words{
      "p",      "pp",      "pag",    "pags", "pages",          "s",
      "seiten", "paginas", "pagine", "str",  "p\xC3\xA1ginas", "sivua"};
  const std::string_view text = trimmed(printed, " \t\r\n,;:.()[]");
  const size_t digits_end = text.find_last_of("0123456789") + 1;  // 0 where there are none
  size_t start = digits_end;
  while (start > 0 && is_digit(text[start - 1])) --start;
  constexpr size_t most_digits = 4;
  if (start == digits_end || digits_end - start > most_digits || digits_end == text.size()) return "";
  const std::string unit = text::fold(text.substr(digits_end));
  if (std::none_of(words.begin(), words.end(), [&](auto word) { return text::fold(word) == unit; }))
    return "";
  // Before the number stand at most the pages that are counted in Roman numbers.
  if (text.substr(0, start).find_first_not_of("ivxlcIVXLC ,+p.") != std::string_view::npos) return "";
  return std::string(text.substr(start, digits_end - start));
}

}  // namespace evident::extract::field
