// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <unordered_map>

#include <xapian.h>

namespace evident::index {

/// Letters beyond ASCII by those that people type for them; what stands between letters stays.
std::string unaccented(const std::string& word);

/// The form in which words are indexed and looked for: without accents ("Müller" is "muller", "α" is
/// "alpha"), then by the English stemmer.
class WordStem : public Xapian::StemImplementation {
 public:
  std::string operator()(const std::string& word) override;
  std::string get_description() const override { return "accents folded, Xapian::Stem(english)"; }

 private:
  Xapian::Stem m_stem{"en"};
};

/// For queries: a handle that owns its WordStem.
Xapian::Stem word_stem();

/// Remembers what it stemmed: of a million words of text, nearly all were seen before. For one thread.
class CachedStem final : public WordStem {
 public:
  std::string operator()(const std::string& word) override;

 private:
  static constexpr size_t most_words = 50'000;  // about 5 MB
  std::unordered_map<std::string, std::string> m_known;
};

}  // namespace evident::index
