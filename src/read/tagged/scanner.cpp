// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/tagged/scanner.hpp"

#include <algorithm>
#include <utility>

#include "text/normal.hpp"

namespace evident::read::tagged {

namespace {

constexpr uint64_t largest_record = uint64_t{64} << 20U;

bool is_tag_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

/// Files that were put together have marks in the middle.
std::string_view without_mark(std::string_view line) {
  return line.starts_with("\xEF\xBB\xBF") ? line.substr(3) : line;
}

bool contains(const std::vector<std::string>& tags, const std::string& tag) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

}  // namespace

std::optional<std::pair<std::string, size_t>> tag_of(std::string_view line, const Dialect& dialect) {
  size_t size = 0;
  if (dialect.form == Dialect::Form::percent) {
    if (line.size() < 2 || line[0] != '%' || line[1] <= ' ' || (line.size() > 2 && !is_blank(line[2])))
      return std::nullopt;
    size = 2;
  } else {
    while (size < line.size() && is_tag_letter(line[size])) ++size;
    if (size < dialect.shortest_tag || size > dialect.longest_tag || line[0] < 'A') return std::nullopt;
  }
  size_t at = size;
  if (dialect.form == Dialect::Form::dashed) {
    while (at < line.size() && at < size + 3 && is_blank(line[at])) ++at;
    if (at == line.size() || line[at] != '-') return std::nullopt;
    ++at;
  }
  if (at < line.size() && !is_blank(line[at])) return std::nullopt;
  while (at < line.size() && is_blank(line[at])) ++at;
  return std::pair(std::string(line.substr(0, size)), at);
}

Scanner::Scanner(Input& input, Dialect dialect, std::string path, DiagnosticSink& sink)
    : m_stream(input, path, sink),
      m_lines(m_stream),
      m_dialect(std::move(dialect)),
      m_path(std::move(path)),
      m_sink(sink) {}

void Scanner::report(Severity severity, const char* code, const Line& line, std::string message) {
  m_sink.report({severity, code, m_path, line.number, line.source, std::move(message)});
}

void Scanner::report_between(const Line& line) {
  const std::string_view text = without_mark(line.text);
  const bool blank = text.find_first_not_of(" \t\f") == std::string_view::npos;
  // A number before each record is an export's habit, no content.
  const bool number = text.find_first_not_of("0123456789. ") == std::string_view::npos;
  if (blank || number || std::exchange(m_between_reported, true)) return;
  report(Severity::warning, "text-between-records", line, "text outside any record was not read");
}

void Scanner::add(Record& record, const Line& line, const std::string& tag, size_t value) const {
  record.fields.push_back({tag, text::squeeze(without_mark(line.text).substr(value))});
  record.source.end = line.source.end;
}

void Scanner::continue_field(Record& record, const Line& line) const {
  std::string words = text::squeeze(line.text);
  if (words.empty()) return;
  Field& last = record.fields.back();
  if (contains(m_dialect.list_tags, last.tag)) {
    record.fields.push_back({last.tag, std::move(words)});
  } else {
    if (!last.value.empty()) last.value += ' ';
    last.value += words;
  }
  record.source.end = line.source.end;
}

bool Scanner::begins_record(const std::string& tag, const Record* record) const {
  if (tag == m_dialect.first_tag)
    return record == nullptr || record->fields.size() > 1 || record->fields[0].tag != m_dialect.lead_tag;
  const bool parted = record == nullptr || m_after_blank;
  return parted && (m_dialect.form == Dialect::Form::percent || tag == m_dialect.lead_tag);
}

std::optional<Record> Scanner::next() {
  std::optional<Record> record = std::exchange(m_begun, std::nullopt);
  m_between_reported = false;
  Line line;
  while (m_lines.next(line)) {
    const std::string_view text = without_mark(line.text);
    const auto tag = tag_of(text, m_dialect);
    // Records that do not begin with their first tag are parted by empty lines.
    const bool parted =
        record && (record->fields.front().tag != m_dialect.first_tag || !m_dialect.lead_tag.empty());
    const bool blank = !tag && text.find_first_not_of(" \t") == std::string_view::npos;
    if (tag && begins_record(tag->first, record ? &*record : nullptr)) {
      m_after_blank = false;
      Record begun;
      begun.source = line.source;
      begun.line = line.number;
      m_any = true;
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
    m_after_blank = parted && blank;
    if (!record) {
      if (!tag || !contains(m_dialect.quiet_tags, tag->first)) report_between(line);
      continue;
    }
    if (tag) {
      if (tag->first == m_dialect.last_tag) {
        record->source.end = line.source.end;
        return record;
      }
      add(*record, line, tag->first, tag->second);
    } else if (!blank) {
      continue_field(*record, line);
    }
    if (record->source.size() > largest_record) {
      report(Severity::error, "record-too-large", line,
             "the record before this line is larger than 64 MiB; it was read up to here");
      return record;
    }
  }
  if (!std::exchange(m_any, true))
    m_sink.report({Severity::warning, "no-records", m_path, 0, {}, "the file holds no record"});
  if (record && !m_dialect.last_tag.empty()) {
    m_sink.report({Severity::warning, "missing-end", m_path, record->line, record->source,
                   "the last record has no " + m_dialect.last_tag + "; it was read to the end of the file"});
  }
  return record;
}

}  // namespace evident::read::tagged
