// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/abbreviation_definitions.hpp"

#include <cctype>
#include <vector>

namespace evident::resolve {
namespace {

char lower(char c) {
  return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

/// True where the letters of the abbreviation stand in the words in order, the first at their beginning.
bool spells(std::string_view words, std::string_view abbreviation) {
  if (words.empty() || lower(words.front()) != lower(abbreviation.front())) return false;
  size_t next = 0;
  for (char c : words)
    if (next < abbreviation.size() && lower(c) == lower(abbreviation[next])) ++next;
  return next == abbreviation.size();
}

/// The shortest run of words before a bracket that spells the abbreviation, of at most twice as many words as
/// letters.
std::string_view definition(std::string_view before, std::string_view abbreviation) {
  while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
  size_t start = before.size();
  for (size_t words = 0; words < 2 * abbreviation.size() && start > 0; ++words) {
    const size_t blank = before.find_last_of(" -", start - 1);
    const size_t begin = blank == std::string_view::npos ? 0 : blank + 1;
    if (words + 1 >= (abbreviation.size() + 1) / 2 && spells(before.substr(begin), abbreviation))
      return before.substr(begin);
    start = blank == std::string_view::npos ? 0 : blank;
  }
  return {};
}

}  // namespace

void add_definitions(std::string_view text, std::map<std::string, std::string>& definitions) {
  for (size_t open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
    size_t end = open + 1, capitals = 0;
    while (end < text.size() &&
           (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '-'))
      capitals += std::isupper(static_cast<unsigned char>(text[end++])) != 0 ? 1 : 0;
    const std::string_view abbreviation = text.substr(open + 1, end - open - 1);
    if (abbreviation.size() < 2 || abbreviation.size() > 10 || capitals < 2) continue;
    const size_t from = open > 150 ? open - 150 : 0;
    const std::string_view words = definition(text.substr(from, open - from), abbreviation);
    if (!words.empty()) definitions.emplace(abbreviation, words);
  }
}

}  // namespace evident::resolve
