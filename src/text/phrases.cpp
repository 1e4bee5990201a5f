// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/phrases.hpp"

#include <algorithm>

namespace evident::text {

bool contains_any(std::string_view text, std::initializer_list<std::string_view> pieces) {
  return std::any_of(pieces.begin(), pieces.end(),
                     [&](std::string_view piece) { return text.find(piece) != std::string_view::npos; });
}

void Phrases::add(std::string_view phrase) {
  m_by_first[static_cast<unsigned char>(phrase.front())].push_back(static_cast<uint16_t>(m_phrases.size()));
  m_phrases.push_back(phrase);
}

bool Phrases::stands_at(std::string_view phrase, std::string_view rest) const {
  if (phrase.back() != ' ') return rest.starts_with(phrase);
  phrase.remove_suffix(1);
  return rest.starts_with(phrase) && (rest.size() == phrase.size() || rest[phrase.size()] == ' ');
}

size_t Phrases::first_in(std::string_view folded) const {
  size_t best = none;
  for (size_t at = 0; at < folded.size() && best != 0;) {
    const std::string_view rest = folded.substr(at);
    for (const size_t index : m_by_first[static_cast<unsigned char>(rest.front())]) {
      if (index >= best) break;
      if (stands_at(m_phrases[index], rest)) best = index;
    }
    const size_t blank = folded.find(' ', at);
    if (blank == std::string_view::npos) break;
    at = blank + 1;
  }
  return best;
}

}  // namespace evident::text
