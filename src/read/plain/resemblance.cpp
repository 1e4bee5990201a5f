// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/plain/resemblance.hpp"

#include <algorithm>

namespace evident::read::plain {

namespace {

constexpr size_t looked_at = 6;  // lines
constexpr size_t few_tags = 2;
constexpr size_t few_columns = 4;

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return is_upper(c) || (c >= 'a' && c <= 'z');
}

bool begins_json(std::string_view text) {
  const size_t next = text.find_first_not_of(" \t\r\n", 1);
  if (next == std::string_view::npos) return false;
  return text.front() == '{' ? text[next] == '"'
                             : text.front() == '[' && (text[next] == '{' || text[next] == '"');
}

bool begins_bibtex(std::string_view text) {
  constexpr size_t first_entry = 200;  // bytes
  return text.size() > 1 && text.front() == '@' && is_letter(text[1]) &&
         text.substr(0, first_entry).find_first_of("{=") != std::string_view::npos;
}

/// "TY  - JOUR", "PMID- 1", "%T Title"; a blank stands before or behind the dash, other than in "YKL-40 is".
bool begins_with_tag(std::string_view line) {
  if (line.size() > 2 && line.front() == '%')
    return (is_upper(line[1]) || is_digit(line[1])) && line[2] == ' ';
  size_t at = 0;
  while (at < line.size() && (is_upper(line[at]) || is_digit(line[at]))) ++at;
  if (at < 2 || at > 4 || !is_upper(line.front())) return false;
  const size_t dash = line.find_first_not_of(' ', at);
  return dash != std::string_view::npos && dash - at <= 2 && line[dash] == '-' &&
         (dash > at || dash + 1 == line.size() || line[dash + 1] == ' ');
}

/// Names of columns: no blank follows what parts them.
bool is_header(std::string_view line) {
  for (const char separator : {',', ';', '\t'}) {
    size_t parts = 0;
    for (size_t at = line.find(separator); at != std::string_view::npos; at = line.find(separator, at + 1))
      parts += at + 1 < line.size() && line[at + 1] != ' ' ? 1 : 0;
    if (parts >= few_columns && !line.ends_with('.')) return true;
  }
  return false;
}

}  // namespace

std::string_view resemblance(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  if (text.empty()) return {};
  if (begins_json(text)) return "JSON";
  if (begins_bibtex(text)) return "BibTeX";
  if (is_header(text.substr(0, text.find_first_of("\r\n")))) return "a table";
  size_t tags = 0;
  for (size_t line = 0; line < looked_at && !text.empty(); ++line) {
    const size_t end = std::min(text.find_first_of("\r\n"), text.size());
    tags += begins_with_tag(text.substr(0, end)) ? 1 : 0;
    text.remove_prefix(std::min(text.find_first_not_of("\r\n", end), text.size()));
  }
  return tags >= few_tags ? "tagged records" : "";
}

}  // namespace evident::read::plain
