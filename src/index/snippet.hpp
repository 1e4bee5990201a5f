// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

namespace evident::index {

/// Shows what of a text a query found.
class Snippets {
 public:
  explicit Snippets(const Xapian::Query& query);

  /// The passage of at most so many bytes that has most of what was asked for, whole words of it, from the
  /// beginning of a sentence where that is near. Of a very long text, the beginning alone is looked at. What
  /// was found stands between U+0002 and U+0003, a phrase as one; "..." stands for what is left out at either
  /// end.
  std::string of(const std::string& text, size_t length) const;

 private:
  struct Mark {
    size_t start = 0, end = 0;  ///< bytes
    size_t asked = 0;           ///< which of the things asked for it is
  };

  struct Passage {
    size_t start = 0, end = 0;
  };

  struct Phrase {
    std::vector<std::string> stems;
    size_t asked = 0;
  };
  struct Beginning {
    std::string text;
    size_t asked = 0;
  };

  void collect(const Xapian::Query& query);
  void collect_parts(const Xapian::Query& query, size_t number);  ///< the first of them
  void collect_phrase(const Xapian::Query& query);
  void ask_for(const std::string& beginning) { m_initials.set(static_cast<unsigned char>(beginning[0])); }
  const Phrase* phrase_at(const std::vector<std::string>& stems, size_t at) const;
  std::vector<Mark> marks_of(std::string_view text) const;
  Passage best_passage(std::string_view text, const std::vector<Mark>& marks, size_t length) const;

  std::unordered_map<std::string, size_t> m_words;  ///< stems
  std::vector<Phrase> m_phrases;
  std::vector<Beginning> m_beginnings;  ///< that wildcards stand behind
  size_t m_asked = 0;                   ///< how many things; spellings of a word are one
  std::bitset<256> m_initials;          ///< of all of them; most words of a text need no stem
};

}  // namespace evident::index
