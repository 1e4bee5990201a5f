// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/html/page.hpp"

#include <map>
#include <set>
#include <utility>

#include "read/html/document_writer.hpp"
#include "read/html/links.hpp"
#include "read/html/listed_references.hpp"
#include "read/html/metadata.hpp"
#include "read/html/sniff.hpp"
#include "read/html/superscripts.hpp"
#include "read/html/title.hpp"
#include "text/normal.hpp"

namespace evident::read::html {

namespace {

/// The one DOI that a page names before its text begins is its own.
void take_own_doi(const Tree& tree, const Survey& survey, const ReferenceList& references,
                  model::Identifiers& ids) {
  constexpr uint32_t text_begins = 200;  // bytes of prose in one piece
  std::set<std::string> dois;
  for (uint32_t at = 1; at < tree.size(); ++at) {
    const xml::SourceNode node(&tree, at);
    if (!node.is_element()) {
      if (survey.prose(node) >= text_begins || references.holding(node.span().start)) break;
      continue;
    }
    if (node.role() != tag::a) continue;
    model::Identifiers linked;
    take_ids_of_address(node.attribute("href"), linked);
    if (!linked.doi.empty()) dois.insert(std::move(linked.doi));
  }
  if (dois.size() == 1) ids.doi = *dois.begin();
}

class Reading {
 public:
  Reading(std::string_view bytes, xml::SourceText::Place place, DiagnosticSink& sink)
      : m_sink(sink), m_source(bytes, declared_charset(bytes), std::move(place), sink) {}
  Page read(std::string_view format);

 private:
  void report(Severity severity, const char* code, Span span, std::string message) {
    m_sink.report({severity, code, m_source.place().path, m_source.line_at(span.start),
                   m_source.to_source(span), std::move(message)});
  }
  void report_unknown(const DocumentWriter& writer);
  void finish_record(const Tree& tree, Metadata& about, Page& page);

  DiagnosticSink& m_sink;
  xml::SourceText m_source;
  xml::Entities m_entities{xml::Entities::Language::html};
};

void Reading::report_unknown(const DocumentWriter& writer) {
  std::set<std::string> known;
  for (const auto& unknown : writer.unknown_entities()) {
    if (!known.insert(unknown.name).second) continue;
    report(Severity::note, "undefined-entity", {unknown.offset, unknown.offset + unknown.name.size() + 2},
           "&" + unknown.name + "; is not defined; it was kept as text");
  }
}

/// Cited works and provenance.
void Reading::finish_record(const Tree& tree, Metadata& about, Page& page) {
  model::WorkRecord& record = about.record;
  record.path = page.document.path;
  record.format = page.document.format;
  const xml::SourceNode head = tree.root().descendant(tag::head);
  record.source = m_source.to_source(head ? head.span() : Span{0, m_source.utf8().size()});
  std::map<std::string_view, const model::Identifiers*> ids;
  for (const model::MarkedReference& stated : page.document.references)
    ids.emplace(stated.label, &stated.ids);
  for (const model::Block& block : page.document.blocks) {
    if (block.kind != model::BlockKind::reference) continue;
    model::WorkLink link;
    link.printed = page.document.text.substr(block.span.start, block.span.size());
    const auto stated = block.label.empty() ? ids.end() : ids.find(block.label);
    if (stated != ids.end()) link.target = *stated->second;
    record.links.push_back(std::move(link));
  }
  page.record = std::move(record);
}

Page Reading::read(std::string_view format) {
  Page page;
  Tree tree;
  tree.parse(m_source.utf8());
  const Survey survey(tree);
  ReferenceList references(tree, survey, links_within(tree, survey));
  Metadata about = metadata(tree);
  const Title title = find_title(tree, survey, about);
  if (about.record.ids.doi.empty()) take_own_doi(tree, survey, references, about.record.ids);

  model::Document& document = page.document;
  document.path = m_source.place().path;
  document.format = format;
  document.title = title.words;
  document.ids = about.record.ids;
  const Superscripts superscripts = find_superscripts(tree, survey, references);
  DocumentWriter writer(m_source, m_entities, survey, references, superscripts, document);
  writer.write(tree.root(), title.node);
  add_listed_references(about.references, m_source, document);

  report_unknown(writer);
  const Span all{0, m_source.utf8().size()};
  if (tree.cut())
    report(Severity::warning, "cut-html", {all.end, all.end},
           "the page ends inside a tag, a comment or a script; what there is of it was read");
  if (tree.too_deep())
    report(Severity::warning, "too-deep", all,
           "elements nest deeper than " + std::to_string(xml::SourceTree::deepest) +
               "; the deepest were read flat");
  if (about.record.title.empty()) about.record.title = title.words;
  if (about.is_work || (!about.record.ids.empty() && !about.record.title.empty()))
    finish_record(tree, about, page);
  return page;
}

}  // namespace

Page page(std::string_view bytes, xml::SourceText::Place place, std::string_view format,
          DiagnosticSink& sink) {
  return Reading(bytes, std::move(place), sink).read(format);
}

}  // namespace evident::read::html
