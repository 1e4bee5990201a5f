// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/content.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "read/wikitext/article.hpp"
#include "read/wikitext/tags.hpp"

namespace evident::read::wikitext {

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

/// A line "@article{" of BibTeX.
bool has_entry(std::string_view head) {
  for (size_t at = head.find("\n@"); at != std::string_view::npos; at = head.find("\n@", at + 1)) {
    size_t end = at + 2;
    while (end < head.size() && is_letter(head[end])) ++end;
    if (end > at + 2 && head.substr(end, 1) == "{") return true;
  }
  return false;
}

/// Other formats whose text holds brackets and braces.
bool is_something_else(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const size_t start = head.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return true;
  head.remove_prefix(start);
  for (std::string_view other :
       {"<?xml", "<!DOCTYPE", "<!doctype", "<html", "<HTML", "{\"", "{\n", "[{", "@", "%PDF", "\\document"}) {
    if (head.starts_with(other)) return true;
  }
  return head.find("<body") != std::string_view::npos || has_entry(head) ||
         head.find("\\begin{document}") != std::string_view::npos ||
         head.find("\\documentclass") != std::string_view::npos;
}

/// "[[Name" or "{{Name" up to the sign that goes on or ends it, on one line.
bool is_named(std::string_view text, char close) {
  size_t at = 0;
  while (at < text.size() && text[at] == ' ') ++at;
  if (at >= text.size() || (!is_letter(text[at]) && text[at] != '#' && text[at] != ':')) return false;
  for (; at < text.size() && at < 120; ++at) {
    const char c = text[at];
    if (c == '|') return true;
    if (c == close) return at + 1 < text.size() && text[at + 1] == close;
    if (c == '\n')
      return close == '}' && text.substr(at).find_first_not_of(" \n\r") != std::string_view::npos &&
             text[text.find_first_not_of(" \n\r", at)] == '|';
    if (c == '{' || c == '[' || c == '"' || c == '=') return false;
  }
  return false;
}

}  // namespace

bool is_wikitext(std::string_view head) {
  if (is_something_else(head)) return false;
  if (is_redirect(head)) return true;
  std::set<char> kinds;
  const bool has_end = head.find("</ref>") != std::string_view::npos;
  bool reference = false;
  for (size_t at = head.find_first_of("[{<'=_"); at != std::string_view::npos;
       at = head.find_first_of("[{<'=_", at)) {
    const std::string_view rest = head.substr(at);
    const bool line = at == 0 || head[at - 1] == '\n';
    const char before = at == 0 ? '\n' : head[at - 1];
    size_t step = 1;
    if (rest.starts_with("[[") && is_named(rest.substr(2), ']')) {
      kinds.insert('[');
    } else if (rest.starts_with("{{") && before != '{' && before != '=' && is_named(rest.substr(2), '}')) {
      kinds.insert('{');
    } else if (line && rest.starts_with("{|")) {
      kinds.insert('|');
    } else if (rest.starts_with("'''") && rest.substr(3, 1) != "'") {
      kinds.insert('\'');
      step = 3;
    } else if (line && rest.starts_with("==")) {
      const std::string_view words = rest.substr(0, rest.find('\n'));
      const size_t end = words.find_last_not_of(" \r\t=");
      const size_t start = words.find_first_not_of('=');
      if (end != std::string_view::npos && start <= end && words.find("==", end) != std::string_view::npos)
        kinds.insert('=');
      step = std::max<size_t>(words.size(), 1);
    } else if (rest[0] == '<') {
      const TagText tag = tag_at(rest);
      if (tag.size > 0 && (tag.name.tag == Tag::ref || tag.name.tag == Tag::references) && !tag.closing) {
        kinds.insert('<');
        // Other text may speak of the tag; a page has its end too.
        if (tag.empty || has_end) reference = true;
      }
    } else if (rest.starts_with("__TOC__") || rest.starts_with("__NOTOC__")) {
      kinds.insert('_');
    }
    at += step;
  }
  return kinds.size() >= 2 || reference;
}

}  // namespace evident::read::wikitext
