// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "read/odt/styles.hpp"
#include "read/office/story.hpp"
#include "read/xml/entities.hpp"
#include "read/xml/source_tree.hpp"

namespace evident::read::odt {

/// Writes the body of an OpenDocument text, and its notes behind it. What tracked changes deleted, comments
/// and tables of contents are no text.
class BodyWriter {
 public:
  BodyWriter(xml::SourceNode root, const xml::Entities& entities, const Styles& styles, office::Story& story)
      : m_root(root), m_entities(entities), m_styles(styles), m_story(story) {}
  void write();

 private:
  struct Note {
    xml::SourceNode body;
    std::string label;
  };

  bool notes_are_references() const;
  void blocks(xml::SourceNode parent);
  void block(xml::SourceNode node);
  void list(xml::SourceNode node, int depth);
  void paragraph(xml::SourceNode node, office::ParagraphStyle style);
  void row(xml::SourceNode node);
  void inline_children(xml::SourceNode node, bool raised);
  void inline_element(xml::SourceNode node, bool raised);
  void mark_start(const std::string& name);
  void note(xml::SourceNode node);
  void notes();

  xml::SourceNode m_root;
  const xml::Entities& m_entities;
  const Styles& m_styles;
  office::Story& m_story;
  std::vector<xml::SourceNode> m_floats;  // frames met in the paragraph that is open
  std::vector<Note> m_notes;
  std::map<std::string, int> m_counts;  // of the items of numbered lists, by style
  bool m_cite_notes = false;
  bool m_entries = false;  // inside a bibliography
};

}  // namespace evident::read::odt
