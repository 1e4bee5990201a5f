// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/plain/markup.hpp"

#include <unordered_map>

namespace evident::read::plain {

namespace {

bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool in_name(char c) {
  return begins_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
}

/// The name of the tag that begins at '<', with '/' before it in an end tag; empty where there is none.
std::string_view tag_at(std::string_view text, size_t at) {
  size_t end = at + 1;
  if (end < text.size() && text[end] == '/') ++end;
  if (end >= text.size() || !begins_name(text[end])) return {};
  while (end < text.size() && in_name(text[end])) ++end;
  if (end == text.size() || std::string_view(" \t\r\n/>").find(text[end]) == std::string_view::npos)
    return {};
  return text.substr(at + 1, end - at - 1);
}

}  // namespace

Markup markup_of(std::string_view text) {
  Markup markup;
  const size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return markup;
  const std::string_view root = text[begin] == '<' ? tag_at(text, begin) : std::string_view();
  size_t root_end = std::string_view::npos;  // where its last end tag stands
  std::unordered_map<std::string_view, size_t> open;
  for (size_t at = text.find('<', begin); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::string_view name = tag_at(text, at);
    if (name.empty()) continue;
    if (name.front() != '/') {
      ++open[name];
      continue;
    }
    const auto found = open.find(name.substr(1));
    if (found == open.end() || found->second == 0) continue;
    --found->second;
    ++markup.elements;
    if (found->first == root) root_end = at;
  }
  const bool whole = root_end == std::string_view::npos || (root_end - begin) * 2 > text.size() - begin;
  const std::string_view head = text.substr(begin);
  markup.is_xml = head.starts_with("<?") || head.starts_with("<!DOCTYPE") ||
                  (!root.empty() && markup.elements > 0 && whole);
  return markup;
}

}  // namespace evident::read::plain
