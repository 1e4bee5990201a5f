// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/tags.hpp"

#include <algorithm>
#include <array>

#include "read/xml/plain_text.hpp"

namespace evident::read::wikitext {

namespace {

constexpr size_t longest_tag = 2000;
constexpr size_t longest_value = 500;
constexpr size_t longest_name = 20;

constexpr std::array<TagName, 91> names{{
    {"abbr", Tag::span},
    {"b", Tag::span},
    {"bdi", Tag::span},
    {"bdo", Tag::span},
    {"big", Tag::span},
    {"blockquote", Tag::block},
    {"br", Tag::line_break},
    {"caption", Tag::row},
    {"categorytree", Tag::hidden},
    {"ce", Tag::formula},
    {"center", Tag::block},
    {"chem", Tag::formula},
    {"cite", Tag::span},
    {"code", Tag::span},
    {"data", Tag::span},
    {"dd", Tag::item},
    {"del", Tag::span},
    {"dfn", Tag::span},
    {"div", Tag::block},
    {"dl", Tag::block},
    {"dt", Tag::item},
    {"em", Tag::span},
    {"font", Tag::span},
    {"gallery", Tag::gallery},
    {"graph", Tag::hidden},
    {"h1", Tag::heading},
    {"h2", Tag::heading},
    {"h3", Tag::heading},
    {"h4", Tag::heading},
    {"h5", Tag::heading},
    {"h6", Tag::heading},
    {"hiero", Tag::hidden},
    {"hr", Tag::block},
    {"i", Tag::span},
    {"imagemap", Tag::hidden},
    {"includeonly", Tag::hidden},
    {"indicator", Tag::poem},
    {"inputbox", Tag::hidden},
    {"ins", Tag::span},
    {"kbd", Tag::span},
    {"li", Tag::item},
    {"link", Tag::span},
    {"mapframe", Tag::hidden},
    {"maplink", Tag::hidden},
    {"mark", Tag::span},
    {"math", Tag::formula},
    {"meta", Tag::span},
    {"noinclude", Tag::span},
    {"nowiki", Tag::nowiki},
    {"ol", Tag::block},
    {"onlyinclude", Tag::span},
    {"p", Tag::block},
    {"poem", Tag::poem},
    {"pre", Tag::preformatted},
    {"q", Tag::span},
    {"rb", Tag::span},
    {"ref", Tag::ref},
    {"references", Tag::references},
    {"rp", Tag::span},
    {"rt", Tag::span},
    {"rtc", Tag::span},
    {"ruby", Tag::span},
    {"s", Tag::span},
    {"samp", Tag::span},
    {"score", Tag::hidden},
    {"section", Tag::span},
    {"small", Tag::span},
    {"source", Tag::listing},
    {"span", Tag::span},
    {"strike", Tag::span},
    {"strong", Tag::span},
    {"style", Tag::hidden},
    {"sub", Tag::span},
    {"sup", Tag::span},
    {"syntaxhighlight", Tag::listing},
    {"table", Tag::table},
    {"tbody", Tag::span},
    {"td", Tag::cell},
    {"templatedata", Tag::hidden},
    {"templatestyles", Tag::hidden},
    {"tfoot", Tag::span},
    {"th", Tag::cell},
    {"thead", Tag::span},
    {"time", Tag::span},
    {"timeline", Tag::hidden},
    {"tr", Tag::row},
    {"tt", Tag::span},
    {"u", Tag::span},
    {"ul", Tag::block},
    {"var", Tag::span},
    {"wbr", Tag::span},
}};

static_assert(std::is_sorted(names.begin(), names.end(), [](const TagName& left, const TagName& right) {
  return left.name < right.name;
}));

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Where an attribute's name begins at or after `at`: behind a blank, before "=". npos where none does.
size_t next_attribute(std::string_view tag, size_t at) {
  for (size_t equals = tag.find('=', at); equals != std::string_view::npos;
       equals = tag.find('=', equals + 1)) {
    size_t end = equals;
    while (end > at && is_blank(tag[end - 1])) --end;
    size_t start = end;
    while (start > at && (is_letter_or_digit(tag[start - 1]) || tag[start - 1] == '-')) --start;
    if (start < end && start > 0 &&
        (is_blank(tag[start - 1]) || tag[start - 1] == '"' || tag[start - 1] == '\''))
      return start;
  }
  return std::string_view::npos;
}

/// Where a value in quotes ends, behind the closing one: only where a tag can go on or end there. `at` is
/// behind a
/// "="; npos where no such value stands there.
size_t after_quoted(std::string_view text, size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  if (at >= text.size() || (text[at] != '"' && text[at] != '\'')) return std::string_view::npos;
  const size_t end = text.substr(0, at + longest_value).find(text[at], at + 1);
  if (end == std::string_view::npos || end + 1 >= text.size()) return std::string_view::npos;
  const char after = text[end + 1];
  return is_blank(after) || after == '/' || after == '>' ? end + 1 : std::string_view::npos;
}

/// The ">" that ends a tag whose attributes begin at the beginning of `text`; npos where none does.
size_t tag_end(std::string_view text) {
  text = text.substr(0, longest_tag);
  for (size_t at = text.find_first_of("<>="); at != std::string_view::npos;
       at = text.find_first_of("<>=", at)) {
    if (text[at] == '>') return at;
    if (text[at] == '<') return std::string_view::npos;
    const size_t behind = after_quoted(text, ++at);
    if (behind != std::string_view::npos) at = behind;
  }
  return std::string_view::npos;
}

/// Runs of ASCII white space as one blank each, none at the ends; other blanks are part of a name.
std::string squeezed(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (!is_blank(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace

TagName tag_of(std::string_view name) {
  if (name.empty() || name.size() > longest_name) return {};
  std::string lower(name);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  const auto found =
      std::lower_bound(names.begin(), names.end(), lower,
                       [](const TagName& entry, const std::string& key) { return entry.name < key; });
  return found != names.end() && found->name == lower ? *found : TagName{};
}

TagText tag_at(std::string_view text) {
  TagText out;
  size_t at = 1;
  out.closing = text.size() > 1 && text[1] == '/';
  if (out.closing) ++at;
  size_t end = at;
  while (end < text.size() && end - at <= longest_name && is_letter_or_digit(text[end])) ++end;
  out.name = tag_of(text.substr(at, end - at));
  if (out.name.tag == Tag::none || end >= text.size()) return out;
  if (!is_blank(text[end]) && text[end] != '>' && text[end] != '/') return out;
  const size_t close = tag_end(text.substr(end));
  if (close == std::string_view::npos) return out;
  out.size = end + close + 1;
  out.empty = !out.closing && text[out.size - 2] == '/';
  return out;
}

std::string attribute(std::string_view tag, std::string_view name) {
  if (tag.ends_with('>')) tag.remove_suffix(1);
  if (tag.ends_with('/')) tag.remove_suffix(1);
  for (size_t at = next_attribute(tag, 0); at != std::string_view::npos;) {
    const size_t equals = tag.find('=', at);
    size_t name_end = at;
    while (name_end < equals && !is_blank(tag[name_end])) ++name_end;
    std::string found(tag.substr(at, name_end - at));
    for (char& c : found) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    size_t value = equals + 1;
    while (value < tag.size() && is_blank(tag[value])) ++value;
    size_t end = 0;
    if (value < tag.size() && (tag[value] == '"' || tag[value] == '\'')) {
      const char quote = tag[value++];
      end = std::min(tag.find(quote, value), tag.size());
      at = next_attribute(tag, std::min(end + 1, tag.size()));
    } else {
      at = next_attribute(tag, value);
      end = std::min(at, tag.size());
    }
    if (found == name) return squeezed(xml::decoded(tag.substr(value, end - value), nullptr));
  }
  return "";
}

}  // namespace evident::read::wikitext
