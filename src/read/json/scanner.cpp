// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/json/scanner.hpp"

#include <algorithm>
#include <vector>

namespace evident::read::json {

namespace {

constexpr size_t largest_object = size_t{64} << 20U;
constexpr size_t largest_between = 64 * 1024;
constexpr size_t deepest = 100;
constexpr size_t looked_at = 16 * 1024;  // of an object, to tell what it is
constexpr size_t longest_key = 300;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

size_t skip_space(std::string_view text, size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

/// Behind the closing quotation mark of the string that opens at `at`; npos where it is not closed.
size_t string_end(std::string_view text, size_t at) {
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

/// The first key of the object that opens at `at`, without its quotation marks; empty where it has none.
std::string_view first_key(std::string_view text, size_t at) {
  const size_t begin = skip_space(text, at + 1);
  if (begin >= text.size() || text[begin] != '"') return {};
  const size_t end = string_end(text, begin);
  if (end == std::string_view::npos || end - begin > longest_key) return {};
  const size_t colon = skip_space(text, end);
  if (colon >= text.size() || text[colon] != ':') return {};
  return text.substr(begin + 1, end - begin - 2);
}

}  // namespace

bool looks_like_json(std::string_view head) {
  size_t at = skip_space(head, 0);
  // "[1] Smith" and "[[File:x]]" are no JSON: behind arrays an object must come.
  size_t arrays = 0;
  while (at < head.size() && head[at] == '[' && arrays < 5) {
    at = skip_space(head, at + 1);
    ++arrays;
  }
  if (at >= head.size()) return false;
  if (arrays > 0 && head[at] == ']') return skip_space(head, at + 1) == head.size();
  if (head[at] != '{') return false;
  const size_t inside = skip_space(head, at + 1);
  if (inside < head.size() && head[inside] == '}') {
    const size_t behind = skip_space(head, inside + 1);
    return behind == head.size() || head[behind] == ',' || head[behind] == ']' || head[behind] == '{';
  }
  return !first_key(head, at).empty();
}

bool Scanner::grow(size_t size) {
  while (m_stream.text().size() <= size) {
    if (!m_stream.more()) return false;
  }
  return true;
}

void Scanner::give(Piece& piece, Piece::Kind kind, size_t size) {
  piece = {kind, m_stream.text().substr(0, size), m_stream.source(0, size), m_stream.line()};
  m_given = size;
}

/// An object that holds records and is none: its first value is an array or object, and none of the keys that
/// are in sight is a field. It is gone into behind its first key.
bool Scanner::is_wrapper() {
  grow(looked_at);
  const std::string_view text = m_stream.text().substr(0, looked_at);
  const std::string_view key = first_key(text, 0);
  if (key.empty()) return false;
  const auto begin = static_cast<size_t>(key.data() - text.data());
  const size_t value = skip_space(text, skip_space(text, begin + key.size() + 1) + 1);
  if (value >= text.size() || (text[value] != '[' && text[value] != '{')) return false;
  size_t depth = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth == 0) break;
    if (c != '"') continue;
    const size_t end = string_end(text, at);
    if (end == std::string_view::npos) break;
    const size_t behind = skip_space(text, end);
    const bool is_key = depth == 1 && behind < text.size() && text[behind] == ':';
    if (is_key && m_is_field(text.substr(at + 1, end - at - 2))) return false;
    at = end - 1;
  }
  return true;
}

bool Scanner::next(Piece& piece) {
  m_stream.consume(m_given);
  m_given = 0;
  for (;;) {
    if (!grow(0)) return false;
    const std::string_view text = m_stream.text();
    const char c = text[0];
    if (c == '{') {
      if (!is_wrapper()) return object(piece);
      m_stream.consume(1);
    } else if (c == '"') {
      // The key of a wrapper, or a string among the records.
      size_t end = string_end(text, 0);
      while (end == std::string_view::npos && m_stream.text().size() < largest_between && m_stream.more())
        end = string_end(m_stream.text(), 0);
      if (end == std::string_view::npos) {
        give(piece, Piece::Kind::between, 1);
        return true;
      }
      grow(end + 100);
      const size_t behind = skip_space(m_stream.text(), end);
      if (behind >= m_stream.text().size() || m_stream.text()[behind] != ':') {
        give(piece, Piece::Kind::between, end);
        return true;
      }
      m_stream.consume(behind + 1);
    } else if (is_space(c) || c == '[' || c == ']' || c == ',' || c == '}' || c == '\x1E') {
      size_t end = 1;
      while (end < text.size() && is_space(text[end])) ++end;
      m_stream.consume(end);
    } else {
      size_t end = text.find_first_of("[]{},\"\r\n");
      while (end == std::string_view::npos && m_stream.text().size() < largest_between && m_stream.more())
        end = m_stream.text().find_first_of("[]{},\"\r\n");
      give(piece, Piece::Kind::between, std::min(end, m_stream.text().size()));
      return true;
    }
  }
}

/// Where an object begins, at or after `from`, that has this first key; npos where none is in the window.
size_t Scanner::next_like(std::string_view key, size_t from) {
  const std::string_view text = m_stream.text();
  for (size_t at = text.find('{', from); at != std::string_view::npos; at = text.find('{', at + 1)) {
    if (first_key(text, at) == key) return at;
  }
  return std::string_view::npos;
}

bool Scanner::object(Piece& piece) {
  std::vector<char> open;
  bool quoted = false, fits = true;
  size_t at = 0;
  for (; fits; ++at) {
    if (!grow(at) || at > largest_object) break;
    const char c = m_stream.text()[at];
    if (quoted) {
      if (c == '\\') {
        ++at;
      } else if (c == '"' || c == '\n') {
        // A line break may not stand in a string: this one has lost its end.
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      open.push_back(c == '{' ? '}' : ']');
      fits = open.size() <= deepest;
    } else if (c == '}' || c == ']') {
      fits = open.back() == c;
      open.pop_back();
      if (open.empty() && fits) {
        give(piece, Piece::Kind::object, at + 1);
        return true;
      }
    }
  }
  const bool too_large = at > largest_object;
  const std::string key(first_key(m_stream.text(), 0));
  size_t end = key.empty() ? std::string_view::npos : next_like(key, 1);
  while (end == std::string_view::npos && !key.empty() && m_stream.text().size() < largest_object) {
    const size_t searched = m_stream.text().size();
    if (!m_stream.more()) break;
    end = next_like(key, searched > longest_key ? searched - longest_key : 1);
  }
  give(piece, too_large ? Piece::Kind::too_large : Piece::Kind::cut, std::min(end, m_stream.text().size()));
  return true;
}

}  // namespace evident::read::json
