// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/xml/source_tree.hpp"

#include <algorithm>
#include <array>

#include "read/xml/html_attribute.hpp"
#include "read/xml/plain_text.hpp"

namespace evident::read::xml {

namespace {

constexpr size_t most_kept = 200'000;

/// What a byte may be, as bits.
enum Class : uint8_t { blank = 1, starts = 2, ends_name = 4, ends_plain_tag = 8, forbidden = 16, names = 32 };

constexpr std::array<uint8_t, 256> make_classes() {
  std::array<uint8_t, 256> classes{};
  for (unsigned c = 0; c < 0x20; ++c) classes[c] |= forbidden;
  for (const unsigned char c : {' ', '\t', '\n', '\r'}) classes[c] = blank | ends_name;
  for (const unsigned char c : {'>', '/', '=', '<'}) classes[c] |= ends_name;
  for (const unsigned char c : {'>', '<', '"', '\''}) classes[c] |= ends_plain_tag;
  for (unsigned c = 'a'; c <= 'z'; ++c) classes[c] |= starts | names;
  for (unsigned c = 'A'; c <= 'Z'; ++c) classes[c] |= starts | names;
  for (unsigned c = '0'; c <= '9'; ++c) classes[c] |= names;
  for (unsigned c = 0x80; c <= 0xFF; ++c) classes[c] |= starts;
  for (const unsigned char c : {'_', ':'}) classes[c] |= starts;
  for (const unsigned char c : {'#', '.', '-', '_'}) classes[c] |= names;
  return classes;
}
constexpr auto classes = make_classes();

bool is(char c, uint8_t wanted) {
  return (classes[static_cast<unsigned char>(c)] & wanted) != 0;
}

size_t name_end(std::string_view text, size_t at) {
  while (at < text.size() && !is(text[at], ends_name)) ++at;
  return at;
}

std::string_view local(std::string_view name) {
  const size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// True where each "&" begins a reference.
bool sound_references(std::string_view text) {
  for (size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at)) {
    const size_t start = ++at;
    while (at < text.size() && is(text[at], names)) ++at;
    if (at == start || at >= text.size() || text[at] != ';') return false;
  }
  return true;
}

/// True where no control character stands that XML forbids.
bool sound_characters(std::string_view text) {
  uint8_t bad = 0;  // one byte and without branches, so that many bytes are looked at at once
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    bad |= static_cast<uint8_t>((byte < 0x20) & (byte != '\t') & (byte != '\n') & (byte != '\r'));
  }
  return bad == 0;
}

}  // namespace

SourceTree::Entry& SourceTree::add(Kind kind, size_t start, size_t end) {
  const auto index = static_cast<uint32_t>(m_entries.size());
  Entry& entry = m_entries.emplace_back();
  entry.kind = kind;
  entry.start = entry.content_start = static_cast<uint32_t>(start);
  entry.end = entry.content_end = static_cast<uint32_t>(end);
  if (m_open.empty()) return entry;
  Open& parent = m_open.back();
  entry.parent = parent.element;
  (parent.last_child == none ? m_entries[parent.element].first : m_entries[parent.last_child].next) = index;
  parent.last_child = index;
  return entry;
}

size_t SourceTree::tag_end(size_t at) {
  for (;;) {
    while (at < m_text.size() && !is(m_text[at], ends_plain_tag)) ++at;
    if (at >= m_text.size() || m_text[at] == '<') return std::string_view::npos;
    const char c = m_text[at];
    if (c == '>') return at + 1;
    // An attribute's value: behind a "=", and alone.
    size_t before = at;
    while (is(m_text[before - 1], blank)) --before;
    const size_t close = m_text.find(c, at + 1);
    if (close == std::string_view::npos) return close;
    const std::string_view value = m_text.substr(at + 1, close - at - 1);
    if (value.find('<') != std::string_view::npos) return std::string_view::npos;
    const char after = close + 1 < m_text.size() ? m_text[close + 1] : ' ';
    m_regular = m_regular && m_text[before - 1] == '=' && (is(after, blank) || after == '>' || after == '/');
    at = close + 1;
  }
}

