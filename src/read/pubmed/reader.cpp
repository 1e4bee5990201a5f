// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/pubmed/reader.hpp"

#include <algorithm>

#include "read/pubmed/names.hpp"
#include "read/pubmed/parts.hpp"
#include "read/pubmed/record.hpp"
#include "read/xml/narrow.hpp"
#include "read/xml/prolog.hpp"
#include "read/xml/record_scanner.hpp"
#include "read/xml/source_text.hpp"
#include "read/xml/source_tree.hpp"
#include "read/xml/well_formed.hpp"

namespace evident::read {

namespace {

using pubmed::tag::Role;

constexpr std::string_view format = "pubmed-xml";

/// Text between records that is no prolog, comment or tag of the set: something was lost there.
bool holds_text(std::string_view bytes) {
  int depth = 0;
  for (char c : bytes) {
    if (c == '<') ++depth;
    if (depth == 0 && static_cast<unsigned char>(c) > ' ' && c != '\xEF' && c != '\xBB' && c != '\xBF')
      return true;
    if (c == '>' && depth > 0) --depth;
  }
  return false;
}

/// Reads one file.
class Run {
 public:
  Run(const std::string& path, Sink& sink) : m_path(path), m_sink(sink) {}
  /// `whole` is the file as UTF-8 where the input is made of that.
  void read(Input& input, const xml::SourceText* whole);

 private:
  void piece(const xml::Piece& piece);
  void record(const xml::Piece& piece);
  bool sound(const xml::Piece& piece, const xml::SourceText& source);
  void deletions(const xml::Piece& piece, const xml::SourceText& source, xml::SourceNode root);
  void work(const xml::Piece& piece, const xml::SourceText& source, xml::SourceNode root);
  void report(const xml::Piece& piece, Severity severity, const char* code, std::string message,
              uint64_t line = 1) {
    m_sink.report({severity, code, m_path, piece.line + line - 1, span_of(piece), std::move(message)});
  }
  Span span_of(const xml::Piece& piece) const {
    return m_whole == nullptr ? piece.source : m_whole->to_source(piece.source);
  }

