// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/html/block_rules.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "read/plain/boilerplate.hpp"
#include "read/plain/lines.hpp"
#include "text/normal.hpp"

namespace evident::read::html {

namespace {

constexpr size_t longest_teaser = 200;  // bytes of a link that stands alone
constexpr uint32_t longest_item = 80;   // of a list of links, on average
constexpr uint32_t longest_cell = 400;  // of a table of data

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

bool is_link_list(const Survey& survey, xml::SourceNode node) {
  const uint16_t role = node.role();
  if (role != tag::ul && role != tag::ol && role != tag::dl && role != tag::div) return false;
  const uint32_t text = survey.text(node);
  if (text == 0 || survey.linked(node) * 10 < text * 7) return false;
  uint32_t items = 0;
  for (uint16_t item : {tag::li, tag::dd, tag::a}) {
    items = 0;
    node.each_below(item, [&](xml::SourceNode) { ++items; });
    if (items > 0) break;
  }
  return items >= 2 && text / items < longest_item;
}

bool is_layout(const Survey& survey, xml::SourceNode table) {
  if (survey.has(table, sign::layout) || table.descendant(tag::table)) return true;
  for (uint16_t role : {tag::h1, tag::h2, tag::h3}) {
    if (table.descendant(role)) return true;
  }
  if (table.descendant(tag::th) || table.descendant(tag::caption) || table.descendant(tag::thead))
    return false;
  bool long_cell = false;
  table.each_below(tag::td,
                   [&](xml::SourceNode cell) { long_cell = long_cell || survey.text(cell) > longest_cell; });
  return long_cell;
}

bool holds_float(xml::SourceNode node) {
  return node.descendant(tag::table) || node.descendant(tag::figure) || node.descendant(tag::img) ||
         node.descendant(tag::math);
}

bool within_article(xml::SourceNode node) {
  for (node = node.parent(); node; node = node.parent()) {
    if (node.role() == tag::article || node.role() == tag::main || node.role() == tag::section) return true;
  }
  return false;
}

bool is_furniture_text(std::string_view words, uint64_t linked) {
  if (words.size() < longest_teaser && linked * 10 >= words.size() * 8) return true;
  return plain::is_boilerplate_line(words) || plain::is_self_talk(words);
}

bool is_heading_text(std::string_view words) {
  return plain::starts_upper(words) && !plain::ends_sentence(words) &&
         words.find(": ") == std::string_view::npos;
}

bool is_float_label(std::string_view words) {
  constexpr std::array<std::string_view, 17> names{
      "fig",    "figure", "figura", "table",  "tab",     "tabela",    "tabla", "tableau", "quadro",
      "cuadro", "chart",  "box",    "scheme", "grafico", "abbildung", "abb",   "tabelle"};
  const std::string folded = text::fold(words);
  const size_t blank = folded.find(' ');
  if (blank == std::string::npos || folded.size() > blank + 5) return false;
  return std::find(names.begin(), names.end(), folded.substr(0, blank)) != names.end() &&
         std::any_of(folded.begin(), folded.end(), is_digit);
}

bool is_editors_note(std::string_view words) {
  if (words.size() < 6 || words.front() != '[' || words.back() != ']') return false;
  words = words.substr(1, words.size() - 2);
  const bool bare =
      std::none_of(words.begin(), words.end(), [](char c) { return is_digit(c) || c == '[' || c == ','; });
  return bare && (words.find(' ') != std::string_view::npos || words.back() == '?' ||
                  words.find("\xC2\xA0") != std::string_view::npos);
}

}  // namespace evident::read::html
