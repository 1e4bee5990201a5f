// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/word_stem.hpp"

#include <algorithm>

#include "text/normal.hpp"

namespace evident::index {

namespace {

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

}  // namespace

std::string unaccented(const std::string& word) {
  std::string plain;
  for (auto at = word.begin(); at != word.end();) {
    const auto ascii_end = std::find_if_not(at, word.end(), is_ascii);
    plain.append(at, ascii_end);
    at = std::find_if(ascii_end, word.end(), is_ascii);
    plain += text::fold(std::string(ascii_end, at));
  }
  return plain;
}

std::string WordStem::operator()(const std::string& word) {
  if (std::all_of(word.begin(), word.end(), is_ascii)) return m_stem(word);
  const std::string plain = unaccented(word);
  return plain.empty() ? word : m_stem(plain);
}

Xapian::Stem word_stem() {
  return Xapian::Stem(new WordStem);  // which it owns
}

std::string CachedStem::operator()(const std::string& word) {
  const auto known = m_known.find(word);
  if (known != m_known.end()) return known->second;
  if (m_known.size() == most_words) m_known.clear();
  return m_known.emplace(word, WordStem::operator()(word)).first->second;
}

}  // namespace evident::index
