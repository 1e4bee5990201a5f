// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstdlib>

#include "base/hash.hpp"
#include "extract/same_claim/one_spelling.hpp"
#include "extract/same_claim/same_claim.hpp"
#include "extract/same_claim/vocabulary.hpp"
#include "extract/topic.hpp"
#include "text/normal.hpp"

namespace evident::extract {

namespace {

constexpr size_t words_of_a_key = 3;
constexpr size_t keys_of_a_claim = 3;
constexpr size_t fewest_words = 6;
/// Of a short claim the words alone, in whatever order, make a key too: "Moss tolerates shade well", "Shade
/// is well tolerated by moss".
constexpr size_t fewest_of_short = 3, most_of_short = 9;
/// Of a word, so that its forms are one. Words that are shorter than a stem are mostly function words.
constexpr size_t stem_size = 6, shortest_word = 4;

/// Spreads a hash over all its bits, so that the smallest are a fair choice.
uint64_t mixed(uint64_t hash) {
  hash = (hash ^ (hash >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  hash = (hash ^ (hash >> 27U)) * 0x94d049bb133111ebULL;
  return hash ^ (hash >> 31U);
}

/// 40 bits as eight letters and digits.
std::string printed(uint64_t hash) {
  static constexpr std::string_view digits = "abcdefghijklmnopqrstuvwxyz234567";
  std::string key;
  for (int i = 0; i < 8; ++i, hash >>= 5U) key += digits[hash & 31U];
  return key;
}

/// Blanks out "[12]" and "[3-5, 7]", which may be markers that nothing attached.
void blank_numbers_in_brackets(std::string& text) {
  for (size_t open = text.find('['); open != std::string::npos; open = text.find('[', open + 1)) {
    const size_t close = text.find(']', open);
    if (close == std::string::npos) return;
    const bool numbers = std::none_of(text.begin() + static_cast<std::ptrdiff_t>(open),
                                      text.begin() + static_cast<std::ptrdiff_t>(close),
                                      [](unsigned char c) { return std::isalpha(c) != 0; });
    if (numbers)
      std::fill(text.begin() + static_cast<std::ptrdiff_t>(open),
                text.begin() + static_cast<std::ptrdiff_t>(close) + 1, ' ');
  }
}

}  // namespace

std::string bare_text(const model::Sentence& sentence) {
  std::string text = sentence.text;
  size_t from = 0;
  for (const auto& citation : sentence.citations) {
    // A raised "11" looks like any other: the place in the file tells which one it is, mark-up aside.
    const size_t expected = citation.source.start - std::min(citation.source.start, sentence.source.start);
    size_t best = std::string::npos, distance = std::string::npos;
    for (size_t at = text.find(citation.marker, from); at != std::string::npos && !citation.marker.empty();
         at = text.find(citation.marker, at + 1)) {
      const size_t off = at > expected ? at - expected : expected - at;
      if (off < distance) best = at, distance = off;
    }
    if (best == std::string::npos) continue;
    std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(best), citation.marker.size(), ' ');
    from = best + citation.marker.size();
  }
  blank_numbers_in_brackets(text);
  return text;
}

std::vector<std::string> claim_keys(const model::Sentence& sentence) {
  const std::string folded = text::fold(bare_text(sentence));
  std::vector<uint64_t> words, meanings;
  size_t topics = 0;
  for (size_t start = 0; start < folded.size();) {
    const size_t end = std::min(folded.find(' ', start), folded.size());
    const std::string_view word = std::string_view(folded).substr(start, end - start);
    start = end + 1;
    const bool digit = word.front() >= '0' && word.front() <= '9';
    if (!digit && (word.size() < shortest_word || text::is_stop_word(word))) continue;
    words.push_back(fnv1a(same::one_spelling(word).substr(0, stem_size)));
    if (!same::is_general_word(word)) ++topics;
    meanings.push_back(fnv1a(stem(same::one_spelling(same::one_meaning(word))).substr(0, stem_size)));
  }
  const bool tells_enough = words.size() >= fewest_words || topics >= fewest_of_short;
  if (!tells_enough || same::is_standard_sentence(folded)) return {};
  std::vector<uint64_t> hashes;
  for (size_t i = 0; words.size() >= fewest_words && i + words_of_a_key <= words.size(); ++i) {
    uint64_t hash = 0;
    for (size_t j = 0; j < words_of_a_key; ++j) hash = mixed(hash + words[i + j]);
    hashes.push_back(hash);
  }
  const size_t kept = std::min(keys_of_a_claim, hashes.size());
  std::partial_sort(hashes.begin(), hashes.begin() + static_cast<std::ptrdiff_t>(kept), hashes.end());
  hashes.resize(kept);
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  if (meanings.size() <= most_of_short) {
    std::sort(meanings.begin(), meanings.end());
    uint64_t hash = fnv1a("short");
    for (const uint64_t meaning : meanings) hash = mixed(hash + meaning);
    hashes.push_back(hash);
  }
  std::vector<std::string> keys;
  keys.reserve(hashes.size());
  for (const uint64_t hash : hashes) keys.push_back(printed(hash));
  return keys;
}

}  // namespace evident::extract
