// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <unordered_map>

#include <xapian.h>

namespace evident::index {

/// The English stemmer, which remembers what it stemmed: of a million words of text, nearly all were seen
/// before. For one thread.
class CachedStem final : public Xapian::StemImplementation {
 public:
  std::string operator()(const std::string& word) override {
    const auto known = m_known.find(word);
    if (known != m_known.end()) return known->second;
    if (m_known.size() == most_words) m_known.clear();
    return m_known.emplace(word, m_stem(word)).first->second;
  }
  std::string get_description() const override { return "Xapian::Stem(english), cached"; }

 private:
  static constexpr size_t most_words = 50'000;  // about 5 MB
  Xapian::Stem m_stem{"en"};
  std::unordered_map<std::string, std::string> m_known;
};

}  // namespace evident::index
