// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "read/html/entry_finder.hpp"

namespace evident::read::html {

struct Entry {
  std::vector<xml::SourceNode> nodes;
  std::string text;   ///< as shown
  std::string label;  ///< unique; empty where the list has no numbers and nothing leads to it
  bool numbered = false;
  /// Numbers of the entries that this one only names: "Smith 2001, p. 12" of a list of short notes.
  std::vector<size_t> means;
  bool written = false;
  Span span() const { return {nodes.front().span().start, nodes.back().span().end}; }
};

/// The references of a page, in order, and what leads to them.
class ReferenceList {
 public:
  ReferenceList(const Tree& tree, const Survey& survey, const std::vector<Link>& links);

  std::vector<Entry>& entries() { return m_entries; }
  const std::vector<Entry>& entries() const { return m_entries; }
  /// The entry that a link cites; none for links between entries and other links.
  std::optional<size_t> cited_by(xml::SourceNode anchor) const;
  /// The entry that an element beside a marker repeats.
  std::optional<size_t> copied_by(xml::SourceNode element) const;
  /// True of a link to a note that holds no reference: its mark is no word of the text that it stands in.
  bool marks_note(xml::SourceNode anchor) const { return m_note_marks.contains(anchor.index()); }
  /// True where anything of the page leads to an entry.
  bool is_linked() const { return !m_cited.empty() || !m_copies.empty(); }
  bool has_copies() const { return !m_copies.empty(); }
  /// The entry that stands at a place of the page.
  std::optional<size_t> holding(uint64_t offset) const;
  /// What an entry without label can be told by: no number, so that no printed number means it.
  std::string name_of(const Entry& entry) const;
  /// The entries with these numbers, those that others stand for in their place.
  std::vector<size_t> meant(const std::vector<size_t>& numbers) const;

 private:
  void add(const FoundList& list);
  void link(const Survey& survey, const std::vector<Link>& links);
  void set_labels(const std::vector<Link>& links);
  std::optional<size_t> entry_at(xml::SourceNode target) const;

  std::vector<Entry> m_entries;
  std::map<uint32_t, size_t> m_cited;   // by number of the link's node
  std::map<uint32_t, size_t> m_copies;  // by number of the element
  std::set<uint32_t> m_note_marks;      // numbers of the links' nodes
};

}  // namespace evident::read::html
