// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/markup.hpp"

#include <algorithm>

#include "read/wikitext/tokenizer.hpp"

namespace evident::read::wikitext {

namespace {
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_open(const Token& token) {
  return token.mark >= Mark::template_ && token.mark <= Mark::element;
}
}  // namespace

Markup::Markup(std::string_view text) : m_text(text.substr(0, UINT32_MAX - 1)) {
  Tokenizer tokenizer(m_text);
  m_tokens = tokenizer.take_tokens();
  m_unclosed = tokenizer.take_unclosed();
}

Range Markup::inside(uint32_t number) const {
  const Token& open = m_tokens[number];
  return {open.end, m_tokens[open.match].start, number + 1, open.match};
}

Range Markup::around(uint32_t number) const {
  const Token& open = m_tokens[number];
  if (!is_open(open)) return {open.start, open.end, number, number + 1};
  return {open.start, m_tokens[open.match].end, number, open.match + 1};
}

std::vector<Range> Markup::parts(Range range) const {
  std::vector<Range> out;
  Range part = range;
  for (uint32_t at = range.first; at < range.last; ++at) {
    const Token& token = m_tokens[at];
    if (is_open(token)) {
      at = token.match;
    } else if (token.mark == Mark::pipe) {
      part.end = token.start;
      part.last = at;
      out.push_back(part);
      part = {token.end, range.end, at + 1, range.last};
    }
  }
  out.push_back(part);
  return out;
}

uint32_t Markup::token_at(Range range, uint32_t offset) const {
  const auto begin = m_tokens.begin();
  const auto found = std::lower_bound(begin + range.first, begin + range.last, offset,
                                      [](const Token& token, uint32_t at) { return token.start < at; });
  return static_cast<uint32_t>(found - begin);
}

Range Markup::from(Range range, uint32_t start) const {
  range.first = token_at(range, start);
  range.start = std::min(std::max(start, range.start), range.end);
  return range;
}

Range Markup::upto(Range range, uint32_t end) const {
  range.last = token_at(range, end);
  range.end = std::max(std::min(end, range.end), range.start);
  return range;
}

uint32_t Markup::find(Range range, char c) const {
  Walk walk(*this, range);
  while (walk.next()) {
    if (!walk.is_text()) continue;
    const size_t at = text(walk.span()).find(c);
    if (at != std::string_view::npos) return static_cast<uint32_t>(walk.span().start + at);
  }
  return range.end;
}

Range Markup::trimmed(Range range) const {
  while (range.start < range.end && is_blank(m_text[range.start])) ++range.start;
  while (range.start < range.end && is_blank(m_text[range.end - 1])) --range.end;
  return range;
}

bool Walk::next() {
  if (m_at >= m_range.end && m_next >= m_range.last) return false;
  const Token* token = m_next < m_range.last ? &m_markup.token(m_next) : nullptr;
  m_is_text = token == nullptr || token->start > m_at;
  if (m_is_text) {
    m_span = {m_at, token == nullptr ? m_range.end : token->start};
    m_at = static_cast<uint32_t>(m_span.end);
    return true;
  }
  m_number = m_next;
  const Range whole = m_markup.around(m_number);
  m_span = whole.span();
  m_at = whole.end;
  m_next = whole.last;
  return true;
}

}  // namespace evident::read::wikitext
