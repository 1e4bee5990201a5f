// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/html/superscripts.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <string>
#include <string_view>

namespace evident::read::html {

namespace {

constexpr size_t enough_to_show_a_style = 3;
constexpr size_t longest_range = 60;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

/// "1", "[2]", "3,5-7": the numbers; empty where other things stand there.
std::vector<size_t> numbers_of(std::string_view text) {
  std::vector<size_t> numbers;
  bool range = false;
  for (size_t at = 0; at < text.size();) {
    if (is_digit(text[at])) {
      size_t number = 0;
      const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), number);
      if (error != std::errc() || number == 0 || number > 999) return {};
      const size_t last = numbers.empty() ? 0 : numbers.back();
      if (range && (number <= last || number - last > longest_range)) return {};
      for (size_t implied = last + 1; range && implied < number; ++implied) numbers.push_back(implied);
      numbers.push_back(number);
      range = false;
      at = static_cast<size_t>(end - text.data());
    } else if (text[at] == '-' || text.substr(at, 3) == "\xE2\x80\x93" ||
               text.substr(at, 3) == "\xE2\x80\x94") {
      if (numbers.empty() || range) return {};
      range = true;
      at += text[at] == '-' ? 1 : 3;
    } else if (std::string_view(" ,;[]()").find(text[at]) != std::string_view::npos) {
      ++at;
    } else {
      return {};
    }
  }
  return range ? std::vector<size_t>() : numbers;
}

/// What stands before a raised number tells exponents: "10", "m", "kg/m". A year is none.
bool may_be_cited_after(std::string_view before) {
  if (before.empty()) return false;
  const char last = before.back();
  if (is_digit(last)) {
    const std::string_view year = before.size() >= 4 ? before.substr(before.size() - 4) : std::string_view();
    return (year.starts_with("19") || year.starts_with("20")) &&
           std::all_of(year.begin(), year.end(), is_digit);
  }
  size_t letters = 0;
  while (letters < before.size() && is_letter(before[before.size() - 1 - letters])) ++letters;
  return letters == 0 || letters > 2;
}

std::string_view text_before(const Survey& survey, xml::SourceNode sup) {
  const xml::SourceNode before = survey.before(sup);
  return before && !before.is_element() ? before.raw() : std::string_view();
}

bool is_apart(const Survey& survey, xml::SourceNode node) {
  for (; node; node = node.parent()) {
    if (survey.has(node, sign::furniture | sign::byline | sign::notes)) return true;
  }
  return false;
}

}  // namespace

Superscripts find_superscripts(const Tree& tree, const Survey& survey, const ReferenceList& references) {
  std::map<size_t, size_t> by_number;
  for (size_t at = 0; at < references.entries().size(); ++at) {
    const Entry& entry = references.entries()[at];
    size_t number = 0;
    if (entry.numbered) std::from_chars(entry.label.data(), entry.label.data() + entry.label.size(), number);
    if (number > 0) by_number.emplace(number, at);
  }
  Superscripts found;
  if (by_number.empty() || references.is_linked()) return found;
  std::set<size_t> used;
  size_t outside = 0;
  tree.root().each_below(tag::sup, [&](xml::SourceNode sup) {
    if (survey.is_hidden(sup) || references.holding(sup.span().start) || is_apart(survey, sup)) return;
    const std::vector<size_t> numbers = numbers_of(survey.shown_text(sup));
    if (numbers.empty() || !may_be_cited_after(text_before(survey, sup))) return;
    std::vector<size_t> refs;
    for (size_t number : numbers) {
      const auto entry = by_number.find(number);
      if (entry != by_number.end()) refs.push_back(entry->second);
    }
    if (refs.size() < numbers.size()) {
      ++outside;
      return;
    }
    used.insert(refs.begin(), refs.end());
    found.emplace(sup.index(), std::move(refs));
  });
  const bool style = found.size() >= std::min(enough_to_show_a_style, by_number.size()) &&
                     found.size() > 2 * outside && used.size() * 4 >= by_number.size();
  if (!style) found.clear();
  return found;
}

}  // namespace evident::read::html
