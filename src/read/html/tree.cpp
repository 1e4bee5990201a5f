// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/html/tree.hpp"

#include <algorithm>

#include "read/xml/html_attribute.hpp"

namespace evident::read::html {

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool ends_name(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '/' || c == '>' || c == '<';
}

size_t name_end(std::string_view text, size_t at) {
  while (at < text.size() && !ends_name(text[at])) ++at;
  return at;
}

bool is_cell(uint16_t role) {
  return role == tag::td || role == tag::th;
}
bool is_list(uint16_t role) {
  return role == tag::ul || role == tag::ol || role == tag::menu || role == tag::dir;
}
bool is_table_part(uint16_t role) {
  return is_cell(role) || role == tag::tr || role == tag::thead || role == tag::tbody || role == tag::tfoot ||
         role == tag::caption || role == tag::colgroup;
}
/// May stand in <head>.
bool is_of_head(uint16_t role) {
  return role == tag::title || role == tag::meta || role == tag::link || role == tag::base ||
         role == tag::style || role == tag::script || role == tag::noscript || role == tag::template_;
}
/// Elements whose content the end tags of other elements do not end.
bool is_scope(uint16_t role) {
  return is_cell(role) || role == tag::table || role == tag::caption || role == tag::template_ ||
         role == tag::object || role == tag::html;
}

}  // namespace

template <typename Wanted, typename Bars>
bool Tree::end_open(size_t at, size_t end, Wanted wanted, Bars bars) {
  for (size_t depth = m_open.size(); depth > 1; --depth) {
    const Entry& entry = m_entries[m_open[depth - 1].element];
    if (wanted(entry)) {
      while (m_open.size() > depth) close_top(at, at);
      close_top(at, end);
      return true;
    }
    if (bars(entry.role)) return false;
  }
  return false;
}

/// Ends what a start tag at `at` ends by being there.
void Tree::end_implied(uint16_t role, size_t at) {
  const auto is = [](uint16_t one, uint16_t two = tag::count) {
    return [one, two](const Entry& entry) { return entry.role == one || entry.role == two; };
  };
  const auto is_special = [](uint16_t open) { return traits_of(open).special; };
  if (m_in_head && !is_of_head(role)) {
    m_in_head = false;
    end_open(at, at, is(tag::head), [](uint16_t) { return false; });
  }
  if (traits_of(role).ends_p)
    end_open(at, at, is(tag::p), [](uint16_t open) { return is_scope(open) || open == tag::button; });
  if (is_heading(role) && is_heading(open_role(m_open.size() - 1))) close_top(at, at);
  switch (role) {
    case tag::head:
      m_in_head = true;
      break;
    case tag::li:
      end_open(at, at, is(tag::li), [](uint16_t open) {
        return traits_of(open).special && open != tag::div && open != tag::p && open != tag::address;
      });
      break;
    case tag::dt:
    case tag::dd:
      end_open(at, at, is(tag::dt, tag::dd), [](uint16_t open) {
        return traits_of(open).special && open != tag::div && open != tag::p && open != tag::address;
      });
      break;
    case tag::td:
    case tag::th:
      end_open(at, at, is(tag::td, tag::th),
               [](uint16_t open) { return open == tag::tr || open == tag::table; });
      break;
    case tag::tr:
      end_open(at, at, is(tag::tr), [](uint16_t open) { return open == tag::table; });
      break;
    case tag::thead:
    case tag::tbody:
    case tag::tfoot:
    case tag::caption:
    case tag::colgroup: {
      const auto table = std::find_if(m_open.rbegin(), m_open.rend(), [&](const Open& open) {
        return m_entries[open.element].role == tag::table;
      });
      while (table != m_open.rend() && m_entries[m_open.back().element].role != tag::table) close_top(at, at);
      break;
    }
    case tag::a:
      end_open(at, at, is(tag::a), is_special);
      break;
    case tag::option:
    case tag::optgroup:
      end_open(at, at, is(tag::option), is_special);
      break;
    case tag::rt:
    case tag::rp:
      end_open(at, at, is(tag::rt, tag::rp), [](uint16_t open) { return open == tag::ruby; });
      break;
    default:
      break;
  }
}

/// The end tag of a <script> or the like, from where its content begins; npos where there is none.
size_t Tree::find_end_tag(std::string_view name, uint16_t role, size_t at) {
  if (std::find(m_endless.begin(), m_endless.end(), role) != m_endless.end()) return std::string_view::npos;
  for (size_t end = m_text.find("</", at); end != std::string_view::npos; end = m_text.find("</", end + 2)) {
    const size_t behind = end + 2 + name.size();
    if (xml::equal_ignoring_case(m_text.substr(end + 2, name.size()), name) &&
        (behind >= m_text.size() || ends_name(m_text[behind])))
      return end;
  }
  m_endless.push_back(role);
  m_cut = true;
  return std::string_view::npos;
}

/// Reads what is no mark-up, with its end tag.
size_t Tree::verbatim(uint32_t index, size_t at, bool decoded) {
  const uint16_t role = m_entries[index].role;
  const std::string_view name = m_text.substr(m_entries[index].start + 1, m_entries[index].name_size);
  size_t end = find_end_tag(name, role, at);
  size_t behind = at;
  if (end != std::string_view::npos) {
    behind = std::min(m_text.find('>', end), m_text.size() - 1) + 1;
  } else if (decoded) {
    end = at;  // a title without end would take the page with it
  } else {
    end = behind = m_text.size();
  }
  const bool entered = enter(index, at);
  if (entered && decoded && end > at) add(Kind::text, at, end);
  if (entered) close_top(end, behind);
  return behind;
}

