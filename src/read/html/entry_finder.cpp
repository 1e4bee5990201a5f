// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/html/entry_finder.hpp"

#include <algorithm>
#include <map>

#include "read/plain/entry_shapes.hpp"
#include "read/section_names.hpp"

namespace evident::read::html {

namespace {

constexpr size_t longest_heading = 60;

/// "[a]", "note 1", "*": what marks a note.
bool marks_note(std::string_view text) {
  std::string bare;
  for (char c : text) {
    if (std::string_view("[]() .").find(c) == std::string_view::npos) bare += c;
  }
  const bool letters = std::all_of(bare.begin(), bare.end(),
                                   [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  if (letters && bare.size() <= 2) return true;
  if (bare.find_first_of("0123456789") == std::string::npos) return bare.size() <= 3;  // "*", a dagger
  return bare.starts_with("note") || bare.starts_with("Note") || bare.starts_with("nb") ||
         bare.starts_with("fn");
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// What a link to an entry may hold: numbers alone, or names and a year.
bool marks_reference(std::string_view text) {
  if (text.empty() || text.size() > 120 || std::none_of(text.begin(), text.end(), is_digit)) return false;
  const bool letters = std::any_of(text.begin(), text.end(),
                                   [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  if (!letters) return true;
  size_t digits = 0;
  for (char c : text) {
    digits = is_digit(c) ? digits + 1 : 0;
    if (digits == 4) return true;
  }
  return false;
}

class Finder {
 public:
  Finder(const Tree& tree, const Survey& survey, const std::vector<Link>& links)
      : m_tree(tree), m_survey(survey), m_links(links) {}
  std::vector<FoundList> find();

 private:
  struct Heading {
    uint64_t end = 0;
    bool references = false;
    bool notes = false;
  };
  /// The entries that stand in one element, as links tell.
  struct Linked {
    std::map<uint32_t, std::vector<xml::SourceNode>> nodes;  // by the first node's number
    std::vector<std::string> marks;
  };

  void find_headings();
  Heading heading(xml::SourceNode node) const;
  Heading heading_above(xml::SourceNode node) const;
  bool under_reference_heading(xml::SourceNode node) const { return heading_above(node).references; }
  bool is_named(xml::SourceNode container, uint32_t sign) const;
  void collect_linked();
  std::vector<FoundEntry> linked_members(xml::SourceNode container, const Linked& linked) const;
  void accept(std::vector<FoundEntry> entries, xml::SourceNode container, bool linked);
  void drop_notes();
  bool is_apart(xml::SourceNode node) const;
  bool is_taken(Span span) const;

  const Tree& m_tree;
  const Survey& m_survey;
  const std::vector<Link>& m_links;
  std::vector<Heading> m_headings;
  std::map<uint32_t, Linked> m_linked;   // by container
  std::map<uint64_t, uint64_t> m_taken;  // where entries stand
  std::vector<FoundList> m_lists;
  size_t m_linked_lists = 0;  // paragraphs under a heading are no list beside these
};

/// A heading may be a paragraph of bold words.
void Finder::find_headings() {
  for (uint32_t at = 1; at < m_tree.size(); ++at) {
    const xml::SourceNode node(&m_tree, at);
    if (!node.is_element() || m_survey.is_hidden(node)) continue;
    const uint16_t role = node.role();
    if (is_heading(role)) {
      m_headings.push_back(heading(node));
    } else if ((role == tag::p || role == tag::div || role == tag::dt || role == tag::strong) &&
               m_survey.text(node) >= 5 && m_survey.text(node) < longest_heading) {
      const Heading candidate = heading(node);
      if (candidate.references) m_headings.push_back(candidate);
    }
  }
}

Finder::Heading Finder::heading(xml::SourceNode node) const {
  const std::string words = m_survey.shown_text(node);
  return {node.span().end, is_reference_heading(words), is_note_heading(words)};
}

Finder::Heading Finder::heading_above(xml::SourceNode node) const {
  const uint64_t start = node.span().start;
  const auto behind = std::partition_point(m_headings.begin(), m_headings.end(),
                                           [&](const Heading& heading) { return heading.end <= start; });
  return behind == m_headings.begin() ? Heading() : *std::prev(behind);
}

bool Finder::is_named(xml::SourceNode container, uint32_t sign) const {
  for (int level = 0; level < 3 && container; ++level, container = container.parent()) {
    if (m_survey.has(container, sign)) return true;
  }
  return false;
}

bool Finder::is_apart(xml::SourceNode node) const {
  for (; node; node = node.parent()) {
    if (m_survey.has(node, sign::furniture | sign::dialog)) return true;
  }
  return false;
}

bool Finder::is_taken(Span span) const {
  const auto behind = m_taken.upper_bound(span.start);
  if (behind != m_taken.begin() && std::prev(behind)->second > span.start) return true;
  return behind != m_taken.end() && behind->first < span.end;
}

void Finder::collect_linked() {
  for (const Link& link : m_links) {
    if (!link.forward() || !(marks_reference(link.text) || m_survey.has(link.anchor, sign::callout)) ||
        m_survey.is_hidden(link.target) || is_apart(link.anchor) || is_apart(link.target))
      continue;
    std::vector<xml::SourceNode> nodes = entry_around(m_survey, link.target);
    if (nodes.empty() || nodes.front().span().contains(link.anchor.span())) continue;
    xml::SourceNode container = nodes.front().parent();
    while (container && nodes.front().role() == tag::tr && container.role() != tag::table)
      container = container.parent();
    if (!container) continue;
    Linked& linked = m_linked[container.index()];
    const uint32_t first = nodes.front().index();
    linked.nodes.emplace(first, std::move(nodes));
    linked.marks.push_back(link.text);
  }
}

/// Of paragraphs and <div>s, those that links lead to and those between that look alike.
std::vector<FoundEntry> Finder::linked_members(xml::SourceNode container, const Linked& linked) const {
  if (is_list(container.role())) return members(m_survey, container);
  std::vector<FoundEntry> out;
  const uint32_t first = linked.nodes.begin()->first;
  const uint32_t last = linked.nodes.rbegin()->first;
  const bool named = under_reference_heading(xml::SourceNode(&m_tree, first));
  for (xml::SourceNode child : container) {
    if (!child.is_element() || m_survey.is_hidden(child) || child.index() < first) continue;
    const auto known = linked.nodes.find(child.index());
    if (known != linked.nodes.end()) {
      if (!split_lines(m_survey, child, out)) out.push_back(entry_of(m_survey, known->second));
      continue;
    }
    if (child.index() > last && !named) break;
    if (is_heading(child.role())) break;
    if (child.role() != xml::SourceNode(&m_tree, first).role()) continue;
    FoundEntry candidate = entry_of(m_survey, {child});
    if (candidate.text.size() >= least_entry && plain::looks_like_reference(candidate.text))
      out.push_back(std::move(candidate));
  }
  return out;
}

void Finder::accept(std::vector<FoundEntry> entries, xml::SourceNode container, bool linked) {
  FoundList list;
  for (FoundEntry& entry : entries) {
    if (is_taken(entry.span())) continue;
    m_taken.emplace(entry.span().start, entry.span().end);
    list.entries.push_back(std::move(entry));
  }
  if (container.role() == tag::ol) list.ordered = container;
  list.notes = !linked && (heading_above(container).notes || is_named(container, sign::notes));
  m_linked_lists += linked;
  if (!list.entries.empty()) m_lists.push_back(std::move(list));
}

/// Notes are references where the page has no other list.
void Finder::drop_notes() {
  const auto is_notes = [](const FoundList& list) { return list.notes; };
  if (std::all_of(m_lists.begin(), m_lists.end(), is_notes)) return;
  m_lists.erase(std::remove_if(m_lists.begin(), m_lists.end(), is_notes), m_lists.end());
}

std::vector<FoundList> Finder::find() {
  find_headings();
  collect_linked();
  for (const auto& [index, linked] : m_linked) {
    const xml::SourceNode container(&m_tree, index);
    const auto notes = std::count_if(linked.marks.begin(), linked.marks.end(), marks_note);
    if (static_cast<size_t>(notes) * 2 > linked.marks.size()) continue;
    std::vector<FoundEntry> entries = linked_members(container, linked);
    const bool named = under_reference_heading(container) || is_named(container, sign::references);
    const double looks = share_that_looks_it(entries);
    if (looks >= 0.5 || (named && looks >= 0.25)) accept(std::move(entries), container, true);
  }
  for (uint32_t at = 1; at < m_tree.size(); ++at) {
    const xml::SourceNode node(&m_tree, at);
    if (!node.is_element() || m_survey.is_hidden(node) || m_survey.text(node) < least_entry) continue;
    const bool list = is_list(node.role());
    const bool named = list ? is_named(node, sign::references) || under_reference_heading(node)
                            : m_survey.has(node, sign::references) && node.role() != tag::li;
    const bool block = node.role() == tag::div || node.role() == tag::section;
    if (!named || !(list || block)) continue;
    if (is_named(node, sign::notes) && !under_reference_heading(node)) continue;
    if (is_apart(node) || is_taken(node.span())) continue;
    std::vector<FoundEntry> entries = members(m_survey, node);
    // A <div> around lists is looked into; its own blocks count where they are the entries.
    if (!list && (node.descendant(tag::li) || entries.size() < 2)) continue;
    if (share_that_looks_it(entries) >= 0.5) accept(std::move(entries), node, false);
  }
  for (uint32_t at = 1; at < m_tree.size(); ++at) {
    const xml::SourceNode node(&m_tree, at);
    if (!node.is_element() || node.role() != tag::p || m_survey.is_hidden(node)) continue;
    if (m_linked_lists > 0 || !under_reference_heading(node) || is_apart(node) || is_taken(node.span()))
      continue;
    std::vector<FoundEntry> entries = paragraphs_from(m_survey, node);
    if (entries.empty()) continue;
    at = entries.back().nodes.back().index();
    if (share_that_looks_it(entries) < 0.5) continue;
    accept(std::move(entries), node, false);
  }
  drop_notes();
  std::sort(m_lists.begin(), m_lists.end(), [](const FoundList& left, const FoundList& right) {
    return left.entries.front().span().start < right.entries.front().span().start;
  });
  return std::move(m_lists);
}

}  // namespace

std::vector<FoundList> find_reference_lists(const Tree& tree, const Survey& survey,
                                            const std::vector<Link>& links) {
  return Finder(tree, survey, links).find();
}

}  // namespace evident::read::html
