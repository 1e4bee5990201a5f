// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "read/wikitext/tags.hpp"

namespace evident::read::wikitext {

enum class Mark : uint8_t {
  literal,    ///< looked like mark-up and is none; not among the tokens that Markup gives
  template_,  ///< "{{" with its "}}"
  argument,   ///< "{{{" with its "}}}"
  link,       ///< "[[" with its "]]"
  address,    ///< "[" before "http:" with its "]"
  element,    ///< start tag with end tag; what is between is tokens where it holds wikitext
  closing,    ///< the other end of one of these
  pipe,       ///< "|" inside one of these
  comment,
  tag  ///< a tag of HTML, or of an element without content
};

/// A piece of mark-up. Offsets are in the page's text; `match` is the number of the other end.
struct Token {
  Mark mark = Mark::literal;
  Tag tag = Tag::none;
  bool closing = false;  ///< of Mark::tag: an end tag
  uint32_t start = 0, end = 0;
  uint32_t match = 0;
};

/// A stretch of a page: its bytes, and the tokens in them, both from first to behind last.
struct Range {
  uint32_t start = 0, end = 0;
  uint32_t first = 0, last = 0;
  bool empty() const { return start >= end; }
  Span span() const { return {start, end}; }
};

/// What was opened and never closed.
struct Unclosed {
  Mark mark = Mark::literal;
  Tag tag = Tag::none;
  uint32_t at = 0;
};

/// The mark-up of a page, brackets matched as MediaWiki matches them; what has no match is text. Differences,
/// so that damage does not spread: "}}" closes over a "[[" that was left open, a heading closes over
/// everything, and a <ref> before whose end another begins is no element but a mere tag.
class Markup {
 public:
  explicit Markup(std::string_view text);  ///< text must outlive this; at most 4 GiB

  std::string_view text() const { return m_text; }
  std::string_view text(Span span) const { return m_text.substr(span.start, span.size()); }
  const std::vector<Token>& tokens() const { return m_tokens; }
  const Token& token(uint32_t number) const { return m_tokens[number]; }
  const std::vector<Unclosed>& unclosed() const { return m_unclosed; }

  Range whole() const { return {0, static_cast<uint32_t>(m_text.size()), 0, size()}; }
  /// What stands between a token and its match.
  Range inside(uint32_t number) const;
  /// A token, and all up to the end of its match.
  Range around(uint32_t number) const;
  /// The parts of a range between its own pipes.
  std::vector<Range> parts(Range range) const;
  /// What is left of a range from an offset that no token stands over.
  Range from(Range range, uint32_t start) const;
  Range upto(Range range, uint32_t end) const;
  /// The first place of a character in the range's own text, outside any token; range.end where there is
  /// none.
  uint32_t find(Range range, char c) const;
  /// The range without white space at its ends.
  Range trimmed(Range range) const;

 private:
  /// The first token of a range that begins at an offset or behind it.
  uint32_t token_at(Range range, uint32_t offset) const;
  uint32_t size() const { return static_cast<uint32_t>(m_tokens.size()); }

  std::string_view m_text;
  std::vector<Token> m_tokens;
  std::vector<Unclosed> m_unclosed;
};

/// Walks over a range: its own text, and the tokens in it, stepping over what a token and its match enclose.
class Walk {
 public:
  Walk(const Markup& markup, Range range)
      : m_markup(markup), m_range(range), m_at(range.start), m_next(range.first) {}
  /// False at the end.
  bool next();
  bool is_text() const { return m_is_text; }
  Span span() const { return m_span; }          ///< of a token, up to the end of its match
  uint32_t number() const { return m_number; }  ///< of the token
  const Token& token() const { return m_markup.token(m_number); }
  /// What of the range comes after this.
  Range rest() const { return {m_at, m_range.end, m_next, m_range.last}; }

 private:
  const Markup& m_markup;
  Range m_range;
  uint32_t m_at;
  uint32_t m_next;
  uint32_t m_number = 0;
  bool m_is_text = false;
  Span m_span;
};

}  // namespace evident::read::wikitext
