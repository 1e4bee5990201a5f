// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/tagged/scanner.hpp"

#include <algorithm>
#include <utility>

#include "text/encoding.hpp"
#include "text/normal.hpp"

namespace evident::read::tagged {

namespace {

bool is_tag_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string_view without_mark(std::string_view line) {
  return line.starts_with("\xEF\xBB\xBF") ? line.substr(3) : line;
}

}  // namespace

std::optional<std::pair<std::string, size_t>> tag_of(std::string_view line, const Dialect& dialect) {
  size_t size = 0;
  while (size < line.size() && is_tag_letter(line[size])) ++size;
  if (size < dialect.shortest_tag || size > dialect.longest_tag || line[0] < 'A') return std::nullopt;
  size_t at = size;
  while (at < line.size() && at < size + 3 && line[at] == ' ') ++at;
  if (at == line.size() || line[at] != '-') return std::nullopt;
  ++at;
  if (at < line.size() && line[at] != ' ') return std::nullopt;
  while (at < line.size() && line[at] == ' ') ++at;
  return std::pair(std::string(line.substr(0, size)), at);
}

Scanner::Scanner(Input& input, Dialect dialect, std::string path, DiagnosticSink& sink)
    : m_lines(input), m_dialect(std::move(dialect)), m_path(std::move(path)), m_sink(sink) {}

void Scanner::report(Severity severity, const char* code, const Line& line, std::string message) {
  m_sink.report({severity, code, m_path, line.number, line.source, std::move(message)});
}

std::string Scanner::decoded(std::string_view bytes, const Line& line) {
  if (std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return text::squeeze(bytes);
  DiagnosticList ignored;
  auto out = text::decode(bytes, m_path, ignored);
  for (const auto& item : ignored.items)
    report(item.severity, item.code == "assumed-encoding" ? "assumed-encoding" : "invalid-utf8", line,
           item.message);
  return text::squeeze(out.text);
}

void Scanner::add(Record& record, const Line& line, const std::string& tag, size_t value) {
  record.fields.push_back({tag, decoded(without_mark(line.text).substr(value), line)});
  record.source.end = line.source.end;
}

std::optional<Record> Scanner::next() {
  std::optional<Record> record = std::exchange(m_begun, std::nullopt);
  Line line;
  bool between_reported = false;
  while (m_lines.next(line)) {
    const std::string_view text = without_mark(line.text);
    const auto tag = tag_of(text, m_dialect);
    if (tag && tag->first == m_dialect.first_tag) {
      Record begun;
      begun.source = line.source;
      begun.line = line.number;
      add(begun, line, tag->first, tag->second);
      if (!record) {
        record = std::move(begun);
        continue;
      }
      if (!m_dialect.last_tag.empty())
        report(Severity::warning, "missing-end", line,
               "the record before this line has no " + m_dialect.last_tag + "; it was read up to here");
      m_begun = std::move(begun);
      return record;
    }
    if (!record) {
      const bool blank = text.find_first_not_of(" \t\f") == std::string_view::npos;
      // A number before each record is an export's habit, no content.
      const bool number = text.find_first_not_of("0123456789. ") == std::string_view::npos;
      if (!blank && !number && !between_reported) {
        report(Severity::warning, "text-between-records", line, "text outside any record was not read");
        between_reported = true;
      }
      continue;
    }
    if (tag) {
      record->source.end = line.source.end;
      if (tag->first == m_dialect.last_tag) return record;
      add(*record, line, tag->first, tag->second);
    } else if (text.find_first_not_of(" \t") != std::string_view::npos) {
      std::string& value = record->fields.back().value;
      if (!value.empty()) value += ' ';
      value += decoded(text, line);
      record->source.end = line.source.end;
    }
  }
  if (record && !m_dialect.last_tag.empty()) {
    m_sink.report({Severity::warning, "missing-end", m_path, record->line, record->source,
                   "the last record has no " + m_dialect.last_tag + "; it was read to the end of the file"});
  }
  return record;
}

}  // namespace evident::read::tagged
