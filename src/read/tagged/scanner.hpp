// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "read/record/text_stream.hpp"
#include "read/tagged/lines.hpp"
#include "read/tagged/record.hpp"

namespace evident::read::tagged {

/// What tells records and fields apart in a dialect.
struct Dialect {
  size_t shortest_tag = 2, longest_tag = 2;
  std::string first_tag;  ///< begins a record: "PMID", "TY"
  std::string last_tag;   ///< ends one: "ER"; empty where the next first tag or the end does
  enum class Form {
    dashed,  ///< "TY  - JOUR"
    spaced,  ///< "PT J"; lines that begin with a blank continue
    percent  ///< "%0 Book"; where the first tag is not used, an empty line parts records
  } form = Form::dashed;
  std::string lead_tag;  ///< begins a record too, before the first tag, at the start or after an empty line
  std::vector<std::string> list_tags;   ///< each line that continues such a field is a value of its own
  std::vector<std::string> quiet_tags;  ///< of the file, not of a record: "FN"
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
  void add(Record& record, const Line& line, const std::string& tag, size_t value) const;
  void continue_field(Record& record, const Line& line) const;
  bool begins_record(const std::string& tag, const Record* record) const;
  void report(Severity severity, const char* code, const Line& line, std::string message);
  void report_between(const Line& line);

  record::TextStream m_stream;
  LineReader m_lines;
  Dialect m_dialect;
  std::string m_path;
  DiagnosticSink& m_sink;
  std::optional<Record> m_begun;  // its first line was read already
  bool m_after_blank = false;
  bool m_between_reported = false;  // since the last record
  bool m_any = false;
};

}  // namespace evident::read::tagged
