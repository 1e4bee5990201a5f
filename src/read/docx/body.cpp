// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/docx/body.hpp"

#include <algorithm>
#include <utility>

#include "read/docx/names.hpp"
#include "read/office/citation_data.hpp"
#include "read/plain/entry_shapes.hpp"
#include "read/section_names.hpp"
#include "read/xml/plain_text.hpp"

namespace evident::read::docx {

using model::BlockKind;

namespace {

constexpr size_t longest_heading = 4000;  // bytes of mark-up
constexpr size_t longest_note = 50'000;   // likewise

bool is_no_text(uint16_t role) {
  return role == tag::deleted || role == tag::moved_from || role == tag::instruction || role == tag::fallback;
}

}  // namespace

/// Notes are the references where most of them look so and the document has no list of its own.
bool BodyWriter::notes_are_references() const {
  const xml::SourceNode document = m_root.child(tag::document);
  if (!document) return false;
  bool list = false;
  document.each_below(tag::p, [&](xml::SourceNode node) {
    if (!list && node.span().size() < longest_heading)
      list = is_reference_heading(xml::plain_text(node, m_entities, is_no_text));
  });
  document.each_below(tag::instruction, [&](xml::SourceNode node) {
    list = list || office::is_bibliography_code(xml::plain_text(node, m_entities));
  });
  if (list) return false;
  size_t notes = 0, references = 0;
  for (uint16_t role : {tag::footnote, tag::endnote}) {
    m_root.each_below(role, [&](xml::SourceNode node) {
      if (node.span().size() > longest_note) return;
      const std::string words = xml::plain_text(node, m_entities, is_no_text);
      notes += !words.empty();
      references += plain::looks_like_reference(words);
    });
  }
  return notes > 0 && references * 2 >= notes;
}

void BodyWriter::write() {
  m_cite_notes = notes_are_references();
  index_notes();
  const xml::SourceNode document = m_root.child(tag::document);
  const xml::SourceNode body = document ? document.child(tag::body) : xml::SourceNode();
  blocks(body ? body : m_root);
  m_fields.clear();
  m_codes = m_bibliographies = 0;
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
      paragraph(node);
      break;
    case tag::table:
      node.each_below(tag::row, [&](xml::SourceNode child) { row(child); });
      break;
    case tag::deleted:
    case tag::moved_from:
    case tag::fallback:
    case tag::footnotes:
    case tag::endnotes:
      break;
    default:
      blocks(node);  // w:sdt, w:ins and the like
  }
}

void BodyWriter::paragraph(xml::SourceNode node) {
  office::ParagraphStyle style = m_styles.of(node.child(tag::p_properties));
  style.entry = style.entry || in_bibliography();
  m_story.begin(std::move(style));
  inline_children(node);
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
    if (!cell.is_element()) continue;
    for (xml::SourceNode child : cell) {
      if (!child.is_element() || child.role() != tag::p) continue;
      m_story.blank();
      inline_children(child);
    }
  }
  m_story.end();
}

void BodyWriter::inline_children(xml::SourceNode node) {
  for (xml::SourceNode child : node) {
    if (child.is_element()) inline_element(child);
  }
}

void BodyWriter::inline_element(xml::SourceNode node) {
  switch (node.role()) {
    case tag::r:
      run(node);
      break;
    case tag::simple_field: {
      Field field;
      field.code = node.attribute("instr");
      ++m_codes;
      begin_result(field);
      inline_children(node);
      end_result(field);
      break;
    }
    case tag::p_properties:
    case tag::deleted:
    case tag::moved_from:
    case tag::fallback:
      break;
    case tag::text_box:
      m_floats.push_back(node);
      break;
    case tag::t:  // of mathematics, which has runs of its own
      run_element(node, false);
      break;
    default:
      inline_children(node);  // w:hyperlink, w:ins, w:smartTag, w:sdt ...
  }
}

void BodyWriter::run(xml::SourceNode node) {
  const std::string align = value_of(node.child(tag::r_properties), tag::vertical_align);
  for (xml::SourceNode child : node) {
    if (child.is_element()) run_element(child, align == "superscript");
  }
}

void BodyWriter::run_element(xml::SourceNode node, bool raised) {
  switch (node.role()) {
    case tag::t:
      if (hides_text()) break;
      for (xml::SourceNode text : node) {
        if (text.is_element()) continue;
        if (raised) {
          m_story.raised(text);
        } else {
          m_story.text(text);
        }
      }
      break;
    case tag::tab:
    case tag::br:
      if (!hides_text()) m_story.blank();
      break;
    case tag::no_break_hyphen:
      if (!hides_text()) m_story.words("-", node.span());
      break;
    case tag::field_char:
      field_char(node.attribute("fldCharType"));
      break;
    case tag::instruction:
      if (!m_fields.empty() && !m_fields.back().in_result) {
        for (xml::SourceNode text : node) {
          if (!text.is_element()) m_fields.back().code += xml::decoded(text.raw(), &m_entities);
        }
      }
      break;
    case tag::footnote_reference:
    case tag::endnote_reference:
      note_reference(node, node.role() == tag::footnote_reference ? tag::footnote : tag::endnote);
      break;
    case tag::r_properties:
    case tag::fallback:
      break;
    case tag::text_box:
      m_floats.push_back(node);
      break;
    case tag::other:
    case tag::alternatives:
      for (xml::SourceNode child : node) {
        if (child.is_element()) run_element(child, raised);
      }
      break;
    default:
      break;
  }
}

void BodyWriter::field_char(const std::string& type) {
  if (type == "begin") {
    m_fields.emplace_back();
    ++m_codes;
  } else if (type == "separate" && !m_fields.empty() && !m_fields.back().in_result) {
    begin_result(m_fields.back());
  } else if (type == "end" && !m_fields.empty()) {
    const Field field = std::move(m_fields.back());
    m_fields.pop_back();
    end_result(field);
  }
}

void BodyWriter::begin_result(Field& field) {
  field.in_result = true;
  --m_codes;
  field.citation = office::is_citation_code(field.code);
  field.bibliography = office::is_bibliography_code(field.code);
  if (field.citation) m_story.begin_citation();
  if (field.bibliography) {
    ++m_bibliographies;
    m_story.set_entry();
  }
}

void BodyWriter::end_result(const Field& field) {
  m_codes -= !field.in_result;
  m_bibliographies -= field.bibliography;
  if (field.citation) m_story.end_citation(office::cited_works(field.code));
}

void BodyWriter::index_notes() {
  for (uint16_t kind : {tag::footnote, tag::endnote}) {
    m_root.each_below(kind, [&](xml::SourceNode node) {
      m_noted.emplace(std::pair(kind, node.attribute("id")), Note{node, ""});
    });
  }
}

void BodyWriter::note_reference(xml::SourceNode node, uint16_t kind) {
  const auto meant = m_noted.find(std::pair(kind, node.attribute("id")));
  if (meant == m_noted.end() || hides_text()) return;
  Note& note = meant->second;
  if (note.label.empty()) {
    note.label = std::to_string(m_notes.size() + 1);
    m_notes.push_back(note);
  }
  if (m_cite_notes) m_story.cite_note(note.label, node.span());
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
    here.node.each_below(tag::p, [&](xml::SourceNode child) {
      m_story.blank();
      inline_children(child);
    });
    m_story.end();
    m_floats.clear();
  }
}

}  // namespace evident::read::docx
