// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/same_claim/one_spelling.hpp"

namespace evident::extract::same {

namespace {

/// Replaces every `from` by `to`, which is no longer.
void replace_all(std::string& word, std::string_view from, std::string_view to) {
  for (size_t at = word.find(from); at != std::string::npos; at = word.find(from, at + to.size()))
    word.replace(at, from.size(), to);
}

}  // namespace

std::string one_spelling(std::string_view folded_word) {
  std::string word(folded_word);
  if (word.size() < 5) return word;
  replace_all(word, "ae", "e");
  replace_all(word, "oe", "e");
  replace_all(word, "our", "or");
  replace_all(word, "ll", "l");
  for (const char* ending : {"ise", "isi", "isa", "yse"}) {
    const size_t at = word.find(ending, 3);
    if (at != std::string::npos) word[at + 1] = 'z';
  }
  if (word.ends_with("tre") || word.ends_with("bre")) word.replace(word.size() - 2, 2, "er");
  return word;
}

}  // namespace evident::extract::same
