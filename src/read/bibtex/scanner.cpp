// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/bibtex/scanner.hpp"

#include <algorithm>

namespace evident::read::bibtex {

namespace {

constexpr size_t largest_entry = size_t{64} << 20U;
constexpr size_t largest_comment = size_t{1} << 20U;
constexpr size_t longest_start = 300;  // "@type{key,"

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_word(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

size_t skip_space(std::string_view text, size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

/// The opening bracket of the entry whose "@" is at `at`; npos where it is none.
size_t bracket_of(std::string_view text, size_t at) {
  size_t end = skip_space(text, at + 1);
  if (end >= text.size() || !is_letter(text[end])) return std::string_view::npos;
  while (end < text.size() && is_word(text[end])) ++end;
  end = skip_space(text, end);
  return end < text.size() && (text[end] == '{' || text[end] == '(') ? end : std::string_view::npos;
}

bool is_comment(std::string_view text) {
  constexpr std::string_view word = "comment";
  const size_t begin = skip_space(text, 1);
  if (text.size() < begin + word.size() + 1 || is_word(text[begin + word.size()])) return false;
  return std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(begin),
                    [](char wanted, char c) { return (c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) == wanted; });
}

}  // namespace

std::string declared_encoding(std::string_view head) {
  head = head.substr(0, 1000);
  constexpr std::string_view mark = "Encoding:";
  const size_t at = head.find(mark);
  if (at == std::string_view::npos || head.substr(0, at).find('@') != std::string_view::npos) return "";
  const size_t begin = std::min(head.find_first_not_of(" \t", at + mark.size()), head.size());
  const size_t end = std::min(head.find_first_of(" \t\r\n", begin), head.size());
  return std::string(head.substr(begin, end - begin));
}

size_t find_entry(std::string_view text, size_t from) {
  size_t line = text.substr(0, from).find_last_of("\r\n") + 1;  // 0 where there is none
  for (size_t at = text.find('@', from); at != std::string_view::npos; at = text.find('@', at + 1)) {
    // "name@host{" is no entry, and what stands behind "%" was taken out by its author.
    if ((at > 0 && is_word(text[at - 1])) || bracket_of(text, at) == std::string_view::npos) continue;
    if (const size_t end = text.substr(line, at - line).find_last_of("\r\n"); end != std::string_view::npos)
      line += end + 1;
    if (text[text.find_first_not_of(" \t", line)] != '%') return at;
  }
  return std::string_view::npos;
}

bool starts_entry(std::string_view text, size_t at) {
  size_t before = at;
  while (before > 0 && (text[before - 1] == ' ' || text[before - 1] == '\t')) --before;
  if (before > 0 && text[before - 1] != '\n' && text[before - 1] != '\r') return false;
  const size_t bracket = bracket_of(text, at);
  if (bracket == std::string_view::npos) return false;
  size_t end = skip_space(text, bracket + 1);
  while (end < text.size() && end < bracket + longest_start && text[end] != ',' && text[end] != '=' &&
         text[end] != '\n' && text[end] != '\r' && text[end] != '{' && text[end] != '}' && text[end] != '"')
    ++end;
  return end < text.size() && (text[end] == ',' || text[end] == '=');
}

void Scanner::give(Piece& piece, Piece::Kind kind, size_t size) {
  piece = {kind, m_stream.text().substr(0, size), m_stream.source(0, size), m_stream.line()};
  m_given = size;
}

bool Scanner::grow(size_t size) {
  while (m_stream.text().size() <= size) {
    if (!m_stream.more()) return false;
  }
  return true;
}

bool Scanner::next(Piece& piece) {
  m_stream.consume(m_given);
  m_given = 0;
  for (size_t searched = 0;;) {
    const std::string_view text = m_stream.text();
    const size_t at = find_entry(text, searched);
    if (at == 0) return entry(piece);
    if (at != std::string_view::npos) {
      give(piece, Piece::Kind::between, at);
      return true;
    }
    // Text between entries is of no use: it is given in parts, but for the start of an entry at its end.
    const size_t keep = text.rfind('@');
    const size_t sure =
        keep == std::string_view::npos || text.size() - keep > longest_start ? text.size() : keep;
    if (sure > largest_comment) {
      give(piece, Piece::Kind::between, sure);
      return true;
    }
    searched = sure > 0 ? sure - 1 : 0;
    if (m_stream.more()) continue;
    if (text.empty()) return false;
    give(piece, Piece::Kind::between, m_stream.text().size());
    return true;
  }
}

bool Scanner::entry(Piece& piece) {
  const bool comment = is_comment(m_stream.text());
  size_t at = bracket_of(m_stream.text(), 0);
  const bool round = m_stream.text()[at] == '(';
  const size_t body = ++at;
  int depth = round ? 0 : 1;
  bool quoted = false;
  for (;; ++at) {
    if (!grow(at)) {
      if (comment) {
        give(piece, Piece::Kind::comment, body);
      } else {
        give(piece, Piece::Kind::cut, m_stream.text().size());
      }
      return true;
    }
    const std::string_view text = m_stream.text();
    const char c = text[at];
    if (c == '{') {
      ++depth;
    } else if (c == '}') {
      if (depth > 0) --depth;
      if (depth == 0 && !round) break;
    } else if (round && depth == 0 && c == '"') {
      quoted = !quoted;
    } else if (round && depth == 0 && c == ')' && !quoted) {
      break;
    } else if (c == '@' && !comment) {
      grow(at + longest_start);
      if (starts_entry(m_stream.text(), at)) {
        give(piece, Piece::Kind::cut, at);
        return true;
      }
    }
    if (at > (comment ? largest_comment : largest_entry)) {
      give(piece, comment ? Piece::Kind::comment : Piece::Kind::too_large, comment ? body : at);
      return true;
    }
  }
  give(piece, comment ? Piece::Kind::comment : Piece::Kind::entry, at + 1);
  return true;
}

}  // namespace evident::read::bibtex