  const std::string& m_path;
  Sink& m_sink;
  xml::SourceTree m_tree{pubmed::names()};
  xml::Entities m_entities;
  const xml::SourceText* m_whole = nullptr;
  std::string m_encoding;
};

void Run::read(Input& input, const xml::SourceText* whole) {
  m_whole = whole;
  xml::RecordScanner scanner(input,
                             {"PubmedArticle", "PubmedBookArticle", "DeleteCitation", "MedlineCitation"});
  xml::Piece next;
  bool first = true, any = false;
  while (scanner.next(next)) {
    if (first && m_whole == nullptr) m_encoding = xml::declared_encoding(next.bytes);
    first = false;
    any = any || next.kind != xml::Piece::Kind::between;
    piece(next);
  }
  if (!any)
    m_sink.report({Severity::warning, "no-records", m_path, 0, {}, "the file holds no PubMed record"});
}

void Run::piece(const xml::Piece& piece) {
  switch (piece.kind) {
    case xml::Piece::Kind::between:
      if (holds_text(piece.bytes))
        report(piece, Severity::warning, "text-between-records", "text outside any record was not read");
      break;
    case xml::Piece::Kind::truncated:
      report(piece, Severity::error, "truncated-record",
             "the <" + std::string(piece.name) + "> that begins here has no end; it was skipped");
      break;
    case xml::Piece::Kind::too_large:
      report(piece, Severity::error, "record-too-large",
             "the record that begins here is larger than 64 MiB; it was skipped");
      break;
    case xml::Piece::Kind::record:
      record(piece);
      break;
  }
}

/// Reports what is wrong with a record; false where it is too broken to be read.
bool Run::sound(const xml::Piece& piece, const xml::SourceText& source) {
  const std::string_view utf8 = source.utf8();
  for (size_t at = utf8.find('&'); at != std::string_view::npos; at = utf8.find('&', at + 1)) {
    const auto reference = m_entities.reference(utf8.substr(at));
    if (!reference || reference->text || utf8.compare(at, 2, "&#") == 0) continue;
    report(piece, Severity::warning, "undefined-entity",
           std::string(utf8.substr(at, reference->size)) + " is not defined; it was kept as text");
    break;
  }
  if (m_tree.regular()) return true;
  const auto flaw = xml::flaw_of(utf8);
  if (!flaw) return true;
  report(piece, Severity::error, "malformed-record", flaw->message + "; the record was skipped", flaw->line);
  return false;
}

void Run::record(const xml::Piece& piece) {
  const xml::SourceText::Place place{m_path, piece.source.start, piece.line};
  const xml::SourceText source = m_whole == nullptr ? xml::SourceText(piece.bytes, m_encoding, place, m_sink)
                                                    : xml::SourceText(piece.bytes, *m_whole, place);
  m_tree.parse(source.utf8());
  if (!sound(piece, source)) return;
  if (m_tree.too_deep())
    report(piece, Severity::warning, "too-deep",
           "elements nest deeper than " + std::to_string(xml::SourceTree::deepest) +
               "; the deepest were read flat");
  for (xml::SourceNode root : m_tree.root()) {
    if (!root.is_element()) continue;
    if (root.role() == Role::DeleteCitation) {
      deletions(piece, source, root);
    } else {
      work(piece, source, root);
    }
    return;
  }
}

void Run::deletions(const xml::Piece& piece, const xml::SourceText& source, xml::SourceNode root) {
  bool any = false;
  for (xml::SourceNode node : root) {
    if (node.role() != Role::PMID) continue;
    any = true;
    const std::string printed = pubmed::text(node);
    const auto pmid = model::normal_pmid(printed);
    if (!pmid) {
      report(piece, Severity::warning, "bad-pmid",
             "\"" + printed + "\" is no PMID; nothing can be deleted by it");
      continue;
    }
    model::Deletion deletion;
    deletion.pmid = *pmid;
    deletion.version = pubmed::version_of(node);
    deletion.path = m_path;
    deletion.source = source.to_source(node.span());
    deletion.line = source.line_at(node.span().start);
    m_sink.deletion(std::move(deletion));
  }
  if (!any) report(piece, Severity::warning, "empty-record", "<DeleteCitation> names no PMID");
}

void Run::work(const xml::Piece& piece, const xml::SourceText& source, xml::SourceNode root) {
  const bool is_book = root.role() == Role::PubmedBookArticle;
  model::WorkRecord record =
      is_book ? pubmed::book_record(root, source) : pubmed::article_record(root, source);
  const auto citation = root.role() == Role::MedlineCitation
                            ? root
                            : root.child(is_book ? Role::BookDocument : Role::MedlineCitation);
  if (citation) {
    const std::string printed = pubmed::text(citation.child(Role::PMID));
    if (!printed.empty() && !model::normal_pmid(printed))
      report(piece, Severity::warning, "bad-pmid",
             "\"" + printed + "\" is no PMID; the record is kept without it");
    if (const auto article = citation.child(Role::Article)) {
      for (const auto location : article) {
        if (location.role() != Role::ELocationID || location.attribute("EIdType") != "doi") continue;
        if (const std::string doi = pubmed::text(location); !model::normal_doi(doi))
          report(piece, Severity::warning, "bad-doi",
                 "\"" + doi + "\" is no DOI; the record is kept without it");
      }
    }
  }
  if (record.ids.empty() && record.title.empty()) {
    report(piece, Severity::error, "empty-record",
           "the record has neither identifier nor title; it was skipped");
    return;
  }
  record.path = m_path;
  record.format = format;
  record.source = span_of(piece);
  m_sink.work(std::move(record));
}

class PubmedReader final : public Reader {
 public:
  std::string_view name() const override { return format; }
  std::string_view description() const override {
    return "PubMed and MEDLINE XML: baseline, update files, efetch, books";
  }

  bool accepts(std::string_view head) const override {
    std::string narrow;
    if (xml::is_wide(head)) {
      narrow = xml::narrow_head(head);
      head = narrow;
    }
    const std::string_view root = xml::first_tag_name(head.substr(xml::behind_prolog(head)));
    for (std::string_view known :
         {"PubmedArticleSet", "MedlineCitationSet", "PubmedBookArticleSet", "PubmedArticle",
          "PubmedBookArticle", "MedlineCitation", "DeleteCitation"}) {
      if (root == known) return true;
    }
    return false;
  }

  void read(Input& input, const std::string& path, Sink& sink) const override {
    xml::read_narrow(input, path, sink, [&](Input& narrow, const xml::SourceText* whole) {
      Run(path, sink).read(narrow, whole);
    });
  }
};

}  // namespace

const Reader& pubmed_reader() {
  static const PubmedReader reader;
  return reader;
}

}  // namespace evident::read
