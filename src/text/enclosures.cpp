// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/enclosures.hpp"

#include <algorithm>

#include "text/normal.hpp"

namespace evident::text {

namespace {

constexpr size_t longest_bracket = 700;
constexpr size_t longest_quote = 700;
constexpr size_t deepest = 32;

struct Open {
  char32_t closer;
  size_t start;
};

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}

/// The character that closes what `c` opens; 0 for others.
char32_t closer_of(char32_t c) {
  switch (c) {
    case '(':
      return ')';
    case '[':
      return ']';
    case '{':
      return '}';
    case 0x201C:
      return 0x201D;
    case 0xAB:
      return 0xBB;
    default:
      return 0;
  }
}

class EnclosureFinder {
 public:
  explicit EnclosureFinder(std::string_view text) : m_text(text) {}

  std::vector<Span> run() {
    for (size_t offset = 0; offset < m_text.size();) {
      const size_t at = offset;
      const char32_t c = next_code_point(m_text, offset);
      if (c == '"') {
        straight_quote(at, offset, c, at + 1 >= m_text.size() || !is_word_byte(m_text[at + 1]));
      } else if (c == '\'' || c == '`' || c == 0x2018 || c == 0x2019) {
        // An apostrophe looks the same: only one behind punctuation is taken as the end of a quotation.
        const bool after_punctuation =
            at > 0 && std::string_view(".!?,").find(m_text[at - 1]) != std::string_view::npos;
        const bool word_follows = offset < m_text.size() && is_word_byte(m_text[offset]);
        straight_quote(at, offset, '\'', after_punctuation && !word_follows);
      } else if (const char32_t closer = closer_of(c)) {
        push(closer, at);
      } else if (c == ')' || c == ']' || c == '}' || c == 0x201D || c == 0xBB) {
        close(c, offset);
      }
    }
    return outermost();
  }

 private:
  void push(char32_t closer, size_t start) {
    if (m_open.size() == deepest) m_open.erase(m_open.begin());
    m_open.push_back({closer, start});
  }

  void straight_quote(size_t at, size_t end, char32_t quote, bool can_close) {
    const bool may_open =
        (at == 0 || is_blank(m_text[at - 1]) || m_text[at - 1] == '(' || m_text[at - 1] == '[') &&
        end < m_text.size() && !is_blank(m_text[end]);
    const bool is_open = std::any_of(m_open.begin(), m_open.end(), [&](const Open& open) {
      return open.closer == quote && at - open.start <= longest_quote;
    });
    if (is_open && can_close) {
      close(quote, end);
    } else if (may_open) {
      push(quote, at);
    }
  }

  void close(char32_t closer, size_t end) {
    for (size_t i = m_open.size(); i-- > 0;) {
      if (m_open[i].closer != closer) continue;
      const bool bracket = closer == ')' || closer == ']' || closer == '}';
      if (end - m_open[i].start <= (bracket ? longest_bracket : longest_quote)) {
        m_found.push_back({m_open[i].start, end});
      }
      m_open.resize(i);
      return;
    }
  }

  std::vector<Span> outermost() {
    std::sort(m_found.begin(), m_found.end(), [](const Span& a, const Span& b) {
      return a.start != b.start ? a.start < b.start : a.end > b.end;
    });
    std::vector<Span> out;
    for (const Span& span : m_found) {
      if (out.empty() || span.start >= out.back().end) out.push_back(span);
    }
    return out;
  }

  std::string_view m_text;
  std::vector<Open> m_open;
  std::vector<Span> m_found;
};

}  // namespace

std::vector<Span> enclosures(std::string_view text) {
  return EnclosureFinder(text).run();
}

size_t closer_size(std::string_view text, size_t offset) {
  if (offset >= text.size()) return 0;
  size_t end = offset;
  switch (next_code_point(text, end)) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case '}':
    case 0xBB:
    case 0x2019:
    case 0x201D:
      return end - offset;
    default:
      return 0;
  }
}

}  // namespace evident::text
