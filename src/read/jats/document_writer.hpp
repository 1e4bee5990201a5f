// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"
#include "read/jats/citation_marks.hpp"
#include "read/jats/reference_list.hpp"
#include "read/xml/text_builder.hpp"

namespace evident::read::jats {

/// Writes one article, sub-article or response as a document: blocks of text in the order of the file, floats
/// behind the paragraph that they interrupt, with the citations that xrefs state.
class DocumentWriter {
 public:
  DocumentWriter(const xml::SourceText& source, const xml::Entities& entities, ReferenceList& references,
                 model::Document& document)
      : m_source(source),
        m_entities(entities),
        m_references(references),
        m_document(document),
        m_builder(source, entities, document.text, document.offsets) {}

  void write(xml::SourceNode article);

  const std::vector<xml::TextBuilder::Unknown>& unknown_entities() const { return m_builder.unknown(); }
  size_t empty_references() const { return m_empty_references; }

 private:
  /// What a paragraph is, by what it stands in.
  using Kind = model::BlockKind;

  void front(xml::SourceNode front);
  void children(xml::SourceNode node, Kind kind);
  void element(xml::SourceNode node, Kind kind);
  void section(xml::SourceNode node, Kind kind, std::string name = "");
  void list(xml::SourceNode node, Kind kind);
  void figure(xml::SourceNode node);
  void table_rows(xml::SourceNode node);
  /// The words of a paragraph, cut where a list or the like stands in it.
  void paragraph(xml::SourceNode node, Kind kind);
  void floats(Kind kind);
  void reference(Ref& ref);
  void remaining_references();
  void remaining_citations(xml::SourceNode article);

  void begin(Kind kind);
  void end();
  void inline_children(xml::SourceNode node, bool flat);
  void inline_element(xml::SourceNode node, bool flat);
  void spaced_children(xml::SourceNode node);
  void cross_reference(xml::SourceNode xref, bool flat);
  bool cites(xml::SourceNode xref);

  const xml::SourceText& m_source;
  const xml::Entities& m_entities;
  ReferenceList& m_references;
  model::Document& m_document;
  xml::TextBuilder m_builder;
  Kind m_kind = Kind::paragraph;
  std::string m_label;                    // of the block that is open
  std::vector<Mark> m_marks;              // of the block that is open
  std::string m_section;                  // headings above, joined
  std::vector<xml::SourceNode> m_floats;  // met inside the paragraph that is open
  std::vector<uint64_t> m_seen;           // where the xrefs stand that were read
  size_t m_empty_references = 0;
};

}  // namespace evident::read::jats
