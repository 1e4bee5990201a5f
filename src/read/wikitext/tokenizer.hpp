// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "read/wikitext/lookahead.hpp"
#include "read/wikitext/markup.hpp"

namespace evident::read::wikitext {

/// Finds the mark-up of a text and what belongs together, in time that grows with the text alone.
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text);
  std::vector<Token> take_tokens();
  std::vector<Unclosed> take_unclosed() { return std::move(m_unclosed); }

 private:
  /// Something open. A run of braces has a token in store for each pair that could close.
  struct Open {
    Mark mark = Mark::literal;
    uint32_t token = 0;  ///< its first
    uint32_t tokens = 1;
    uint32_t count = 0;  ///< braces not matched yet
    uint32_t at = 0;     ///< where it begins
  };
  void tokenize(size_t from, size_t to, int depth);
  size_t braces(size_t at, size_t to);
  size_t closing_braces(size_t at, size_t to);
  size_t brackets(size_t at, size_t to);
  size_t closing_bracket(size_t at, size_t to);
  size_t angle(size_t at, size_t to, int depth);
  size_t element(size_t at, size_t to, const TagText& tag, int depth);
  void give_up_above(size_t height);
  void drop(const Open& open);
  void add(Mark mark, size_t start, size_t end, Tag tag = Tag::none, bool closing = false);

  std::string_view m_text;
  std::vector<Token> m_tokens;
  std::vector<Open> m_open;
  std::vector<Unclosed> m_unclosed;
  size_t m_base = 0;                                  // of m_open, where the element that is read begins
  size_t m_braces = 0, m_links = 0, m_addresses = 0;  // open above the base
  Lookahead m_ahead;
};

}  // namespace evident::read::wikitext