void SourceTree::close_top(size_t content_end, size_t end) {
  Entry& entry = m_entries[m_open.back().element];
  entry.content_end = static_cast<uint32_t>(content_end);
  entry.end = static_cast<uint32_t>(end);
  m_open.pop_back();
}

bool SourceTree::enter(uint32_t index, size_t content_start) {
  if (m_open.size() >= deepest) {
    m_too_deep = true;
    return false;
  }
  m_entries[index].content_start = static_cast<uint32_t>(content_start);
  m_open.push_back({index, none});
  return true;
}

void SourceTree::close_all() {
  while (!m_open.empty()) close_top(m_text.size(), m_text.size());
}

size_t SourceTree::behind(std::string_view mark, size_t from) {
  const size_t found = m_text.find(mark, from);
  if (found != std::string_view::npos) return found + mark.size();
  m_regular = false;
  return m_text.size();
}

size_t SourceTree::open(size_t at) {
  size_t name = at + 1, local_start = name;
  for (; name < m_text.size() && !is(m_text[name], ends_name); ++name) {
    if (m_text[name] == ':') local_start = name + 1;
  }
  const size_t end = name < m_text.size() && m_text[name] == '>' ? name + 1 : tag_end(name);
  if (end == std::string_view::npos) {
    // The tag is damaged or cut: what can be seen of it is taken for the tag.
    m_regular = false;
    const size_t next = std::min(m_text.find_first_of("<>", name), m_text.size());
    return next < m_text.size() && m_text[next] == '>' ? next + 1 : next;
  }
  const auto index = static_cast<uint32_t>(m_entries.size());
  Entry& entry = add(Kind::element, at, end);
  entry.name_size = static_cast<uint16_t>(std::min<size_t>(name - at - 1, UINT16_MAX));
  entry.role = m_names->role(m_text.substr(local_start, name - local_start));
  if (m_text[end - 2] != '/') enter(index, end);
  return end;
}

size_t SourceTree::close(size_t at) {
  // By far the most: the element that was opened last, without a blank in the tag.
  const Entry& top = m_entries[m_open.back().element];
  const size_t plain = at + 2 + top.name_size;
  if (m_open.size() > 1 && plain < m_text.size() && m_text[plain] == '>' &&
      same_bytes(m_text.data() + at + 2, m_text.data() + top.start + 1, top.name_size)) {
    close_top(at, plain + 1);
    return plain + 1;
  }
  const size_t name = name_end(m_text, at + 2);
  const std::string_view closed = m_text.substr(at + 2, name - at - 2);
  size_t end = name;
  while (end < m_text.size() && m_text[end] != '<' && m_text[end] != '>') ++end;
  if (end < m_text.size() && m_text[end] == '>') ++end;
  for (size_t depth = m_open.size(); depth > 1; --depth) {
    const Entry& entry = m_entries[m_open[depth - 1].element];
    if (m_text.substr(entry.start + 1, entry.name_size) != closed) continue;
    m_regular = m_regular && m_open.size() == depth;
    while (m_open.size() > depth) close_top(at, at);
    close_top(at, end);
    return end;
  }
  m_regular = false;
  return end;
}

size_t SourceTree::declaration(size_t at) {
  if (m_text.compare(at, 4, "<!--") == 0) return behind("-->", at + 4);
  if (m_text.compare(at, 9, "<![CDATA[") != 0) {
    m_regular = false;  // declarations stand before the root alone
    return behind(">", at);
  }
  const size_t start = at + 9;
  const size_t next = behind("]]>", start);
  const size_t end = next == m_text.size() && !m_text.ends_with("]]>") ? next : next - 3;
  if (end > start) {
    Entry& entry = add(Kind::cdata, at, next);
    entry.content_start = static_cast<uint32_t>(start);
    entry.content_end = static_cast<uint32_t>(end);
  }
  return next;
}

void SourceTree::begin(std::string_view utf8) {
  m_text = utf8.substr(0, UINT32_MAX - 1);
  if (m_entries.capacity() > most_kept) m_entries = {};  // one large article does not hold memory for good
  m_entries.clear();
  m_entries.reserve(m_text.size() / 16);  // a little more than articles have
  m_open.clear();
  m_too_deep = false;
  m_regular = true;
  add(Kind::element, 0, m_text.size());
  m_open.push_back({0, none});
}

