// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/endnote_xml/reader.hpp"

#include <algorithm>

#include "read/endnote_xml/record.hpp"
#include "read/record/finish.hpp"
#include "read/xml/dom.hpp"
#include "read/xml/record_scanner.hpp"
#include "read/xml/source_text.hpp"

namespace evident::read {

namespace {

constexpr std::string_view format = "endnote-xml";

/// One file.
class FileReader {
 public:
  FileReader(const std::string& path, Sink& sink) : m_path(path), m_sink(sink) {}

  void run(Input& input) {
    xml::RecordScanner scanner(input, {"record"});
    bool first = true, any = false;
    for (xml::Piece piece; scanner.next(piece); first = false) {
      if (first) m_encoding = xml::declared_encoding(piece.bytes);
      any = any || piece.kind != xml::Piece::Kind::between;
      read(piece);
    }
    if (!any) m_sink.report({Severity::warning, "no-records", m_path, 0, {}, "the file holds no record"});
  }

 private:
  void report(const xml::Piece& piece, Severity severity, const char* code, std::string message,
              int line = 1) {
    m_sink.report({severity, code, m_path, piece.line + static_cast<uint64_t>(std::max(0, line - 1)),
                   piece.source, std::move(message)});
  }

  void read(const xml::Piece& piece) {
    switch (piece.kind) {
      case xml::Piece::Kind::between:
        if (holds_text(piece.bytes))
          report(piece, Severity::warning, "text-between-records", "text outside any record was not read");
        return;
      case xml::Piece::Kind::truncated:
        report(piece, Severity::error, "truncated-record",
               "the <record> that begins here has no end; it was skipped");
        return;
      case xml::Piece::Kind::too_large:
        report(piece, Severity::error, "record-too-large",
               "the record that begins here is larger than 64 MiB; it was skipped");
        return;
      case xml::Piece::Kind::record:
        read_record(piece);
    }
  }

  void read_record(const xml::Piece& piece) {
    std::string unknown;
    const auto replaced = xml::with_character_references(piece.bytes, unknown);
    if (!unknown.empty())
      report(piece, Severity::warning, "undefined-entity",
             "&" + unknown + "; is not defined; it was kept as text");
    const auto root = m_parser.parse(replaced ? std::string_view(*replaced) : piece.bytes, m_encoding);
    if (!root) {
      report(piece, Severity::error, "malformed-record",
             m_parser.failure().message + "; the record was skipped", m_parser.failure().line);
      return;
    }
    record::finish(endnote_xml::work_of(root), {m_path, format, piece.line, piece.source},
                   root.child("electronic-resource-num").text(), m_sink);
  }

  /// Text outside any tag.
  static bool holds_text(std::string_view bytes) {
    int depth = 0;
    for (const char c : bytes) {
      if (c == '<') ++depth;
      if (depth == 0 && static_cast<unsigned char>(c) > ' ' && c != '\xEF' && c != '\xBB' && c != '\xBF')
        return true;
      if (c == '>' && depth > 0) --depth;
    }
    return false;
  }

  const std::string& m_path;
  Sink& m_sink;
  xml::Parser m_parser;
  std::string m_encoding;
};

class EndnoteXmlReader final : public Reader {
 public:
  std::string_view name() const override { return format; }
  std::string_view description() const override { return "EndNote XML"; }

  bool accepts(std::string_view head) const override {
    const size_t begin = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (begin == std::string_view::npos || head[begin] != '<') return false;
    size_t root = head.find("<xml>");
    if (root == std::string_view::npos) root = head.find("<records>");
    if (root == std::string_view::npos || head.substr(0, root).find("</") != std::string_view::npos)
      return false;
    const size_t records = head.find("<records", root);
    return records != std::string_view::npos &&
           head.substr(root, records - root).find("</") == std::string_view::npos;
  }

  void read(Input& input, const std::string& path, Sink& sink) const override {
    FileReader(path, sink).run(input);
  }
};

}  // namespace

const Reader& endnote_xml_reader() {
  static const EndnoteXmlReader reader;
  return reader;
}

}  // namespace evident::read
