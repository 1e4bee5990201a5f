// SPDX-License-Identifier: GPL-3.0-or-later
// What a DocumentWriter writes of markers and of the entries that they cite.
#include <algorithm>
#include <utility>

#include "read/html/document_writer.hpp"
#include "read/html/entry_parts.hpp"

namespace evident::read::html {

namespace {
constexpr uint32_t longest_marker = 150;  // "(Smith et al. 2001; Doe 2002)"
}

/// Links as they stand in the block that ended, ranges implied between them filled in.
void DocumentWriter::add_citations() {
  const std::vector<Entry>& entries = m_references.entries();
  for (const jats::Mark& mark : jats::with_ranges(std::move(m_marks), m_document.text, entries.size())) {
    model::MarkedCitation citation;
    citation.span = mark.span;
    for (size_t number : m_references.meant(mark.refs)) citation.labels.push_back(entries[number].label);
    m_document.citations.push_back(std::move(citation));
  }
}

/// What a marker cites by repeated entries in it or right behind it.
std::vector<size_t> DocumentWriter::cited_beside(xml::SourceNode node) const {
  std::vector<size_t> refs;
  if (!m_references.has_copies() || m_survey.text(node) == 0 || m_survey.text(node) > longest_marker)
    return refs;
  for (xml::SourceNode inside : node) {
    if (!inside.is_element()) continue;
    if (const auto entry = m_references.copied_by(inside)) refs.push_back(*entry);
  }
  xml::SourceNode next = node.next();
  while (next && !next.is_element() && next.raw().find_first_not_of(" \t\r\n") == std::string_view::npos)
    next = next.next();
  if (refs.empty() && next && next.is_element()) {
    if (const auto entry = m_references.copied_by(next)) refs.push_back(*entry);
  }
  return refs;
}

std::vector<size_t> DocumentWriter::cited_by(xml::SourceNode node) const {
  if (m_in_citation) return {};
  if (const auto cited = m_references.cited_by(node)) return {*cited};
  const auto raised = m_superscripts.find(node.index());
  return raised == m_superscripts.end() ? cited_beside(node) : raised->second;
}

void DocumentWriter::citation(xml::SourceNode node, std::vector<size_t> refs, Kind kind) {
  open(kind);
  uint64_t start = m_builder.position();
  ++m_flat;
  m_in_citation = true;
  children(node, kind);
  m_in_citation = false;
  --m_flat;
  m_broken = false;
  const std::string_view text = m_document.text;
  uint64_t stop = m_builder.position();
  while (start < stop && text[start] == ' ') ++start;
  while (start < stop && text[stop - 1] == ' ') --stop;
  // A picture that links to a reference is no marker that a reader sees.
  if (start < stop) m_marks.push_back({{start, stop}, std::move(refs), {}});
}

void DocumentWriter::reference_part(xml::SourceNode node, const Entry& entry) {
  if (is_beside_entry(m_survey, node, entry)) return;
  if (!node.is_element()) {
    m_builder.append(node);
    return;
  }
  const bool apart = traits_of(node.role()).block;
  if (apart) m_builder.blank();
  for (xml::SourceNode part : node) reference_part(part, entry);
  if (apart) m_builder.blank();
}

void DocumentWriter::reference(Entry& entry) {
  entry.written = true;
  end();
  open(entry.means.empty() ? Kind::reference : Kind::boilerplate);
  const uint64_t start = m_builder.position();
  for (xml::SourceNode node : entry.nodes) {
    m_builder.blank();
    reference_part(node, entry);
  }
  if (!entry.means.empty()) {
    // A short note names an entry of another list: it cites, and is none itself.
    uint64_t stop = m_builder.position();
    while (stop > start && m_document.text[stop - 1] == ' ') --stop;
    if (stop > start) m_marks.push_back({{start, stop}, entry.means, {}});
    end();
    return;
  }
  model::MarkedReference stated = stated_parts(entry);
  const bool states = !stated.fields.title.empty() || !stated.fields.container.empty() || !stated.ids.empty();
  // Without a label nobody could tell whose parts these are.
  if (states && entry.label.empty()) entry.label = m_references.name_of(entry);
  m_label = stated.label = entry.label;
  const size_t blocks = m_document.blocks.size();
  end();
  // What follows a list in its section is of the page.
  if (!m_sections.empty()) m_sections.back().apart = true;
  if (states && m_document.blocks.size() > blocks) m_document.references.push_back(std::move(stated));
}

}  // namespace evident::read::html
