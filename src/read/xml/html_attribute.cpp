// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/xml/html_attribute.hpp"

#include <algorithm>

namespace evident::read::xml {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

void skip_blanks(std::string_view text, size_t& at) {
  while (at < text.size() && is_blank(text[at])) ++at;
}

std::string_view value_at(std::string_view text, size_t& at) {
  const char quote = at < text.size() ? text[at] : '\0';
  const size_t start = at;
  if (quote != '"' && quote != '\'') {
    while (at < text.size() && !is_blank(text[at]) && text[at] != '>') ++at;
    return text.substr(start, at - start);
  }
  const size_t end = text.find(quote, start + 1);
  if (end != std::string_view::npos) {
    at = end + 1;
    return text.substr(start + 1, end - start - 1);
  }
  at = std::min(text.find('>', start), text.size());
  return text.substr(start + 1, at - start - 1);
}

}  // namespace

bool next_html_attribute(std::string_view text, size_t& at, HtmlAttribute& out) {
  for (;;) {
    skip_blanks(text, at);
    if (at >= text.size() || text[at] == '>' || text[at] == '<') return false;
    if (text[at] != '/') break;
    if (at + 1 < text.size() && text[at + 1] == '>') return false;
    ++at;  // a slash that ends nothing counts for nothing
  }
  const size_t start = at;
  ++at;  // the first may be anything, even "="
  while (at < text.size() && !is_blank(text[at]) && text[at] != '=' && text[at] != '>' && text[at] != '/' &&
         text[at] != '<') {
    ++at;
  }
  out.name = text.substr(start, at - start);
  out.value = {};
  size_t next = at;
  skip_blanks(text, next);
  if (next < text.size() && text[next] == '=') {
    at = next + 1;
    skip_blanks(text, at);
    out.value = value_at(text, at);
  }
  return true;
}

bool equal_ignoring_case(std::string_view left, std::string_view right) {
  return left.size() == right.size() && std::equal(left.begin(), left.end(), right.begin(),
                                                   [](char a, char b) { return lower(a) == lower(b); });
}

}  // namespace evident::read::xml
