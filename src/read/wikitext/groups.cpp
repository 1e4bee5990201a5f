// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/groups.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "read/wikitext/template.hpp"
#include "text/normal.hpp"

namespace evident::read::wikitext {

namespace {

/// "aa" for 27 and so on.
std::string letters(size_t number) {
  std::string out;
  for (; number > 0; number = (number - 1) / 26)
    out.insert(out.begin(), static_cast<char>('a' + (number - 1) % 26));
  return out;
}

std::string roman(size_t number) {
  constexpr std::array<std::pair<size_t, std::string_view>, 13> digits{{{1000, "m"},
                                                                        {900, "cm"},
                                                                        {500, "d"},
                                                                        {400, "cd"},
                                                                        {100, "c"},
                                                                        {90, "xc"},
                                                                        {50, "l"},
                                                                        {40, "xl"},
                                                                        {10, "x"},
                                                                        {9, "ix"},
                                                                        {5, "v"},
                                                                        {4, "iv"},
                                                                        {1, "i"}}};
  std::string out;
  for (const auto& [value, sign] : digits) {
    for (; number >= value && out.size() < 30; number -= value) out += sign;
  }
  return out;
}

std::string upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return text;
}

}  // namespace

std::string printed_number(const std::string& group, size_t number) {
  if (group.empty() || group == "decimal") return std::to_string(number);
  if (group == "lower-alpha") return letters(number);
  if (group == "upper-alpha") return upper(letters(number));
  if (group == "lower-roman") return roman(number);
  if (group == "upper-roman") return upper(roman(number));
  if (group == "lower-greek" && number <= 17) {
    std::string out;
    text::append_utf8(out, static_cast<char32_t>(0x3B0 + number));
    return out;
  }
  return group + " " + std::to_string(number);
}

bool is_group_of_notes(std::string_view group) {
  const std::string name = normal_name(group);
  if (name.starts_with("lower-") || name.starts_with("upper-")) return true;
  constexpr std::array<std::string_view, 13> names{"note",     "notes",     "nb",    "n", "fn",
                                                   "footnote", "footnotes", "efn",   "a", "anm",
                                                   "nota",     "notas",     "remark"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace evident::read::wikitext
