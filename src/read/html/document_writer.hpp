// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"
#include "read/html/reference_list.hpp"
#include "read/html/superscripts.hpp"
#include "read/html/survey.hpp"
#include "read/jats/citation_marks.hpp"
#include "read/xml/text_builder.hpp"

namespace evident::read::html {

/// Writes a page as a document: what is shown of it, in the order of the file, block by block, with the
/// citations that links to the reference list make.
class DocumentWriter {
 public:
  DocumentWriter(const xml::SourceText& source, const xml::Entities& entities, const Survey& survey,
                 ReferenceList& references, const Superscripts& superscripts, model::Document& document)
      : m_survey(survey),
        m_references(references),
        m_superscripts(superscripts),
        m_document(document),
        m_builder(source, entities, document.text, document.offsets) {}

  /// `title` is the heading that is the page's own; none where there is none.
  void write(xml::SourceNode root, xml::SourceNode title);
  const std::vector<xml::TextBuilder::Unknown>& unknown_entities() const { return m_builder.unknown(); }

 private:
  using Kind = model::BlockKind;
  struct Section {
    int level = 0;
    std::string name;
    bool apart = false;  ///< of the article or the page, not of the subject
  };

  void children(xml::SourceNode node, Kind kind);
  void child(xml::SourceNode node, Kind kind);
  void block(xml::SourceNode node, Kind kind);
  void inline_element(xml::SourceNode node, Kind kind);
  void line_break();
  void table(xml::SourceNode node, Kind kind);
  void row(xml::SourceNode node, Kind kind);
  void citation(xml::SourceNode node, std::vector<size_t> refs, Kind kind);
  void reference(Entry& entry);
  void reference_part(xml::SourceNode node, const Entry& entry);

  Kind kind_of(xml::SourceNode node, Kind around) const;
  Kind settled_kind(std::string_view words);
  std::vector<size_t> cited_by(xml::SourceNode node) const;
  std::vector<size_t> cited_beside(xml::SourceNode node) const;
  void open(Kind kind);
  void end();
  void end_as_heading(int level);
  void enter_section(int level, std::string_view words);
  void add_citations();
  std::string section_name() const;
  bool is_apart() const;

  const Survey& m_survey;
  ReferenceList& m_references;
  const Superscripts& m_superscripts;
  model::Document& m_document;
  xml::TextBuilder m_builder;
  xml::SourceNode m_title;
  std::vector<Section> m_sections;

  // the block that is open
  bool m_open = false;
  Kind m_kind = Kind::paragraph;
  std::string m_label;
  std::vector<jats::Mark> m_marks;
  uint64_t m_linked = 0;   // bytes of it that lead elsewhere
  uint64_t m_strong = 0;   // bytes of it in bold
  bool m_caption = false;  // "Figure 1" in bold opens it
  bool m_broken = false;   // a line break was the last thing in it
  int m_flat = 0;          // > 0: blocks inside are part of it
  bool m_in_citation = false;
};

}  // namespace evident::read::html
