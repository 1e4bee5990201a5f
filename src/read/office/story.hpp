// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"
#include "model/work.hpp"
#include "read/xml/text_builder.hpp"

namespace evident::read::office {

/// What the format says that a paragraph is.
struct ParagraphStyle {
  std::optional<model::BlockKind> kind;  ///< nullopt: running text, or what it looks like
  int level = 0;                         ///< of a heading, from 1
  bool entry = false;                    ///< of the bibliography
  std::string label;                     ///< the number that a list gives it
};

/// Writes the text of a word processor's document, paragraph by paragraph, and makes the document of it.
/// Where styles tell headings, they make the sections; what they do not tell is told by its look, as in plain
/// text.
class Story {
 public:
  Story(const xml::SourceText& source, const xml::Entities& entities, model::Document& document)
      : m_entities(entities),
        m_document(document),
        m_builder(source, entities, document.text, document.offsets) {}

  void begin(ParagraphStyle style);
  void text(xml::SourceNode text) { m_builder.append(text); }
  void raised(xml::SourceNode text);  ///< above the line: numbers become superscripts
  void words(std::string_view words, Span element) { m_builder.stand_in(words, element); }
  void blank() { m_builder.blank(); }
  void set_entry() { m_style.entry = true; }  ///< the paragraph that is open is of the bibliography
  void end();

  /// The words in between cite works.
  void begin_citation() { m_citation_start = m_builder.position(); }
  void end_citation(std::vector<model::WorkRecord> works);
  /// Prints the raised number of a note that is an entry of the reference list.
  void cite_note(const std::string& label, Span element);

  /// Makes blocks, sections, title, references and citations of what was written.
  void finish();

 private:
  struct Paragraph {
    Span span;
    ParagraphStyle style;
  };
  struct Citation {
    Span span;
    std::vector<model::WorkRecord> works;
    std::string note;
  };

  void make_blocks();
  void set_title();
  void name_sections();
  void label_entries();
  void add_citations();

  const xml::Entities& m_entities;
  model::Document& m_document;
  xml::TextBuilder m_builder;
  ParagraphStyle m_style;
  std::vector<Paragraph> m_paragraphs;
  std::vector<Citation> m_citations;
  std::vector<int> m_levels;  ///< of the blocks that are headings by their style; else 0
  uint64_t m_citation_start = 0;
};

}  // namespace evident::read::office
