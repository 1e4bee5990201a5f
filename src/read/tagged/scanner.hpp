// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "read/tagged/lines.hpp"
#include "read/tagged/record.hpp"

namespace evident::read::tagged {

/// What tells records and fields apart in a dialect.
struct Dialect {
  size_t shortest_tag = 2, longest_tag = 2;
  std::string first_tag;  ///< begins a record: "PMID", "TY"
  std::string last_tag;   ///< ends one: "ER"; empty where the next first tag or the end does
};

/// "TY  - JOUR", "PMID- 123": the tag, and where its value begins. nullopt for a line that continues a field.
std::optional<std::pair<std::string, size_t>> tag_of(std::string_view line, const Dialect& dialect);

/// Reads one record after the other; memory is bounded by the largest. Text that belongs to no record and a
/// record that has no end are reported.
class Scanner {
 public:
  Scanner(Input& input, Dialect dialect, std::string path, DiagnosticSink& sink);
  std::optional<Record> next();

 private:
  void add(Record& record, const Line& line, const std::string& tag, size_t value);
  std::string decoded(std::string_view bytes, const Line& line);
  void report(Severity severity, const char* code, const Line& line, std::string message);

  LineReader m_lines;
  Dialect m_dialect;
  std::string m_path;
  DiagnosticSink& m_sink;
  std::optional<Record> m_begun;  // its first line was read already
};

}  // namespace evident::read::tagged
