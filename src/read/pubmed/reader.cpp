// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/pubmed/reader.hpp"

#include <algorithm>

#include "read/pubmed/record.hpp"
#include "read/xml/dom.hpp"
#include "read/xml/record_scanner.hpp"
#include "text/normal.hpp"

namespace evident::read {

namespace {

constexpr std::string_view format = "pubmed-xml";

/// The value of encoding="..." in an XML declaration; empty for UTF-8 or none.
std::string declared_encoding(std::string_view head) {
  const size_t declaration = head.find("<?xml");
  if (declaration == std::string_view::npos || declaration > 3) return "";
  head = head.substr(declaration, head.find("?>") - declaration);
  const size_t at = head.find("encoding=");
  if (at == std::string_view::npos || at + 10 >= head.size()) return "";
  head.remove_prefix(at + 10);
  const std::string name(head.substr(0, head.find_first_of("\"'")));
  return name == "UTF-8" || name == "utf-8" ? "" : name;
}

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

class PubmedReader final : public Reader {
 public:
  std::string_view name() const override { return format; }
  std::string_view description() const override {
    return "PubMed and MEDLINE XML: baseline, update files, efetch, books";
  }

  bool accepts(std::string_view head) const override {
    for (std::string_view root : {"<PubmedArticleSet", "<MedlineCitationSet", "<PubmedBookArticleSet",
                                  "<PubmedArticle>", "<PubmedBookArticle>", "<MedlineCitation "}) {
      const size_t at = head.find(root);
      // Only a prolog may stand before the root: another document may speak of these names further down.
      if (at != std::string_view::npos && head.substr(0, at).find("</") == std::string_view::npos &&
          head.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == head.find('<')) {
        return true;
      }
    }
    return false;
  }

  void read(Input& input, const std::string& path, Sink& sink) const override {
    xml::RecordScanner scanner(input,
                               {"PubmedArticle", "PubmedBookArticle", "DeleteCitation", "MedlineCitation"});
    xml::Parser parser;
    std::string encoding;
    xml::Piece piece;
    bool first = true, any = false;
    while (scanner.next(piece)) {
      if (first) encoding = declared_encoding(piece.bytes);
      first = false;
      any = any || piece.kind != xml::Piece::Kind::between;
      const auto report = [&](Severity severity, const char* code, std::string message) {
        sink.report({severity, code, path, piece.line, piece.source, std::move(message)});
      };
      switch (piece.kind) {
        case xml::Piece::Kind::between:
          if (holds_text(piece.bytes))
            report(Severity::warning, "text-between-records", "text outside any record was not read");
          break;
        case xml::Piece::Kind::truncated:
          report(Severity::error, "truncated-record",
                 "the <" + std::string(piece.name) + "> that begins here has no end; it was skipped");
          break;
        case xml::Piece::Kind::too_large:
          report(Severity::error, "record-too-large",
                 "the record that begins here is larger than 64 MiB; it was skipped");
          break;
        case xml::Piece::Kind::record:
          read_record(piece, encoding, path, parser, sink);
          break;
      }
    }
    if (!any) sink.report({Severity::warning, "no-records", path, 0, {}, "the file holds no PubMed record"});
  }

 private:
  static void read_record(const xml::Piece& piece, const std::string& encoding, const std::string& path,
                          xml::Parser& parser, Sink& sink) {
    const auto report = [&](Severity severity, const char* code, std::string message, int line = 1) {
      sink.report({severity, code, path, piece.line + static_cast<uint64_t>(std::max(0, line - 1)),
                   piece.source, std::move(message)});
    };
    std::string unknown;
    const auto replaced = xml::with_character_references(piece.bytes, unknown);
    if (!unknown.empty())
      report(Severity::warning, "undefined-entity", "&" + unknown + "; is not defined; it was kept as text");
    const auto root = parser.parse(replaced ? std::string_view(*replaced) : piece.bytes, encoding);
    if (!root) {
      report(Severity::error, "malformed-record", parser.failure().message + "; the record was skipped",
             parser.failure().line);
      return;
    }
    if (piece.name == "DeleteCitation") {
      report(Severity::note, "deleted-citation", "the file asks to delete: " + root.text());
      return;
    }
    const bool is_book = piece.name == "PubmedBookArticle";
    model::WorkRecord record = is_book ? pubmed::book_record(root) : pubmed::article_record(root);
    const auto pmid_node = is_book                           ? root.path("BookDocument", "PMID")
                           : piece.name == "MedlineCitation" ? root.child("PMID")
                                                             : root.path("MedlineCitation", "PMID");
    if (const std::string printed = pmid_node.text(); !printed.empty() && !model::normal_pmid(printed)) {
      report(Severity::warning, "bad-pmid", "\"" + printed + "\" is no PMID; the record is kept without it");
    }
    const auto article =
        piece.name == "MedlineCitation" ? root.child("Article") : root.path("MedlineCitation", "Article");
    for (const auto location : article) {
      if (location.name() != "ELocationID" || location.attribute("EIdType") != "doi") continue;
      if (const std::string printed = location.text(); !model::normal_doi(printed))
        report(Severity::warning, "bad-doi", "\"" + printed + "\" is no DOI; the record is kept without it");
    }
    if (record.ids.empty() && record.title.empty()) {
      report(Severity::error, "empty-record", "the record has neither identifier nor title; it was skipped");
      return;
    }
    record.path = path;
    record.format = format;
    record.source = piece.source;
    sink.work(std::move(record));
  }
};

}  // namespace

const Reader& pubmed_reader() {
  static const PubmedReader reader;
  return reader;
}

}  // namespace evident::read
