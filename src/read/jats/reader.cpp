// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/jats/reader.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/file_name.hpp"
#include "read/jats/document_writer.hpp"
#include "read/jats/front_matter.hpp"
#include "read/jats/names.hpp"
#include "read/jats/reference_list.hpp"
#include "read/jats/root.hpp"
#include "read/xml/narrow.hpp"
#include "read/xml/record_scanner.hpp"
#include "read/xml/source_text.hpp"
#include "read/xml/source_tree.hpp"
#include "read/xml/well_formed.hpp"

namespace evident::read {

namespace {

constexpr std::string_view format = "jats";
constexpr size_t largest_loose = size_t{64} << 20U;

/// The memory of a tree serves one article after the other.
xml::SourceTree& tree_of_thread() {
  thread_local xml::SourceTree tree{jats::names()};
  return tree;
}

/// Reads one file.
class Run {
 public:
  Run(const std::string& path, Sink& sink) : m_path(path), m_sink(sink) {}
  /// `whole` is the file as UTF-8 where the input is made of that.
  void read(Input& input, const xml::SourceText* whole);

 private:
  void prolog(const xml::Piece& piece);
  void article(const xml::Piece& piece);
  void write(xml::SourceNode node, const jats::ReferenceList* around, const std::string& name,
             const model::WorkRecord* main);
  void report(Severity severity, const char* code, Span span, std::string message);
  std::string name_of(const model::Identifiers& ids) const;

