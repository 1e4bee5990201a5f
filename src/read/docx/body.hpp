// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "read/docx/styles.hpp"
#include "read/office/story.hpp"
#include "read/xml/entities.hpp"
#include "read/xml/source_tree.hpp"

namespace evident::read::docx {

/// Writes the body of a document, and the notes that it refers to behind it. What tracked changes deleted is
/// no text; of alternatives the first is taken.
class BodyWriter {
 public:
  BodyWriter(xml::SourceNode root, const xml::Entities& entities, Styles& styles, office::Story& story)
      : m_root(root), m_entities(entities), m_styles(styles), m_story(story) {}
  void write();

 private:
  struct Field {
    std::string code;
    bool in_result = false;
    bool citation = false, bibliography = false;
  };
  struct Note {
    xml::SourceNode node;
    std::string label;
  };

  bool notes_are_references() const;
  void block(xml::SourceNode node);
  void blocks(xml::SourceNode parent);
  void paragraph(xml::SourceNode node);
  void row(xml::SourceNode node);
  void inline_children(xml::SourceNode node);
  void inline_element(xml::SourceNode node);
  void run(xml::SourceNode node);
  void run_element(xml::SourceNode node, bool raised);
  void field_char(const std::string& type);
  void begin_result(Field& field);
  void end_result(const Field& field);
  void note_reference(xml::SourceNode node, uint16_t kind);
  void notes();
  bool hides_text() const { return m_codes > 0; }
  bool in_bibliography() const { return m_bibliographies > 0; }
  void index_notes();

  xml::SourceNode m_root;
  const xml::Entities& m_entities;
  Styles& m_styles;
  office::Story& m_story;
  std::vector<Field> m_fields;                               // that are open, outermost first
  size_t m_codes = 0;                                        // of these, those whose code is being read
  size_t m_bibliographies = 0;                               // and those that are bibliographies
  std::vector<xml::SourceNode> m_floats;                     // text boxes met in the paragraph that is open
  std::vector<Note> m_notes;                                 // referred to, in order
  std::map<std::pair<uint16_t, std::string>, Note> m_noted;  // all there are, by kind and id
  bool m_cite_notes = false;
};

}  // namespace evident::read::docx
