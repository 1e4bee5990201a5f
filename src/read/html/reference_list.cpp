// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/html/reference_list.hpp"

#include <algorithm>
#include <charconv>

#include "read/html/copies.hpp"

namespace evident::read::html {

namespace {

constexpr size_t longest_alias = 60;  // bytes of an entry that only names another, beside the link

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The number that an entry begins with; 0 where it begins with none.
size_t printed_number(std::string_view text) {
  if (!text.empty() && (text[0] == '[' || text[0] == '(')) text.remove_prefix(1);
  size_t end = 0;
  while (end < text.size() && end < 5 && is_digit(text[end])) ++end;
  if (end == 0 || end == 5) return 0;
  size_t number = 0;
  std::from_chars(text.data(), text.data() + end, number);
  return number;
}

size_t stated_number(xml::SourceNode node, std::string_view attribute, size_t otherwise) {
  const std::string value = node.attribute(attribute);
  size_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() ? number : otherwise;
}

}  // namespace

namespace {

bool is_in_notes(const Survey& survey, xml::SourceNode node) {
  for (; node; node = node.parent()) {
    if (survey.has(node, sign::notes)) return true;
  }
  return false;
}

}  // namespace

ReferenceList::ReferenceList(const Tree& tree, const Survey& survey, const std::vector<Link>& links) {
  const std::vector<FoundList> lists = find_reference_lists(tree, survey, links);
  for (const FoundList& list : lists) add(list);
  m_copies = find_copies(tree, survey, lists);
  link(survey, links);
  set_labels(links);
}

/// Printed numbers count where they run through the list; else those that <ol> shows.
void ReferenceList::add(const FoundList& list) {
  size_t printed = 0;
  size_t last = 0;
  for (const FoundEntry& found : list.entries) {
    const size_t own = printed_number(found.text);
    if (own > last && (last == 0 || own <= last + 3)) {
      ++printed;
      last = own;
    }
  }
  const bool by_print = printed * 10 >= list.entries.size() * 7;
  size_t ordinal = list.ordered ? stated_number(list.ordered, "start", 1) : 0;
  for (const FoundEntry& found : list.entries) {
    Entry entry;
    entry.nodes = found.nodes;
    entry.text = found.text;
    if (list.ordered) ordinal = stated_number(found.nodes.front(), "value", ordinal);
    const size_t own = by_print ? printed_number(found.text) : ordinal;
    if (own > 0) entry.label = std::to_string(own);
    entry.numbered = own > 0;
    if (list.ordered) ++ordinal;
    m_entries.push_back(std::move(entry));
  }
}

std::optional<size_t> ReferenceList::holding(uint64_t offset) const {
  const auto behind = std::partition_point(m_entries.begin(), m_entries.end(),
                                           [&](const Entry& entry) { return entry.span().start <= offset; });
  if (behind == m_entries.begin()) return std::nullopt;
  const auto entry = std::prev(behind);
  if (offset >= entry->span().end) return std::nullopt;
  return static_cast<size_t>(entry - m_entries.begin());
}

/// An empty anchor may stand right before its entry.
std::optional<size_t> ReferenceList::entry_at(xml::SourceNode target) const {
  if (const auto inside = holding(target.span().start)) return inside;
  for (xml::SourceNode next = target.next(); next; next = next.next()) {
    if (next.is_element()) {
      const auto found = holding(next.span().start);
      return found && m_entries[*found].span().start == next.span().start ? found : std::nullopt;
    }
  }
  return std::nullopt;
}

void ReferenceList::link(const Survey& survey, const std::vector<Link>& links) {
  for (const Link& link : links) {
    const auto cited = entry_at(link.target);
    if (!cited) {
      if (link.forward() && is_in_notes(survey, link.target)) m_note_marks.insert(link.anchor.index());
      continue;
    }
    const auto from = holding(link.anchor.span().start);
    if (!from) {
      m_cited.emplace(link.anchor.index(), *cited);
    } else if (*from != *cited && m_entries[*from].text.size() < link.text.size() + longest_alias) {
      m_entries[*from].means.push_back(*cited);
    }
  }
  // One step is enough, and a circle has no end.
  for (Entry& entry : m_entries) {
    const auto leads_on = [&](size_t other) { return !m_entries[other].means.empty(); };
    if (std::any_of(entry.means.begin(), entry.means.end(), leads_on)) entry.means.clear();
  }
}

std::optional<size_t> ReferenceList::cited_by(xml::SourceNode anchor) const {
  const auto found = m_cited.find(anchor.index());
  return found == m_cited.end() ? std::nullopt : std::optional(found->second);
}

std::optional<size_t> ReferenceList::copied_by(xml::SourceNode element) const {
  const auto found = m_copies.find(element.index());
  return found == m_copies.end() ? std::nullopt : std::optional(found->second);
}

std::string ReferenceList::name_of(const Entry& entry) const {
  return "ref-" + std::to_string(&entry - m_entries.data() + 1);
}

std::vector<size_t> ReferenceList::meant(const std::vector<size_t>& numbers) const {
  std::vector<size_t> out;
  const auto add = [&](size_t number) {
    if (std::find(out.begin(), out.end(), number) == out.end()) out.push_back(number);
  };
  for (size_t number : numbers) {
    const std::vector<size_t>& means = m_entries[number].means;
    if (means.empty()) add(number);
    for (size_t other : means) add(other);
  }
  return out;
}

/// Lists that are numbered anew in each part, or not at all, are told apart by their ids.
void ReferenceList::set_labels(const std::vector<Link>& links) {
  std::map<size_t, std::string> ids;  // of what is cited
  for (const Link& link : links) {
    const auto cited = entry_at(link.target);
    if (!cited || holding(link.anchor.span().start) == cited) continue;
    std::string id = link.target.attribute("id");
    if (id.empty()) id = link.target.attribute("name");
    ids.emplace(*cited, id.empty() ? std::to_string(*cited + 1) : std::move(id));
  }
  for (const auto& [node, cited] : m_copies) ids.emplace(cited, std::to_string(cited + 1));
  std::map<std::string, int> times;
  for (const Entry& entry : m_entries) ++times[entry.label];
  std::map<std::string, int> used;
  for (size_t at = 0; at < m_entries.size(); ++at) {
    Entry& entry = m_entries[at];
    const auto id = ids.find(at);
    if (id != ids.end() && (entry.label.empty() || times[entry.label] > 1)) entry.label = id->second;
    if (entry.label.empty() && is_linked()) entry.label = std::to_string(at + 1);
    if (entry.label.empty()) continue;
    const int before = used[entry.label]++;
    if (before > 0) entry.label += "+" + std::to_string(before + 1);
  }
}

}  // namespace evident::read::html