  const std::string& m_path;
  Sink& m_sink;
  xml::Entities m_entities;
  xml::SourceTree& m_tree = tree_of_thread();
  const xml::SourceText* m_whole = nullptr;
  const xml::SourceText* m_source = nullptr;
  std::string m_encoding;
  std::set<std::string> m_unknown;  // entities that were reported
  size_t m_articles = 0;
  std::string m_loose;  // what stands before the first article
  bool m_set = false;   ///< several articles may stand in the file
};

void Run::report(Severity severity, const char* code, Span span, std::string message) {
  m_sink.report(
      {severity, code, m_path, m_source->line_at(span.start), m_source->to_source(span), std::move(message)});
}

void Run::prolog(const xml::Piece& piece) {
  m_encoding = m_whole == nullptr ? xml::declared_encoding(piece.bytes) : "";
  const xml::SourceText source(piece.bytes, m_encoding, {m_path, piece.source.start, piece.line}, m_sink);
  m_entities.declare(source.utf8());
  m_set = !jats::is_prolog(piece.bytes);
}

std::string Run::name_of(const model::Identifiers& ids) const {
  if (m_set && !ids.pmcid.empty()) return ids.pmcid;
  if (m_set && !ids.pmid.empty()) return "PMID" + ids.pmid;
  if (m_set && !ids.doi.empty()) return ids.doi;
  return m_set || m_articles > 1 ? file_stem(m_path) + "-" + std::to_string(m_articles) : "";
}

void Run::write(xml::SourceNode node, const jats::ReferenceList* around, const std::string& name,
                const model::WorkRecord* main) {
  model::WorkRecord record = jats::front_matter(node, *m_source, m_entities);
  jats::ReferenceList references(node, m_entities, around);
  model::Document document;
  document.path = m_path;
  document.format = format;
  document.ids = record.ids;
  document.name = main == nullptr ? name_of(record.ids) : name;
  document.title = jats::title_of(node, m_entities);
  document.text.reserve(node.span().size() / 2);
  document.offsets.reserve(m_tree.size() / 2);
  jats::DocumentWriter writer(*m_source, m_entities, references, document);
  writer.write(node);

  for (const auto& unknown : writer.unknown_entities()) {
    if (!m_unknown.insert(unknown.name).second) continue;
    report(Severity::warning, "undefined-entity", {unknown.offset, unknown.offset + unknown.name.size() + 2},
           "&" + unknown.name + "; is not defined; it was kept as text");
  }
  if (writer.empty_references() > 0)
    report(Severity::note, "empty-reference", node.span(),
           "references of the list that hold no words: " + std::to_string(writer.empty_references()));

  record.path = m_path;
  record.format = format;
  const xml::SourceNode front =
      node.child(jats::tag::front) ? node.child(jats::tag::front) : node.child(jats::tag::front_stub);
  record.source = m_source->to_source(front ? front.span() : node.span());
  auto marked = document.references.begin();  // in the order of their blocks
  for (const model::Block& block : document.blocks) {
    if (block.kind != model::BlockKind::reference) continue;
    model::WorkLink link;
    link.printed = document.text.substr(block.span.start, block.span.size());
    if (marked != document.references.end() && marked->label == block.label) link.target = (marked++)->ids;
    record.links.push_back(std::move(link));
  }
  if (main != nullptr) {
    if (record.container.empty()) {
      record.container = main->container;
      record.container_abbrev = main->container_abbrev;
      record.publisher = main->publisher;
    }
    if (record.issued.year == 0) record.issued = main->issued;
    if (record.volume.empty() && record.issued == main->issued) {
      record.volume = main->volume;
      record.issue = main->issue;
    }
    model::WorkLink link;
    link.relation = node.attribute("article-type") == "translation" ? model::WorkRelation::version_of
                                                                    : model::WorkRelation::part_of;
    link.target = main->ids;
    link.printed = main->title;
    record.links.push_back(std::move(link));
  }
  const std::string base = document.name.empty() ? file_stem(m_path) : document.name;
  if (!document.blocks.empty()) {
    m_sink.document(std::move(document));
  } else {
    report(Severity::warning, "empty-article", node.span(), "the article holds no text");
  }

  int number = 0;
  for (xml::SourceNode child : node) {
    if (!child.is_element()) continue;
    if (child.role() != jats::tag::sub_article && child.role() != jats::tag::response) continue;
    ++number;
    const std::string id = child.attribute("id");
    write(child, &references, base + "-" + (id.empty() ? "sub" + std::to_string(number) : id), &record);
  }
  // A part without an identifier of its own is no work that others could cite.
  const bool own = main == nullptr || (!record.ids.empty() && work_id(record.ids) != work_id(main->ids));
  if (own && (!record.ids.empty() || !record.title.empty())) m_sink.work(std::move(record));
}

void Run::article(const xml::Piece& piece) {
  ++m_articles;
  const xml::SourceText::Place place{m_path, piece.source.start, piece.line};
  const xml::SourceText source = m_whole == nullptr ? xml::SourceText(piece.bytes, m_encoding, place, m_sink)
                                                    : xml::SourceText(piece.bytes, *m_whole, place);
  m_source = &source;
  const Span all{0, source.utf8().size()};
  m_tree.parse(source.utf8());
  if (m_articles == 2 && !m_set)
    report(Severity::warning, "several-roots", {0, 1},
           "the file has more than one root element; each was read as an article of its own");
  if (piece.kind == xml::Piece::Kind::too_large) {
    report(Severity::error, "record-too-large", all,
           "the article that begins here is larger than 64 MiB; what follows these was not read");
  } else if (piece.kind == xml::Piece::Kind::truncated) {
    report(Severity::error, "truncated-record", all,
           "the <article> that begins here has no end; what there is of it was read");
  } else if (const auto flaw =
                 m_tree.regular() || piece.name.empty() ? std::nullopt : xml::flaw_of(source.utf8())) {
    m_sink.report({Severity::error, "damaged-xml", m_path, piece.line + flaw->line - 1,
                   source.to_source({flaw->offset, std::min<uint64_t>(flaw->offset + 1, all.end)}),
                   flaw->message + "; what could be told was read on"});
  }
  if (m_tree.too_deep())
    report(Severity::warning, "too-deep", all,
           "elements nest deeper than " + std::to_string(xml::SourceTree::deepest) +
               "; the deepest were read flat");
  xml::SourceNode node;
  for (uint16_t role : {jats::tag::article, jats::tag::sub_article, jats::tag::response}) {
    if (!node) node = m_tree.root().child(role);
  }
  if (!node)
    report(Severity::error, "damaged-xml", {0, 1},
           "the start tag of the article cannot be read; what follows it was read");
  write(node ? node : m_tree.root(), nullptr, "", nullptr);
  m_source = nullptr;
}

void Run::read(Input& input, const xml::SourceText* whole) {
  m_whole = whole;
  xml::RecordScanner scanner(input, {"article", "sub-article", "response"});
  xml::Piece piece;
  bool first = true;
  while (scanner.next(piece)) {
    if (piece.kind != xml::Piece::Kind::between) {
      article(piece);
    } else if (first) {
      prolog(piece);
      m_loose = piece.bytes;
    } else if (m_articles == 0) {
      if (m_loose.size() < largest_loose) m_loose += piece.bytes;
    } else if (jats::holds_text(piece.bytes)) {
      const Span span = m_whole == nullptr ? piece.source : m_whole->to_source(piece.source);
      m_sink.report({Severity::warning, "text-between-records", m_path, piece.line, span,
                     "text outside any article was not read"});
    }
    first = false;
  }
  if (m_articles > 0) return;
  // No start tag of an article can be read; its parts may be whole.
  if (m_loose.find("<front") == std::string::npos && m_loose.find("<body") == std::string::npos) {
    m_sink.report({Severity::warning, "no-records", m_path, 0, {}, "the file holds no article"});
    return;
  }
  piece = {};
  piece.bytes = m_loose;
  piece.source = {0, m_loose.size()};
  article(piece);
}

class JatsReader final : public Reader {
 public:
  std::string_view name() const override { return format; }
  std::string_view description() const override {
    return "JATS, PMC and NLM article XML (2.x to 1.3), also several articles in one file";
  }
  bool accepts(std::string_view head) const override { return jats::is_jats(head); }

  void read(Input& input, const std::string& path, Sink& sink) const override {
    xml::read_narrow(input, path, sink, [&](Input& narrow, const xml::SourceText* whole) {
      Run(path, sink).read(narrow, whole);
    });
  }
};

}  // namespace

const Reader& jats_reader() {
  static const JatsReader reader;
  return reader;
}

}  // namespace evident::read
