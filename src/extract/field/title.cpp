// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "extract/field/bodies.hpp"
#include "extract/field/fields.hpp"
#include "extract/field/scan.hpp"
#include "text/normal.hpp"

namespace evident::extract::field {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> quotes{
    {{"\"", "\""},
     {"'", "'"},
     {"\xE2\x80\x9C", "\xE2\x80\x9D"},
     {"\xE2\x80\x98", "\xE2\x80\x99"},
     {"\xC2\xAB", "\xC2\xBB"},
     {"\xE2\x80\x9E", "\xE2\x80\x9C"},
     {"``", "''"}}};

std::string_view without_stop(std::string_view text) {
  text = trimmed(text, " \t,;:");
  while (text.size() > 1 && text.back() == '.' && text[text.size() - 2] != '.') text.remove_suffix(1);
  return text;
}

/// Quotes that stand around the whole, not around a word at each end.
std::string_view without_quotes(std::string_view text) {
  for (const auto& [open, close] : quotes) {
    if (!text.starts_with(open)) continue;
    const bool closed = text.size() > open.size() + close.size() && text.ends_with(close);
    const std::string_view inside =
        text.substr(open.size(), text.size() - open.size() - (closed ? close.size() : 0));
    if (inside.find(open) == std::string_view::npos &&
        (closed || inside.find(close) == std::string_view::npos))
      return without_stop(inside);
  }
  return text;
}

/// Stops and commas that parted what was taken out behind the name ("Ther.. . ." of "Ther.. doi:10.1.
/// PMID 1.").
std::string_view without_lone_marks(std::string_view text) {
  const auto is_mark = [](char c) { return c == '.' || c == ',' || c == ';' || is_blank(c); };
  while (text.size() > 1 && is_mark(text.back()) && is_mark(text[text.size() - 2])) text.remove_suffix(1);
  return text;
}

/// A bracket that lost its other half.
std::string_view without_half_bracket(std::string_view text) {
  if (text.ends_with(')') && text.find('(') == std::string_view::npos) text.remove_suffix(1);
  if (text.starts_with('(') && text.find(')') == std::string_view::npos) text.remove_prefix(1);
  return text;
}

/// "J Examples DOI": the label of an identifier that was taken out, or that a link bore.
std::string_view without_label(std::string_view text, bool after_blank) {
  for (std::string_view label : {"DOI", "doi", "Doi"}) {
    if (!text.ends_with(label) || text.size() <= label.size() + 1) continue;
    const std::string_view before = text.substr(0, text.size() - label.size());
    const std::string_view words = trimmed(before, " \t,;:");
    const bool stopped = words.size() < before.size() - 1 || words.ends_with('.') || words.ends_with(')');
    if (before.ends_with(' ') && (after_blank || stopped)) return words;
  }
  return text;
}

}  // namespace

std::string title(std::string_view printed) {
  const std::string_view words = without_lone_marks(without_stop(printed));
  return text::squeeze(without_quotes(without_stop(without_label(without_stop(words), false))));
}

std::string container(std::string_view printed) {
  std::string_view text = trimmed(printed, " \t,;:/");
  // French entries part authors and title by a dash.
  for (const std::string_view dash : {"\xE2\x80\x93 ", "\xE2\x80\x94 ", "- "}) {
    if (text.starts_with(dash)) text.remove_prefix(dash.size());
  }
  text = without_quotes(without_label(text, true));
  constexpr std::array<std::string_view, 8> announcing{"In: ", "in: ",  "In ", "in ",
                                                       "En: ", "dans ", "In:", "In, "};
  for (std::string_view word : announcing) {
    if (!text.starts_with(word)) continue;
    text = trimmed(text.substr(word.size()), " \t,;:");
    break;
  }
  constexpr std::array<std::string_view, 6> closing{", vol", ", Vol", " vol.", " v.", " Vol.", " Bd."};
  for (std::string_view end : closing) {
    if (text.ends_with(end)) text.remove_suffix(end.size());
  }
  text = without_lone_marks(trimmed(text, " \t,;:"));
  // "J Biol Chem.", "U.S. FDA." end a sentence; the last stop of "J. Biol. Chem." belongs to the name.
  const std::string_view words = text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
  if (words.find('.') == std::string_view::npos || is_acronym(words.substr(words.rfind(' ') + 1)))
    text = words;
  return text::squeeze(without_half_bracket(text));
}

std::string publisher(std::string_view printed) {
  std::string_view text = trimmed(printed, " \t\r\n.,;:/");
  // "(New York", "[Geneva]": brackets around the whole, or a half of them.
  for (const auto& [open, close] : {std::pair{'(', ')'}, std::pair{'[', ']'}}) {
    if (text.starts_with(open) && (text.ends_with(close) || text.find(close) == std::string_view::npos))
      text = trimmed(text.substr(1), " .,;:)]");
    if (text.ends_with(close) && text.find(open) == std::string_view::npos) text.remove_suffix(1);
  }
  return text::squeeze(text);
}

}  // namespace evident::extract::field
