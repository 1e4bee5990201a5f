// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/json_writer.hpp"

#include "text/normal.hpp"

namespace evident::model {

namespace {

constexpr char32_t replacement = 0xFFFD;

bool stands_for_itself(unsigned char c) {
  return c >= 0x20 && c < 0x80 && c != '"' && c != '\\';
}

void append_escaped(std::string& out, char c) {
  constexpr const char* digits = "0123456789abcdef";
  switch (c) {
    case '"':
    case '\\':
      out += '\\';
      out += c;
      break;
    case '\n':
      out += "\\n";
      break;
    case '\t':
      out += "\\t";
      break;
    default:
      out += "\\u00";
      out += digits[static_cast<unsigned char>(c) >> 4U];
      out += digits[static_cast<unsigned char>(c) & 15U];
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  size_t at = 0;
  while (at < text.size()) {
    size_t plain = at;
    while (plain < text.size() && stands_for_itself(static_cast<unsigned char>(text[plain]))) ++plain;
    out.append(text, at, plain - at);
    at = plain;
    if (at == text.size()) break;
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      append_escaped(out, text[at++]);
      continue;
    }
    const size_t from = at;
    if (text::next_code_point(text, at) == replacement) {
      text::append_utf8(out, replacement);
    } else {
      out.append(text, from, at - from);
    }
  }
  out += '"';
}

}  // namespace evident::model
