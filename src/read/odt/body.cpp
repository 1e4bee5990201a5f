// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/odt/body.hpp"

#include <algorithm>
#include <utility>

#include "read/odt/bibliography_mark.hpp"
#include "read/odt/names.hpp"
#include "read/office/citation_data.hpp"
#include "read/plain/entry_shapes.hpp"
#include "read/section_names.hpp"
#include "read/xml/plain_text.hpp"

namespace evident::read::odt {

using model::BlockKind;

namespace {

constexpr int deepest_list = 20;
constexpr size_t longest_heading = 4000;  // bytes of mark-up
constexpr size_t longest_note = 50'000;   // likewise

bool is_no_text(uint16_t role) {
  return role == tag::tracked_changes || role == tag::annotation || role == tag::no_text;
}

bool is_bibliography(xml::SourceNode node) {
  return node.role() == tag::bibliography ||
         (node.role() == tag::section && office::is_bibliography_code(node.attribute("name")));
}

}  // namespace

/// Notes are the references where most of them look so and the document has no list of its own.
bool BodyWriter::notes_are_references() const {
  bool list = false;
  for (uint16_t role : {tag::p, tag::h}) {
    m_root.each_below(role, [&](xml::SourceNode node) {
      if (!list && node.span().size() < longest_heading)
        list = is_reference_heading(xml::plain_text(node, m_entities, is_no_text));
    });
  }
  for (uint16_t role : {tag::bibliography, tag::section}) {
    m_root.each_below(role, [&](xml::SourceNode node) { list = list || is_bibliography(node); });
  }
  if (list) return false;
  size_t notes = 0, references = 0;
  m_root.each_below(tag::note_body, [&](xml::SourceNode node) {
    if (node.span().size() > longest_note) return;
    ++notes;
    references += plain::looks_like_reference(xml::plain_text(node, m_entities, is_no_text));
  });
  return notes > 0 && references * 2 >= notes;
}

void BodyWriter::write() {
  m_cite_notes = notes_are_references();
  const xml::SourceNode body = m_root.descendant(tag::body);
  blocks(body ? body : m_root);
  notes();
}

void BodyWriter::blocks(xml::SourceNode parent) {
  for (xml::SourceNode child : parent) {
    if (child.is_element()) block(child);
  }
}

void BodyWriter::block(xml::SourceNode node) {
  switch (node.role()) {
    case tag::p:
    case tag::h:
      paragraph(node, m_styles.of(node));
      break;
    case tag::list:
      list(node, 0);
      break;
    case tag::table:
      node.each_below(tag::row, [&](xml::SourceNode child) { row(child); });
      break;
    case tag::bibliography:
    case tag::section: {
      const bool before = m_entries;
      m_entries = m_entries || is_bibliography(node);
      blocks(node);
      m_entries = before;
      break;
    }
    case tag::index_title: {
      const bool before = std::exchange(m_entries, false);
      for (xml::SourceNode child : node) {
        if (!child.is_element()) continue;
        office::ParagraphStyle style;
        style.kind = BlockKind::heading;
        style.level = 1;
        paragraph(child, std::move(style));
      }
      m_entries = before;
      break;
    }
    case tag::index:
    case tag::tracked_changes:
    case tag::annotation:
    case tag::no_text:
      break;
    default:
      blocks(node);  // frames, index bodies and the like
  }
}

/// The items of a numbered list have its numbers, which count on where lists of one style follow each other.
void BodyWriter::list(xml::SourceNode node, int depth) {
  const std::string name = node.attribute("style-name");
  const bool numbered = depth == 0 && m_styles.numbers_items(name);
  if (numbered && node.attribute("continue-numbering") != "true" && node.attribute("continue-list").empty())
    m_counts[name] = 0;
  for (xml::SourceNode item : node) {
    if (!item.is_element() || (item.role() != tag::list_item && item.role() != tag::list_header)) continue;
    bool first = item.role() == tag::list_item;
    for (xml::SourceNode child : item) {
      if (!child.is_element()) continue;
      if (child.role() == tag::list) {
        if (depth < deepest_list) list(child, depth + 1);
        continue;
      }
      if (child.role() != tag::p && child.role() != tag::h) {
        block(child);
        continue;
      }
      office::ParagraphStyle style = m_styles.of(child);
      if (!style.kind) style.kind = BlockKind::list_item;
      if (numbered && first) style.label = std::to_string(++m_counts[name]);
      first = false;
      paragraph(child, std::move(style));
    }
  }
}

void BodyWriter::paragraph(xml::SourceNode node, office::ParagraphStyle style) {
  style.entry = style.entry || (m_entries && node.role() == tag::p);
  m_story.begin(std::move(style));
  inline_children(node, false);
  m_story.end();
  const std::vector<xml::SourceNode> floats = std::exchange(m_floats, {});
  for (xml::SourceNode box : floats) blocks(box);
}

/// A row is a line; its cells are parted by blanks. Rows of tables inside a cell are met by themselves.
void BodyWriter::row(xml::SourceNode node) {
  office::ParagraphStyle style;
  style.kind = BlockKind::table;
  m_story.begin(std::move(style));
  for (xml::SourceNode cell : node) {
    if (!cell.is_element() || cell.role() != tag::cell) continue;
    for (xml::SourceNode child : cell) {
      if (!child.is_element() || (child.role() != tag::p && child.role() != tag::h)) continue;
      m_story.blank();
      inline_children(child, false);
    }
  }
  m_story.end();
}

void BodyWriter::inline_children(xml::SourceNode node, bool raised) {
  for (xml::SourceNode child : node) {
    if (child.is_element()) {
      inline_element(child, raised);
    } else if (raised) {
      m_story.raised(child);
    } else {
      m_story.text(child);
    }
  }
}

void BodyWriter::inline_element(xml::SourceNode node, bool raised) {
  switch (node.role()) {
    case tag::span:
      inline_children(node, raised || m_styles.is_raised(node.attribute("style-name")));
      break;
    case tag::space:
    case tag::tab:
    case tag::line_break:
      m_story.blank();
      break;
    case tag::note:
      note(node);
      break;
    case tag::mark_start:
      mark_start(node.attribute("name"));
      break;
    case tag::mark_end:
      if (office::is_citation_code(node.attribute("name")))
        m_story.end_citation(office::cited_works(node.attribute("name")));
      break;
    case tag::bibliography_mark:
      m_story.begin_citation();
      inline_children(node, raised);
      m_story.end_citation({marked_work(node)});
      break;
    case tag::text_box:
    case tag::table:
      m_floats.push_back(node);
      break;
    case tag::annotation:
    case tag::tracked_changes:
    case tag::no_text:
      break;
    default:
      inline_children(node, raised);  // text:a, text:meta, fields ...
  }
}

void BodyWriter::mark_start(const std::string& name) {
  if (office::is_citation_code(name)) m_story.begin_citation();
}

void BodyWriter::note(xml::SourceNode node) {
  const xml::SourceNode body = node.child(tag::note_body);
  if (!body) return;
  const std::string label = std::to_string(m_notes.size() + 1);
  m_notes.push_back({body, label});
  if (m_cite_notes) m_story.cite_note(label, node.span());
}

/// Notes that are no references say something beside the text.
void BodyWriter::notes() {
  for (size_t at = 0; at < m_notes.size(); ++at) {
    const Note here = m_notes[at];
    office::ParagraphStyle style;
    style.entry = m_cite_notes;
    style.label = here.label;
    if (!m_cite_notes) style.kind = BlockKind::boilerplate;
    m_story.begin(std::move(style));
    here.body.each_below(tag::p, [&](xml::SourceNode child) {
      m_story.blank();
      inline_children(child, false);
    });
    m_story.end();
    m_floats.clear();
  }
}

}  // namespace evident::read::odt
