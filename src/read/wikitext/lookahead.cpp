// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/lookahead.hpp"

#include <algorithm>

namespace evident::read::wikitext {

namespace {

constexpr size_t npos = std::string_view::npos;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

bool is_heading(std::string_view text, size_t line) {
  if (text.substr(line, 2) != "==") return false;
  size_t end = std::min(text.find('\n', line), text.size());
  while (end > line && is_blank(text[end - 1])) --end;
  return end > line + 4 && text[end - 1] == '=' && text[end - 2] == '=';
}

size_t Lookahead::find(Ahead& ahead, std::string_view needle, size_t at) {
  if (!ahead.knows(at)) ahead = {at, m_text.find(needle, at)};
  return ahead.found;
}

size_t Lookahead::end_tag(Ahead& ahead, const TagName& name, size_t at) {
  if (ahead.knows(at)) return ahead.found;
  ahead = {at, npos};
  for (size_t place = m_text.find("</", at); place != npos; place = m_text.find("</", place + 2)) {
    const TagText tag = tag_at(m_text.substr(place));
    if (tag.size == 0 || tag.name.name != name.name) continue;
    // Nothing but blanks may stand behind the name.
    const std::string_view rest =
        m_text.substr(place + 2 + name.name.size(), tag.size - 3 - name.name.size());
    if (!std::all_of(rest.begin(), rest.end(), is_blank)) continue;
    ahead.found = place;
    break;
  }
  return ahead.found;
}

size_t Lookahead::ref(size_t at) {
  if (m_ref.knows(at)) return m_ref.found;
  m_ref = {at, npos};
  for (size_t place = m_text.find('<', at); place != npos; place = m_text.find('<', place + 1)) {
    // What stands in a comment, or is shown as it is, is no tag.
    size_t end = npos;
    if (m_text.substr(place, 4) == "<!--") {
      end = find(m_comment_end_before_ref, "-->", place);
    } else {
      const TagText tag = tag_at(m_text.substr(place));
      if (tag.size == 0 || tag.closing || tag.empty) continue;
      if (tag.name.tag == Tag::ref) {
        m_ref.found = place;
        break;
      }
      if (tag.name.tag == Tag::nowiki) end = end_tag(m_nowiki_end_before_ref, tag.name, place);
    }
    if (end != npos) place = end;
  }
  return m_ref.found;
}

size_t Lookahead::heading(size_t at) {
  if (m_heading.knows(at)) return m_heading.found;
  size_t place = m_text.find("\n==", at);
  while (place != npos && !is_heading(m_text, place + 1)) place = m_text.find("\n==", place + 1);
  m_heading = {at, place};
  return m_heading.found;
}

}  // namespace evident::read::wikitext
