// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/parsing/tokens.hpp"

#include <algorithm>

#include "text/normal.hpp"

namespace evident::extract::parsing {

namespace {

enum class Class { blank, upper, lower, digit, mark };

Class class_of(char32_t c) {
  if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x3000)
    return Class::blank;
  if (c >= '0' && c <= '9') return Class::digit;
  if (c >= 'A' && c <= 'Z') return Class::upper;
  if (c >= 'a' && c <= 'z') return Class::lower;
  if (c < 0xC0 || c == 0xD7 || c == 0xF7 || (c >= 0x2010 && c <= 0x2BFF)) return Class::mark;
  if (c <= 0xDE) return Class::upper;
  if (c <= 0xFF) return Class::lower;
  // Latin, Greek and Cyrillic letters alternate or stand in blocks; for other scripts case says nothing.
  if (c <= 0x17F) return c % 2 == (c >= 0x139 && c <= 0x148 ? 1U : 0U) ? Class::upper : Class::lower;
  if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F)) return Class::upper;
  return Class::lower;
}

bool is_letter(Class kind) {
  return kind == Class::upper || kind == Class::lower;
}

/// "Xx" of "Smith", "X" of "J", "XX" of "NATO", "x" of "et", "xX" of "McKay" and the like.
std::string shape_of(const std::vector<Class>& letters) {
  const auto uppers = std::count(letters.begin(), letters.end(), Class::upper);
  if (letters.size() == 1) return uppers == 1 ? "X" : "x1";
  if (uppers == 0) return "x";
  if (uppers == static_cast<std::ptrdiff_t>(letters.size())) return letters.size() <= 3 ? "XX" : "XXX";
  return uppers == 1 && letters.front() == Class::upper ? "Xx" : "xX";
}

}  // namespace

std::vector<Token> tokens(std::string_view text) {
  std::vector<Token> all;
  bool after_blank = true;
  for (size_t at = 0; at < text.size();) {
    const size_t start = at;
    size_t end = at;
    const Class kind = class_of(text::next_code_point(text, end));
    if (kind == Class::blank) {
      after_blank = true;
      at = end;
      continue;
    }
    std::vector<Class> letters{kind};
    const auto goes_on = [&](Class next) {
      return is_letter(kind) ? is_letter(next) : kind == Class::digit && next == Class::digit;
    };
    while (end < text.size() && kind != Class::mark) {
      size_t next_end = end;
      const Class next = class_of(text::next_code_point(text, next_end));
      if (!goes_on(next)) break;
      letters.push_back(next);
      end = next_end;
    }
    Token token;
    token.span = {start, end};
    token.after_blank = after_blank;
    const std::string_view word = text.substr(start, end - start);
    if (is_letter(kind)) {
      token.kind = TokenKind::word;
      token.lower = text::fold(word);
      if (token.lower.empty()) token.lower = word;
      token.shape = shape_of(letters);
    } else {
      token.lower = word;
      token.kind = kind == Class::digit ? TokenKind::digits : TokenKind::mark;
      token.shape =
          kind == Class::digit ? std::string(std::min<size_t>(letters.size(), 5), '0') : std::string(word);
    }
    all.push_back(std::move(token));
    after_blank = false;
    at = end;
  }
  return all;
}

}  // namespace evident::extract::parsing
