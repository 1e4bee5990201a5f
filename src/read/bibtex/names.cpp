// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/bibtex/names.hpp"

#include <algorithm>
#include <string>

#include "read/bibtex/latex.hpp"
#include "read/record/people.hpp"
#include "text/normal.hpp"

namespace evident::read::bibtex {

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '~';
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

/// Parts between separators at brace depth 0; for a blank, runs of white space.
std::vector<std::string_view> split_outside_braces(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  int depth = 0;
  size_t begin = 0;
  for (size_t at = 0; at <= text.size(); ++at) {
    const bool end = at == text.size();
    if (!end && text[at] == '{') ++depth;
    if (!end && text[at] == '}' && depth > 0) --depth;
    const bool parts_here =
        end || (depth == 0 && (separator == ' ' ? is_space(text[at]) : text[at] == separator));
    if (!parts_here) continue;
    const std::string_view part = trimmed(text.substr(begin, at - begin));
    if (!part.empty() || separator != ' ') parts.push_back(part);
    begin = at + 1;
  }
  return parts;
}

/// "{World Health Organization}": one group and nothing else.
bool is_one_group(std::string_view name) {
  return name.size() > 2 && name.front() == '{' && name[1] != '\\' && group_end(name, 0) == name.size();
}

/// "family={de la Cruz}, given=Ana": BibLaTeX's extended form.
bool has_named_parts(const std::vector<std::string_view>& parts) {
  return std::any_of(parts.begin(), parts.end(), [](std::string_view part) {
    return part.starts_with("family=") || part.starts_with("given=");
  });
}

model::Person of_named_parts(const std::vector<std::string_view>& parts) {
  std::string family, given, prefix, suffix;
  for (const auto part : parts) {
    const size_t equals = part.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string_view name = part.substr(0, equals);
    std::string value = unlatex(part.substr(equals + 1));
    if (name == "family")
      family = std::move(value);
    else if (name == "given")
      given = std::move(value);
    else if (name == "prefix")
      prefix = std::move(value);
    else if (name == "suffix")
      suffix = std::move(value);
  }
  if (!prefix.empty()) family = family.empty() ? prefix : prefix + " " + family;
  return record::person_of(std::move(family), std::move(given), std::move(suffix));
}

model::Person person(std::string_view name) {
  if (is_one_group(name)) return record::collective(unlatex(name));
  const auto parts = split_outside_braces(name, ',');
  if (has_named_parts(parts)) return of_named_parts(parts);
  if (parts.size() > 2)  // von Last, Jr, First
    return record::person_of(unlatex(parts[0]), unlatex(parts[2]), unlatex(parts[1]));
  if (parts.size() == 2) return record::person_of(unlatex(parts[0]), unlatex(parts[1]));
  std::vector<std::string> words;
  for (const auto word : split_outside_braces(name, ' ')) {
    if (std::string plain = unlatex(word); !plain.empty()) words.push_back(std::move(plain));
  }
  return record::person_of_words(words);
}

}  // namespace

std::vector<std::string_view> split_at_and(std::string_view latex) {
  std::vector<std::string_view> parts;
  int depth = 0;
  size_t begin = 0;
  for (size_t at = 0; at < latex.size(); ++at) {
    if (latex[at] == '{') ++depth;
    if (latex[at] == '}' && depth > 0) --depth;
    if (depth > 0 || !is_space(latex[at]) || at + 4 >= latex.size() || !is_space(latex[at + 4])) continue;
    const auto letter = [&](size_t offset) { return static_cast<char>(latex[at + offset] | 0x20); };
    if (letter(1) != 'a' || letter(2) != 'n' || letter(3) != 'd') continue;
    parts.push_back(trimmed(latex.substr(begin, at - begin)));
    begin = at + 5;
    at += 3;  // the blank behind may begin the next one
  }
  parts.push_back(trimmed(latex.substr(std::min(begin, latex.size()))));
  return parts;
}

std::vector<model::Person> people(std::string_view latex) {
  std::vector<model::Person> all;
  for (const auto name : split_at_and(latex)) {
    if (name.empty() || text::fold(name) == "others") continue;
    model::Person who = person(name);
    if (!who.family.empty()) all.push_back(std::move(who));
  }
  return all;
}

}  // namespace evident::read::bibtex
