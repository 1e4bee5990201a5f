// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/tokenizer.hpp"

#include <algorithm>
#include <array>

namespace evident::read::wikitext {

namespace {

constexpr size_t npos = std::string_view::npos;
constexpr int deepest_element = 8;
constexpr size_t most_unclosed = 10'000;  // are told one by one

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

size_t run_of(std::string_view text, size_t at, size_t to) {
  size_t end = at;
  while (end < to && text[end] == text[at]) ++end;
  return end - at;
}

bool is_address(std::string_view text) {
  for (std::string_view scheme :
       {"http://", "https://", "//", "ftp://", "ftps://", "mailto:", "news:", "urn:", "doi:"}) {
    if (text.size() > scheme.size() && text.starts_with(scheme) && !is_blank(text[scheme.size()]))
      return true;
  }
  return false;
}

constexpr std::array<bool, 256> make_special() {
  std::array<bool, 256> set{};
  for (char c : {'\n', '<', '[', ']', '{', '}', '|'}) set[static_cast<unsigned char>(c)] = true;
  return set;
}
constexpr std::array<bool, 256> special = make_special();

}  // namespace

Tokenizer::Tokenizer(std::string_view text) : m_text(text), m_ahead(text) {
  tokenize(0, m_text.size(), 0);
}

void Tokenizer::add(Mark mark, size_t start, size_t end, Tag tag, bool closing) {
  Token token;
  token.mark = mark;
  token.tag = tag;
  token.closing = closing;
  token.start = static_cast<uint32_t>(start);
  token.end = static_cast<uint32_t>(end);
  m_tokens.push_back(token);
}

std::vector<Token> Tokenizer::take_tokens() {
  std::vector<uint32_t> place(m_tokens.size());
  uint32_t kept = 0;
  for (size_t at = 0; at < m_tokens.size(); ++at) {
    place[at] = kept;
    if (m_tokens[at].mark != Mark::literal) ++kept;
  }
  std::vector<Token> out;
  out.reserve(kept);
  for (Token token : m_tokens) {
    if (token.mark == Mark::literal) continue;
    token.match = place[token.match];
    out.push_back(token);
  }
  m_tokens.clear();
  return out;
}

void Tokenizer::drop(const Open& open) {
  if (open.mark == Mark::template_) --m_braces;
  if (open.mark == Mark::link) --m_links;
  if (open.mark == Mark::address) --m_addresses;
  const bool tell = open.mark == Mark::link || (open.mark == Mark::template_ && open.count >= 2);
  if (tell && m_unclosed.size() < most_unclosed) m_unclosed.push_back({open.mark, Tag::none, open.at});
}

void Tokenizer::give_up_above(size_t height) {
  while (m_open.size() > height) {
    drop(m_open.back());
    m_open.pop_back();
  }
}

size_t Tokenizer::braces(size_t at, size_t to) {
  const size_t count = run_of(m_text, at, to);
  if (count < 2) return at + count;
  Open open;
  open.mark = Mark::template_;
  open.token = static_cast<uint32_t>(m_tokens.size());
  open.tokens = static_cast<uint32_t>(count / 2);
  open.count = static_cast<uint32_t>(count);
  open.at = static_cast<uint32_t>(at);
  for (uint32_t n = 0; n < open.tokens; ++n) add(Mark::literal, at, at);
  m_open.push_back(open);
  ++m_braces;
  return at + count;
}

size_t Tokenizer::closing_braces(size_t at, size_t to) {
  size_t count = run_of(m_text, at, to);
  while (count >= 2 && m_braces > 0) {
    // What was left open inside the template is none of its business.
    while (m_open.back().mark != Mark::template_) give_up_above(m_open.size() - 1);
    Open& open = m_open.back();
    const uint32_t matched = std::min<uint32_t>({3, open.count, static_cast<uint32_t>(count)});
    const uint32_t number = open.token + --open.tokens;
    Token& token = m_tokens[number];
    token.mark = matched == 3 ? Mark::argument : Mark::template_;
    token.end = open.at + open.count;
    token.start = token.end - matched;
    token.match = static_cast<uint32_t>(m_tokens.size());
    add(Mark::closing, at, at + matched);
    m_tokens.back().match = number;
    open.count -= matched;
    if (open.count < 2) {
      --m_braces;
      m_open.pop_back();
    }
    at += matched;
    count -= matched;
  }
  return at + count;
}

size_t Tokenizer::brackets(size_t at, size_t to) {
  const size_t count = run_of(m_text, at, to);
  const bool address = count % 2 == 1 && is_address(m_text.substr(at + count, 16));
  const auto open = [&](Mark mark, size_t start, size_t size) {
    Open entry;
    entry.mark = mark;
    entry.token = static_cast<uint32_t>(m_tokens.size());
    entry.at = static_cast<uint32_t>(start);
    add(Mark::literal, start, start + size);
    m_open.push_back(entry);
    ++(mark == Mark::link ? m_links : m_addresses);
  };
  size_t start = count % 2 == 1 && !address ? at + 1 : at;
  for (size_t pair = 0; pair < count / 2; ++pair, start += 2) open(Mark::link, start, 2);
  if (address) open(Mark::address, start, 1);
  return at + count;
}

size_t Tokenizer::closing_bracket(size_t at, size_t to) {
  const auto close = [&](size_t size) {
    const Open open = m_open.back();
    m_open.pop_back();
    --(open.mark == Mark::link ? m_links : m_addresses);
    Token& token = m_tokens[open.token];
    token.mark = open.mark;
    token.match = static_cast<uint32_t>(m_tokens.size());
    add(Mark::closing, at, at + size);
    m_tokens.back().match = open.token;
    return at + size;
  };
  if (m_open.size() == m_base) return at + 1;
  const Mark top = m_open.back().mark;
  const bool pair = at + 1 < to && m_text[at + 1] == ']';
  if (top == Mark::address) return close(1);
  if (top == Mark::link && pair) return close(2);
  return at + 1;
}

size_t Tokenizer::angle(size_t at, size_t to, int depth) {
  if (m_text.substr(at, 4) == "<!--") {
    const size_t end = m_ahead.comment_end(at + 4);
    if (end < to) {
      add(Mark::comment, at, end + 3);
      return end + 3;
    }
    // MediaWiki takes all that follows for the comment; the page is worth more.
    if (m_unclosed.size() < most_unclosed)
      m_unclosed.push_back({Mark::comment, Tag::none, static_cast<uint32_t>(at)});
    add(Mark::comment, at, at + 4);
    return at + 4;
  }
  const TagText tag = tag_at(m_text.substr(at, to - at));
  if (tag.size == 0) return at + 1;
  const Tag kind = tag.name.tag;
  if (!tag.closing && !tag.empty && (holds_wikitext(kind) || holds_other(kind)))
    return element(at, to, tag, depth);
  add(Mark::tag, at, at + tag.size, kind, tag.closing);
  return at + tag.size;
}

size_t Tokenizer::element(size_t at, size_t to, const TagText& tag, int depth) {
  const Tag kind = tag.name.tag;
  const size_t content = at + tag.size;
  const size_t end = m_ahead.end_tag(tag.name, content);
  bool closed = end < to;
  if (closed && kind == Tag::ref) closed = m_ahead.ref(content) > end && m_ahead.heading(content) > end;
  if (!closed || depth >= deepest_element) {
    // <references> is often left open, and means the same as <references/> then.
    if (!closed && kind != Tag::references && m_unclosed.size() < most_unclosed)
      m_unclosed.push_back({Mark::element, kind, static_cast<uint32_t>(at)});
    add(Mark::tag, at, content, kind);
    return content;
  }
  const size_t behind = end + tag_at(m_text.substr(end)).size;
  const auto number = static_cast<uint32_t>(m_tokens.size());
  add(Mark::element, at, content, kind);
  if (holds_wikitext(kind)) {
    const size_t base = m_base, braces = m_braces, links = m_links, addresses = m_addresses;
    m_base = m_open.size();
    m_braces = m_links = m_addresses = 0;
    tokenize(content, end, depth + 1);
    m_base = base;
    m_braces = braces;
    m_links = links;
    m_addresses = addresses;
  }
  m_tokens[number].match = static_cast<uint32_t>(m_tokens.size());
  add(Mark::closing, end, behind, kind);
  m_tokens.back().match = number;
  return behind;
}

void Tokenizer::tokenize(size_t from, size_t to, int depth) {
  for (size_t at = from; at < to;) {
    const char c = m_text[at];
    if (!special[static_cast<unsigned char>(c)]) {
      ++at;
      continue;
    }
    switch (c) {
      case '\n':
        ++at;
        // An address ends with its line.
        while (m_open.size() > m_base && m_open.back().mark == Mark::address)
          give_up_above(m_open.size() - 1);
        if (depth == 0 && m_open.size() > m_base && is_heading(m_text, at)) give_up_above(m_base);
        break;
      case '<':
        at = angle(at, to, depth);
        break;
      case '[':
        at = brackets(at, to);
        break;
      case ']':
        at = closing_bracket(at, to);
        break;
      case '{':
        at = braces(at, to);
        break;
      case '}':
        at = closing_braces(at, to);
        break;
      default:
        if (m_braces + m_links > 0) add(Mark::pipe, at, at + 1);
        ++at;
    }
  }
  give_up_above(m_base);
}

}  // namespace evident::read::wikitext
