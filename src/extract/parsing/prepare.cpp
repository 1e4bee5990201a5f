// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/parsing/prepare.hpp"

#include "extract/field/fields.hpp"
#include "extract/field/scan.hpp"

namespace evident::extract::parsing {

namespace {

/// "[12] ", "(12) ", "12. ": the length of an entry's number; 0 where there is none.
size_t number_length(std::string_view text) {
  size_t at = 0;
  while (at < text.size() && field::is_blank(text[at])) ++at;
  const char open = at < text.size() ? text[at] : '\0';
  const bool bracket = open == '[' || open == '(';
  if (bracket) ++at;
  const size_t digits = at;
  while (at < text.size() && field::is_digit(text[at])) ++at;
  if (at == digits || at - digits > 3 || at >= text.size()) return 0;
  const char close = text[at];
  if (bracket ? close != (open == '[' ? ']' : ')') : close != '.' && close != ')' && close != ']') return 0;
  ++at;
  if (at < text.size() && text[at] == '.') ++at;
  const bool bare = !bracket && close == '.';
  if (at >= text.size() || (bare && field::is_digit(text[at]))) return 0;
  return at;
}

/// "<i>", "</italic>", "&lt;sup&gt;": names of mark-up between angle brackets.
void blank_mark_up(std::string& text) {
  for (size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
    size_t end = at + 1;
    if (end < text.size() && text[end] == '/') ++end;
    const size_t name = end;
    while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
    if (end > name && end - name <= 10 && end < text.size() && text[end] == '>')
      field::blank_out(text, at, end + 1);
  }
}

}  // namespace

Prepared prepare(std::string_view printed) {
  Prepared prepared;
  prepared.text = printed;
  blank_mark_up(prepared.text);
  field::blank_out(prepared.text, 0, number_length(prepared.text));
  field::identifiers(prepared.text, prepared.ids, prepared.url);
  prepared.accessed = field::accessed(prepared.text);
  return prepared;
}

}  // namespace evident::extract::parsing