void SourceTree::parse(std::string_view utf8) {
  begin(utf8);
  m_regular = sound_characters(m_text) && sound_references(m_text);
  size_t text_start = 0;
  for (size_t at = 0;;) {
    if (at >= m_text.size() || m_text[at] != '<') at = m_text.find('<', at);
    if (at == std::string_view::npos) break;
    const char after = at + 1 < m_text.size() ? m_text[at + 1] : '\0';
    if (!is(after, starts) && after != '/' && after != '!' && after != '?') {
      m_regular = false;
      ++at;
      continue;
    }
    if (at > text_start) add(Kind::text, text_start, at);
    if (after == '/') {
      at = close(at);
    } else if (after == '?') {
      at = behind("?>", at);
    } else if (after == '!') {
      at = declaration(at);
    } else {
      at = open(at);
    }
    text_start = at;
  }
  if (m_text.size() > text_start) add(Kind::text, text_start, m_text.size());
  m_regular = m_regular && m_open.size() == 1;
  close_all();
}

SourceNode SourceTree::root() const {
  return {this, m_entries.empty() ? none : 0};
}

std::string_view SourceNode::name() const {
  const auto& node = entry();
  return local(m_tree->m_text.substr(node.start + 1, node.name_size));
}

bool SourceNode::find_attribute(std::string_view wanted, std::string_view& value) const {
  if (!*this || entry().name_size == 0) return false;
  const auto& node = entry();
  const std::string_view text = m_tree->m_text;
  size_t at = node.start + 1 + node.name_size;
  if (m_tree->m_names == nullptr) {
    HtmlAttribute found;
    while (next_html_attribute(text, at, found)) {
      value = found.value;
      if (equal_ignoring_case(found.name, wanted)) return true;
    }
    return false;
  }
  for (;;) {
    while (at < text.size() && is(text[at], blank)) ++at;
    if (at >= text.size() || text[at] == '>' || text[at] == '/' || text[at] == '<') return false;
    size_t name = at;
    for (; at < text.size() && !is(text[at], ends_name); ++at) {
      if (text[at] == ':') name = at + 1;
    }
    const size_t end = at;
    while (at < text.size() && (is(text[at], blank) || text[at] == '=')) ++at;
    if (at >= text.size() || (text[at] != '"' && text[at] != '\'')) return false;
    const size_t close = text.find(text[at], at + 1);
    if (close == std::string_view::npos) return false;
    value = text.substr(at + 1, close - at - 1);
    if (text.substr(name, end - name) == wanted) return true;
    at = close + 1;
  }
}

std::string SourceNode::attribute(std::string_view wanted) const {
  std::string_view value;
  if (!find_attribute(wanted, value)) return "";
  return value.find('&') == std::string_view::npos ? std::string(value) : decoded(value, nullptr);
}

bool SourceNode::has_attribute(std::string_view wanted) const {
  std::string_view value;
  return find_attribute(wanted, value);
}

bool SourceNode::holds_words() const {
  for (SourceNode child : *this) {
    if (child.is_element()) continue;
    for (char c : child.raw()) {
      if (!is(c, blank)) return true;
    }
  }
  return false;
}

SourceNode SourceNode::child(uint16_t role) const {
  for (SourceNode node : *this) {
    if (node.is_element() && node.role() == role) return node;
  }
  return {};
}

SourceNode SourceNode::descendant(uint16_t role) const {
  // Entries stand in document order: those below a node follow it and begin before it ends.
  if (!*this) return {};
  const uint64_t limit = entry().end;
  for (uint32_t at = m_index + 1; at < m_tree->m_entries.size(); ++at) {
    const auto& candidate = m_tree->m_entries[at];
    if (candidate.start >= limit) break;
    if (candidate.kind == SourceTree::Kind::element && candidate.role == role) return {m_tree, at};
  }
  return {};
}

}  // namespace evident::read::xml
