// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/field/initials.hpp"

#include "text/normal.hpp"

namespace evident::extract::field {

bool are_initials(std::string_view text) {
  size_t capitals = 0;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (c == '.' || c == '-' || c == ' ' || c == 0x2010 || c == 0x2011) continue;
    const bool capital =
        (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) || (c >= 0x100 && c <= 0x17F && c % 2 == 0);
    if (!capital || ++capitals > 4) return false;
  }
  return capitals > 0;
}

std::string initials_of(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (c != '.' && c != '-' && c != ' ' && c != 0x2010 && c != 0x2011) text::append_utf8(out, c);
  }
  return out;
}

std::string first_letters(std::string_view names) {
  std::string out;
  bool start = true;
  for (size_t at = 0; at < names.size();) {
    const char32_t c = text::next_code_point(names, at);
    if (start && c != ' ' && c != '-') text::append_utf8(out, c);
    start = c == ' ' || c == '-';
  }
  return out;
}

}  // namespace evident::extract::field
