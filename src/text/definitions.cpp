// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/definitions.hpp"

#include <algorithm>
#include <optional>

namespace evident::text {

namespace {

constexpr size_t longest_abbreviation = 10;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_word_byte(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}
char lower(char c) {
  return is_capital(c) ? static_cast<char>(c + 32) : c;
}

/// What stands in brackets, where it looks like an abbreviation.
std::optional<std::string_view> abbreviation_in(std::string_view inside) {
  inside = inside.substr(0, inside.find_first_of(",;"));
  while (!inside.empty() && is_blank(inside.back())) inside.remove_suffix(1);
  if (inside.size() < 2 || inside.size() > longest_abbreviation || !is_word_byte(inside[0])) return {};
  if (std::any_of(inside.begin(), inside.end(), is_blank)) return {};
  if (std::none_of(inside.begin(), inside.end(), is_capital)) return {};
  if (inside.size() > 2 && inside.back() == 's' && is_capital(inside[inside.size() - 2]))
    inside.remove_suffix(1);
  return inside;
}

/// The last words before a place, as many as an abbreviation of this length may stand for.
std::string_view words_before(std::string_view text, size_t end, size_t letters) {
  while (end > 0 && is_blank(text[end - 1])) --end;
  const size_t most = std::min(letters + 5, 2 * letters);
  size_t start = end;
  for (size_t words = 0; start > 0 && words < most; ++words) {
    while (start > 0 && is_blank(text[start - 1])) --start;
    while (start > 0 && !is_blank(text[start - 1])) --start;
  }
  return text.substr(start, end - start);
}

/// Finds the letters from the last to the first; the meaning begins with the word that the first stands in.
std::optional<std::string_view> meaning_of(std::string_view abbreviation, std::string_view words) {
  size_t at = words.size();
  for (size_t i = abbreviation.size(); i-- > 0;) {
    if (!is_word_byte(abbreviation[i])) continue;
    const char wanted = lower(abbreviation[i]);
    const auto fits = [&](size_t place) {
      return lower(words[place]) == wanted && (i > 0 || place == 0 || !is_word_byte(words[place - 1]));
    };
    do {
      if (at == 0) return {};
      --at;
    } while (!fits(at));
  }
  while (at > 0 && !is_blank(words[at - 1])) --at;
  words.remove_prefix(at);
  if (words.size() <= abbreviation.size() || words.find(abbreviation) != std::string_view::npos) return {};
  return words;
}

}  // namespace

std::vector<Definition> definitions(std::string_view text) {
  std::vector<Definition> found;
  for (size_t open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
    const size_t close = text.substr(open + 1, 3 * longest_abbreviation).find_first_of("()");
    if (close == std::string_view::npos || text[open + 1 + close] == '(') continue;
    const auto abbreviation = abbreviation_in(text.substr(open + 1, close));
    if (!abbreviation) continue;
    const auto meaning = meaning_of(*abbreviation, words_before(text, open, abbreviation->size()));
    if (meaning) found.push_back({*abbreviation, *meaning});
  }
  return found;
}

}  // namespace evident::text
