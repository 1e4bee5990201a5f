// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/citation_marks.hpp"

#include "text/normal.hpp"

namespace evident::text {

namespace {

constexpr size_t longest_mark = 48;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Bytes of a hyphen, comma or dash between the numbers of a marker; 0 where there is none.
size_t separator_size(std::string_view text, size_t offset) {
  if (offset >= text.size()) return 0;
  if (text[offset] == ',' || text[offset] == '-' || text[offset] == ';') return 1;
  const std::string_view rest = text.substr(offset);
  // U+2010 to U+2015, the dashes, and U+2212, the minus sign.
  if (rest.size() >= 3 && rest.starts_with("\xE2\x80") && rest[2] >= '\x90' && rest[2] <= '\x95') return 3;
  return rest.starts_with("\xE2\x88\x92") ? 3 : 0;
}

bool is_numbers(std::string_view inside) {
  bool digit = false;
  for (size_t i = 0; i < inside.size();) {
    if (is_digit(inside[i])) {
      digit = true;
      ++i;
    } else if (is_blank(inside[i])) {
      ++i;
    } else if (const size_t size = separator_size(inside, i)) {
      i += size;
    } else {
      return false;
    }
  }
  return digit;
}

bool is_note(std::string_view inside) {
  if (inside.size() == 1 && inside[0] >= 'a' && inside[0] <= 'z') return true;
  for (const std::string_view word : {"note", "nb", "n", "notes"}) {
    if (inside.size() > word.size() + 1 && inside.starts_with(word) && inside[word.size()] == ' ' &&
        is_numbers(inside.substr(word.size()))) {
      return true;
    }
  }
  return inside == "citation needed" || inside == "verify" || inside == "clarification needed";
}

/// The page that a wiki prints behind a marker: "[3]:23", "[3]:23-25".
size_t skip_page(std::string_view text, size_t offset) {
  if (offset + 1 >= text.size() || text[offset] != ':' || !is_digit(text[offset + 1])) return offset;
  size_t end = offset + 1;
  while (end < text.size() && end - offset < 16) {
    const size_t size = is_digit(text[end]) ? 1 : separator_size(text, end);
    if (size == 0 ||
        (size > 0 && !is_digit(text[end]) && (end + size >= text.size() || !is_digit(text[end + size]))))
      break;
    end += size;
  }
  return end;
}

size_t skip_one_bracket_mark(std::string_view text, size_t offset) {
  if (offset >= text.size() || text[offset] != '[') return offset;
  const std::string_view window = text.substr(offset + 1, longest_mark);
  const size_t close = window.find(']');
  if (close == std::string_view::npos) return offset;
  const std::string_view inside = window.substr(0, close);
  if (!is_numbers(inside) && !is_note(inside)) return offset;
  return skip_page(text, offset + close + 2);
}

/// One to three digits, or real superscript digits.
size_t skip_small_number(std::string_view text, size_t offset) {
  size_t at = offset;
  while (at < text.size() && at - offset < 4 && is_digit(text[at])) ++at;
  if (at != offset) return at - offset <= 3 ? at : offset;
  while (at < text.size() && at - offset < 12) {
    size_t next = at;
    const char32_t c = next_code_point(text, next);
    const bool superscript =
        c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
    if (!superscript) break;
    at = next;
  }
  return at;
}

}  // namespace

size_t skip_bracket_marks(std::string_view text, size_t offset) {
  size_t end = skip_one_bracket_mark(text, offset);
  while (end != offset) {
    size_t next = end;
    // A comma or dash counts only where another marker follows it.
    next += separator_size(text, next);
    if (next < text.size() && text[next] == ' ') ++next;
    const size_t after = skip_one_bracket_mark(text, next);
    if (after == next) break;
    end = after;
  }
  return end;
}

size_t skip_superscript_marks(std::string_view text, size_t offset) {
  size_t end = skip_small_number(text, offset);
  while (end != offset && end - offset < longest_mark) {
    size_t next = end + separator_size(text, end);
    if (next == end && next < text.size() && text[next] == ' ') ++next;
    if (next == end) break;
    const size_t after = skip_small_number(text, next);
    if (after == next) break;
    end = after;
  }
  if (end == offset || end >= text.size()) return end;
  return is_blank(text[end]) ? end : offset;
}

}  // namespace evident::text
