// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/bibtex/reader.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "read/bibtex/inheritance.hpp"
#include "read/bibtex/scanner.hpp"
#include "read/bibtex/work.hpp"
#include "read/record/finish.hpp"
#include "text/normal.hpp"

namespace evident::read {

namespace {

using bibtex::Piece;

constexpr std::string_view format = "bibtex";
constexpr size_t waiting_bytes = size_t{64} << 20U;

/// White space, TeX comments and the line of a tool about itself.
bool holds_nothing(std::string_view text) {
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = text.substr(0, end);
    const size_t begin = line.find_first_not_of(" \t\f");
    if (begin != std::string_view::npos && line[begin] != '%') return false;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return true;
}

/// "@string{", "@Comment{": what only this format has.
bool is_special(std::string_view text) {
  const std::string start = text::fold(text.substr(0, 12));
  return start.starts_with("string") || start.starts_with("comment") || start.starts_with("preamble");
}

/// One file.
class FileReader {
 public:
  FileReader(Input& input, const std::string& path, Sink& sink)
      : m_stream(input, path, sink, bibtex::declared_encoding), m_path(path), m_sink(sink) {}

  void run() {
    bibtex::Scanner scanner(m_stream);
    for (Piece piece; scanner.next(piece);) read(piece);
    for (auto& entry : std::exchange(m_waiting, {})) finish(std::move(entry));
    if (!m_any) m_sink.report({Severity::warning, "no-records", m_path, 0, {}, "the file holds no entry"});
  }

 private:
  void report(const Piece& piece, Severity severity, const char* code, std::string message) {
    m_sink.report({severity, code, m_path, piece.line, piece.source, std::move(message)});
  }

  void read(const Piece& piece) {
    switch (piece.kind) {
      case Piece::Kind::comment:
        return;
      case Piece::Kind::between:
        // To BibTeX it is a comment, which is no harm unless somebody meant it to be an entry.
        if (!holds_nothing(piece.text))
          report(piece, Severity::note, "text-between-records", "text outside any entry was not read");
        return;
      case Piece::Kind::too_large:
        report(piece, Severity::error, "record-too-large",
               "the entry that begins here is larger than 64 MiB; it was skipped");
        return;
      case Piece::Kind::entry:
      case Piece::Kind::cut:
        read_entry(piece);
    }
  }

  void read_entry(const Piece& piece) {
    auto [entry, flaws, ended, inside_value, swallowed] = bibtex::parse_entry(piece.text, m_macros);
    entry.source = piece.source;
    entry.line = piece.line;
    m_any = m_any || inside_value;
    if (inside_value || (swallowed && piece.kind == Piece::Kind::cut)) {
      report(piece, Severity::error, "truncated-record",
             "a value of the entry that begins here has no end; the entry was skipped");
      return;
    }
    if (piece.kind == Piece::Kind::cut)
      report(piece, Severity::warning, "missing-end",
             "the entry that begins here is not closed; it was read up to the next one or the end");
    report_flaws(piece, flaws);
    if (entry.type == "preamble") return;
    if (entry.type == "string") {
      for (auto& [name, value] : entry.fields) m_macros.insert_or_assign(name, std::move(value));
      return;
    }
    m_any = true;
    m_ancestors.add(entry);
    if (entry.type == "xdata") return;
    if (!bibtex::inherits(entry)) {
      finish(std::move(entry));
      return;
    }
    m_waiting_bytes += piece.text.size();
    m_waiting.push_back(std::move(entry));
    if (m_waiting_bytes < waiting_bytes) return;
    m_waiting_bytes = 0;
    for (auto& waiting : std::exchange(m_waiting, {})) finish(std::move(waiting));
  }

  /// One of a kind an entry: behind the first, the others are often its consequence.
  void report_flaws(const Piece& piece, const std::vector<bibtex::Flaw>& flaws) {
    std::map<std::string, size_t> counts;
    for (const auto& flaw : flaws) ++counts[flaw.code];
    for (const auto& flaw : flaws) {
      const auto count = counts.extract(flaw.code);
      if (count.empty()) continue;
      const auto end = piece.text.begin() + static_cast<std::ptrdiff_t>(flaw.offset);
      const uint64_t line = piece.line + static_cast<uint64_t>(std::count(piece.text.begin(), end, '\n'));
      m_sink.report(
          {Severity::warning, flaw.code, m_path, line, piece.source,
           flaw.message +
               (count.mapped() == 1 ? "" : "; so in " + std::to_string(count.mapped()) + " places")});
    }
  }

  void finish(bibtex::Entry entry) {
    for (const auto& key : m_ancestors.give(entry)) {
      m_sink.report({Severity::warning, "unknown-crossref", m_path, entry.line, entry.source,
                     "the entry refers to \"" + key + "\", which the file does not have" +
                         (m_ancestors.full() ? " among its first entries" : "")});
    }
    record::finish(bibtex::work_of(entry), {m_path, format, entry.line, entry.source}, "", m_sink);
  }

  record::TextStream m_stream;
  const std::string& m_path;
  Sink& m_sink;
  bibtex::Macros m_macros = bibtex::month_macros();
  bibtex::Ancestors m_ancestors;
  std::vector<bibtex::Entry> m_waiting;
  size_t m_waiting_bytes = 0;
  bool m_any = false;  // entries that are more than definitions
};

class BibtexReader final : public Reader {
 public:
  std::string_view name() const override { return format; }
  std::string_view description() const override { return "BibTeX and BibLaTeX (.bib)"; }

  bool accepts(std::string_view bytes) const override {
    const record::Head decoded(bytes);
    const std::string_view head = decoded.text();
    if (head.starts_with("% Encoding:")) return true;
    const size_t at = bibtex::find_entry(head, 0);
    if (at == std::string_view::npos) return false;
    // Other texts show an entry, and other languages have words behind an "@": only comments and short
    // remarks stand before the first entry of a .bib, and it begins a line.
    const bool special = is_special(head.substr(at));
    if (!special && !bibtex::starts_entry(head, at)) return false;
    const std::string_view before = head.substr(0, at);
    const size_t first = before.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos || before[first] == '%' ||
           (before.size() < 1000 && before[first] != '<');
  }

  void read(Input& input, const std::string& path, Sink& sink) const override {
    FileReader(input, path, sink).run();
  }
};

}  // namespace

const Reader& bibtex_reader() {
  static const BibtexReader reader;
  return reader;
}

}  // namespace evident::read
