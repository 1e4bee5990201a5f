// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string_view>
#include <vector>

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
  /// The next place of something, looked for once though it is asked for often: true from `from` to `found`.
  struct Ahead {
    size_t from = std::string_view::npos;
    size_t found = 0;
    bool knows(size_t at) const { return from != std::string_view::npos && from <= at && at <= found; }
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
  size_t find(Ahead& ahead, std::string_view needle, size_t at);
  size_t end_tag(Ahead& ahead, const TagName& name, size_t at);
  size_t next_ref(size_t at);
  size_t next_heading(size_t at);

  std::string_view m_text;
  std::vector<Token> m_tokens;
  std::vector<Open> m_open;
  std::vector<Unclosed> m_unclosed;
  size_t m_base = 0;                                  // of m_open, where the element that is read begins
  size_t m_braces = 0, m_links = 0, m_addresses = 0;  // open above the base
  Ahead m_comment_end, m_ref, m_heading;
  std::map<std::string_view, Ahead> m_end_tags;
  Ahead m_comment_end_before_ref, m_nowiki_end_before_ref;  // asked for places further ahead
};

}  // namespace evident::read::wikitext