size_t Tree::start_tag(size_t at) {
  const size_t name = name_end(m_text, at + 1);
  const uint16_t role = role_of(m_text.substr(at + 1, name - at - 1));
  size_t end = name;
  xml::HtmlAttribute attribute;
  while (xml::next_html_attribute(m_text, end, attribute)) {
  }
  const bool closed = end < m_text.size() && m_text[end] == '/';
  if (closed) ++end;
  if (end >= m_text.size()) {
    m_cut = true;
  } else if (m_text[end] == '>') {
    ++end;
  }
  end_implied(role, at);
  const auto index = static_cast<uint32_t>(m_entries.size());
  Entry& entry = add(Kind::element, at, end);
  entry.content_start = entry.content_end = static_cast<uint32_t>(end);
  entry.name_size = static_cast<uint16_t>(std::min<size_t>(name - at - 1, UINT16_MAX));
  entry.role = role;
  const Traits& traits = traits_of(role);
  if (traits.empty || closed) return end;
  if (traits.verbatim || traits.decoded) return verbatim(index, end, traits.decoded);
  enter(index, end);
  if (role != tag::plaintext) return end;
  if (end < m_text.size()) add(Kind::cdata, end, m_text.size());
  return m_text.size();
}

size_t Tree::end_tag(size_t at) {
  const size_t name = name_end(m_text, at + 2);
  const std::string_view words = m_text.substr(at + 2, name - at - 2);
  size_t end = std::min(m_text.find_first_of("<>", name), m_text.size());
  if (end < m_text.size() && m_text[end] == '>') ++end;
  const uint16_t role = role_of(words);
  if (role == tag::html || role == tag::body) return end;  // what follows is of the page all the same
  if (role == tag::head) m_in_head = false;
  const auto same = [&](const Entry& entry) {
    if (role != tag::other) return entry.role == role || (is_heading(role) && is_heading(entry.role));
    return entry.role == tag::other &&
           xml::equal_ignoring_case(m_text.substr(entry.start + 1, entry.name_size), words);
  };
  if (is_table_part(role) || role == tag::table) {
    end_open(at, end, same, [](uint16_t open) { return open == tag::table; });
  } else if (role == tag::li) {
    end_open(at, end, same, [](uint16_t open) { return is_list(open) || is_scope(open); });
  } else if (traits_of(role).special) {
    end_open(at, end, same, is_scope);
  } else {
    end_open(at, end, same, [](uint16_t open) { return traits_of(open).special; });
  }
  return end;
}

/// A comment that is never closed would take the page with it: it ends with its line's tag.
size_t Tree::comment_end(size_t at) {
  const std::string_view rest = m_text.substr(at);
  if (rest.starts_with("<!-->")) return at + 5;
  if (rest.starts_with("<!--->")) return at + 6;
  if (!m_open_comment) {
    const size_t end = m_text.find("-->", at + 4);
    if (end != std::string_view::npos) return end + 3;
    m_open_comment = m_cut = true;
  }
  const size_t end = m_text.find('>', at);
  return end == std::string_view::npos ? m_text.size() : end + 1;
}

size_t Tree::declaration(size_t at, bool xml) {
  if (m_text.substr(at, 4) == "<!--") return comment_end(at);
  if (xml && m_text.substr(at, 9) == "<![CDATA[") {
    const size_t start = at + 9;
    size_t end = m_text.find("]]>", start);
    const size_t behind = end == std::string_view::npos ? m_text.size() : end + 3;
    if (end == std::string_view::npos) m_cut = true;
    end = std::min(end, m_text.size());
    if (end > start) {
      Entry& entry = add(Kind::cdata, at, behind);
      entry.content_start = static_cast<uint32_t>(start);
      entry.content_end = static_cast<uint32_t>(end);
    }
    return behind;
  }
  const size_t end = m_text.find('>', at);
  return end == std::string_view::npos ? m_text.size() : end + 1;
}

void Tree::parse(std::string_view utf8) {
  begin(utf8);
  m_cut = m_in_head = m_open_comment = false;
  m_endless.clear();
  const size_t first = m_text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  const bool xml = first != std::string_view::npos && m_text.substr(first, 5) == "<?xml";
  size_t text_start = m_text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (size_t at = m_text.find('<'); at != std::string_view::npos; at = m_text.find('<', at)) {
    const char after = at + 1 < m_text.size() ? m_text[at + 1] : '\0';
    if (!is_letter(after) && after != '/' && after != '!' && after != '?') {
      ++at;
      continue;
    }
    if (at > text_start) add(Kind::text, text_start, at);
    if (is_letter(after)) {
      at = start_tag(at);
    } else if (after == '/' && at + 2 < m_text.size() && is_letter(m_text[at + 2])) {
      at = end_tag(at);
    } else {
      at = declaration(at, xml);
    }
    text_start = at;
  }
  if (m_text.size() > text_start) add(Kind::text, text_start, m_text.size());
  close_all();
}

}  // namespace evident::read::html
