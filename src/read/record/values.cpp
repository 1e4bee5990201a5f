// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/record/values.hpp"

#include <algorithm>
#include <array>

#include "text/normal.hpp"

namespace evident::read::record {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find(separator, at), text.size());
    std::string part = text::squeeze(text.substr(at, end - at));
    if (!part.empty()) parts.push_back(std::move(part));
    at = end + 1;
  }
  return parts;
}

std::string title(std::string text) {
  if (text.size() > 1 && text.back() == '.' && text[text.size() - 2] != '.') text.pop_back();
  return text;
}

std::string without_markup(std::string_view html) {
  constexpr std::array<std::string_view, 12> inline_tags{
      "i", "b", "sup", "sub", "em", "strong", "span", "u", "sc", "jats:italic", "jats:sup", "jats:sub"};
  std::string out;
  for (size_t at = 0; at < html.size();) {
    const size_t close = html[at] == '<' ? html.find('>', at) : std::string_view::npos;
    const char first = at + 1 < html.size() ? html[at + 1] : '\0';
    const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    const bool tag = close != std::string_view::npos && close - at < 200 && (letter || first == '/');
    if (tag) {
      // Tags of blocks part words, those within a line do not.
      const std::string_view name = html.substr(at + (first == '/' ? 2 : 1));
      const bool within = std::any_of(inline_tags.begin(), inline_tags.end(), [&](std::string_view known) {
        return name.starts_with(known) && (name[known.size()] == '>' || name[known.size()] == ' ');
      });
      if (!within) out += ' ';
      at = close + 1;
    } else {
      out += html[at++];
    }
  }
  return text::squeeze(out);
}

std::string pages(std::string_view text) {
  std::string out;
  bool dash = false;
  for (size_t at = 0; at < text.size();) {
    const size_t start = at;
    const char32_t c = text::next_code_point(text, at);
    const bool is_dash = c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
    if (is_dash) {
      while (!out.empty() && out.back() == ' ') out.pop_back();
      if (!dash) out += '-';
    } else if (c != ' ' || !dash) {
      out += text.substr(start, at - start);
    }
    dash = is_dash || (dash && c == ' ');
  }
  const size_t begin = out.find_first_not_of(" -");
  if (begin == std::string::npos) return "";
  return out.substr(begin, out.find_last_not_of(" -,;") + 1 - begin);
}

std::string pages(const std::string& first, const std::string& last) {
  const std::string begin = pages(first), end = pages(last);
  return begin.empty() || end.empty() || begin == end || begin.find('-') != std::string::npos
             ? begin
             : begin + "-" + end;
}

}  // namespace evident::read::record
