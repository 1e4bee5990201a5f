// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/csl_json/reader.hpp"

#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "read/csl_json/work.hpp"
#include "read/json/scanner.hpp"
#include "read/record/finish.hpp"

namespace evident::read {

namespace {

using json::Piece;

constexpr std::string_view format = "csl-json";
constexpr size_t judged_objects = 20;  // where none of the first is an item, none is expected

/// One file.
class FileReader {
 public:
  FileReader(Input& input, const std::string& path, Sink& sink)
      : m_stream(input, path, sink), m_path(path), m_sink(sink) {}

  void run() {
    json::Scanner scanner(m_stream, csl_json::is_telling);
    for (Piece piece; scanner.next(piece);) {
      read(piece);
      if (m_items == 0 && m_others >= judged_objects) break;
    }
    if (m_items > 0 || m_damaged > 0) return;
    m_sink.report(
        {m_others > 0 ? Severity::error : Severity::warning,
         m_others > 0 ? "no-bibliography" : "no-records",
         m_path,
         0,
         {},
         m_others > 0 ? "JSON that is no CSL-JSON; nothing of it was read" : "the file holds no object"});
  }

 private:
  void report(const Piece& piece, Severity severity, const char* code, std::string message) {
    m_sink.report({severity, code, m_path, piece.line, piece.source, std::move(message)});
  }

  void read(const Piece& piece) {
    switch (piece.kind) {
      case Piece::Kind::between:
        if (m_between++ == 0)
          report(piece, Severity::warning, "text-between-records",
                 "values that are no objects were not read");
        return;
      case Piece::Kind::cut:
        ++m_damaged;
        report(piece, Severity::error, "truncated-record",
               "the object that begins here has no end; it was skipped");
        return;
      case Piece::Kind::too_large:
        ++m_damaged;
        report(piece, Severity::error, "record-too-large",
               "the object that begins here is larger than 64 MiB; it was skipped");
        return;
      case Piece::Kind::object:
        read_object(piece);
    }
  }

  void read_object(const Piece& piece) {
    nlohmann::json item;
    try {
      item = nlohmann::json::parse(piece.text);
    } catch (const nlohmann::json::exception& error) {
      ++m_damaged;
      report(piece, Severity::error, "malformed-record",
             std::string(error.what()) + "; the object was skipped");
      return;
    }
    auto work = csl_json::work_of(item);
    if (work) {
      ++m_items;
      report_others();
      const auto doi = item.find("DOI");
      record::finish(std::move(*work), {m_path, format, piece.line, piece.source},
                     doi != item.end() && doi->is_string() ? doi->get<std::string>() : "", m_sink);
      return;
    }
    ++m_others;
    m_unreported.emplace_back(piece.line, piece.source);
    if (m_items > 0) report_others();
  }

  /// Without any item, the file is reported as a whole.
  void report_others() {
    for (const auto& [line, source] : std::exchange(m_unreported, {}))
      m_sink.report({Severity::error, "no-item", m_path, line, source,
                     "the object is no item of CSL-JSON; it was skipped"});
  }

  record::TextStream m_stream;
  const std::string& m_path;
  Sink& m_sink;
  std::vector<std::pair<uint64_t, Span>> m_unreported;  // line and place of objects before the first item
  size_t m_items = 0, m_others = 0, m_damaged = 0, m_between = 0;
};

class CslJsonReader final : public Reader {
 public:
  std::string_view name() const override { return format; }
  std::string_view description() const override {
    return "CSL-JSON, as Zotero, citeproc and Crossref write it";
  }

  bool accepts(std::string_view bytes) const override {
    return json::looks_like_json(record::Head(bytes).text());
  }

  void read(Input& input, const std::string& path, Sink& sink) const override {
    FileReader(input, path, sink).run();
  }
};

}  // namespace

const Reader& csl_json_reader() {
  static const CslJsonReader reader;
  return reader;
}

}  // namespace evident::read
