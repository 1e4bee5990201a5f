// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/superscript.hpp"

#include <array>

namespace evident {

namespace {

constexpr std::array<std::string_view, 10> digits = {
    "\xE2\x81\xB0", "\xC2\xB9",     "\xC2\xB2",     "\xC2\xB3",     "\xE2\x81\xB4",
    "\xE2\x81\xB5", "\xE2\x81\xB6", "\xE2\x81\xB7", "\xE2\x81\xB8", "\xE2\x81\xB9"};
constexpr std::string_view minus = "\xE2\x81\xBB";

/// A hyphen or dash (U+2010 to U+2015) or the minus sign, in UTF-8.
bool is_long_dash(std::string_view sign) {
  return sign == "\xE2\x88\x92" ||
         (sign.size() == 3 && sign.starts_with("\xE2\x80") && sign[2] >= '\x90' && sign[2] <= '\x95');
}

}  // namespace

std::string superscript(std::string_view text) {
  std::string out;
  bool digit = false;
  for (size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c >= '0' && c <= '9') {
      out += digits[static_cast<size_t>(c - '0')];
      digit = true;
    } else if (c == ',' || c == ';' || c == ' ') {
      if (c != ' ') out += c;
    } else if (c == '-') {
      out += minus;
    } else if (is_long_dash(text.substr(at, 3))) {
      out += minus;
      at += 2;
    } else {
      return "";
    }
  }
  return digit || out == "," || out == ";" || out == minus ? out : "";
}

}  // namespace evident
