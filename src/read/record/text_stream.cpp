// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/record/text_stream.hpp"

#include <algorithm>
#include <utility>

#include "text/charset.hpp"
#include "text/encoding.hpp"

namespace evident::read::record {

namespace {

constexpr size_t chunk = 64 * 1024;
constexpr size_t longest_raw_line = size_t{1} << 20U;
constexpr size_t reported_places = 20;
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

class NoSink final : public DiagnosticSink {
 public:
  void report(Diagnostic) override {}
};

/// How many lines end in the bytes: LF, CRLF or CR.
uint64_t line_ends(std::string_view bytes) {
  uint64_t count = 0;
  for (size_t i = 0; i < bytes.size(); ++i)
    count += bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == bytes.size() || bytes[i + 1] != '\n'));
  return count;
}

bool is_utf16(std::string_view bytes) {
  NoSink sink;
  const auto encoding = text::decode(bytes.substr(0, 1024), "", sink).encoding;
  return encoding == text::Encoding::utf16le || encoding == text::Encoding::utf16be;
}

/// Where the last, incomplete UTF-8 sequence of the bytes begins; their end where it is complete.
size_t before_incomplete(std::string_view bytes) {
  for (size_t back = 1; back <= std::min<size_t>(3, bytes.size()); ++back) {
    const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
    if (byte < 0x80) break;
    if (byte < 0xC0) continue;
    const size_t size = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    return size > back ? bytes.size() - back : bytes.size();
  }
  return bytes.size();
}

}  // namespace

Head::Head(std::string_view bytes) : m_text(bytes) {
  if (bytes.starts_with(utf8_mark)) {
    m_text.remove_prefix(utf8_mark.size());
  } else if (is_utf16(bytes)) {
    NoSink sink;
    m_decoded = text::decode(bytes.substr(0, bytes.size() & ~size_t{1}), "", sink).text;
    m_text = m_decoded;
  }
}

TextStream::TextStream(Input& input, std::string path, DiagnosticSink& sink, DeclaredEncoding declared)
    : m_input(input), m_path(std::move(path)), m_sink(sink), m_declared(declared) {}

void TextStream::report(Severity severity, const char* code, uint64_t line, Span source,
                        std::string message) {
  m_sink.report({severity, code, m_path, line, source, std::move(message)});
}

void TextStream::report_invalid(uint64_t line, Span source) {
  if (++m_invalid > reported_places) return;
  report(Severity::warning, "invalid-utf8", line, source,
         "byte " + std::to_string(source.start) + " is not valid here; read as U+FFFD" +
             (m_invalid == reported_places ? "; further places are not reported" : ""));
}

void TextStream::find_encoding() {
  m_kind = Kind::bytes;
  size_t mark = 0;
  if (is_utf16(m_raw)) {
    NoSink sink;
    const bool little =
        text::decode(std::string_view(m_raw).substr(0, 1024), "", sink).encoding == text::Encoding::utf16le;
    m_kind = little ? Kind::utf16le : Kind::utf16be;
    if (m_raw.starts_with("\xFF\xFE") || m_raw.starts_with("\xFE\xFF")) mark = 2;
  } else if (m_raw.starts_with(utf8_mark)) {
    mark = utf8_mark.size();
  } else if (m_declared != nullptr) {
    m_charset = m_declared(m_raw);
    std::string folded;
    for (const char c : m_charset) {
      if (c != '-' && c != '_') folded += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    if (!folded.empty() && !folded.starts_with("utf") && folded != "ascii" && folded != "usascii") {
      if (text::transcode("", m_charset)) {
        m_kind = Kind::named;
      } else {
        report(Severity::warning, "unknown-encoding", 1, {},
               "the declared encoding \"" + m_charset +
                   "\" is not known; the text was read as what it looks like");
      }
    }
  }
  m_raw.erase(0, mark);
  m_raw_offset = mark;
}

size_t TextStream::whole() const {
  if (m_at_end) return m_raw.size();
  switch (m_kind) {
    case Kind::utf16le:
    case Kind::utf16be: {
      size_t size = m_raw.size() & ~size_t{1};
      const auto high = [&](size_t end) {
        const auto byte = static_cast<unsigned char>(m_raw[m_kind == Kind::utf16le ? end - 1 : end - 2]);
        return byte >= 0xD8 && byte < 0xDC;
      };
      if (size >= 2 && high(size)) size -= 2;
      return size;
    }
    default: {
      // Whole lines, so that one is never judged by a part of it, and no character of several bytes is cut.
      const size_t newline = m_raw.rfind('\n');
      if (newline != std::string::npos) return newline + 1;
      return m_raw.size() < longest_raw_line ? 0 : before_incomplete(m_raw);
    }
  }
}

bool TextStream::more() {
  const size_t before = m_text.size() - m_begin;
  while (!m_at_end && m_text.size() - m_begin == before) {
    const size_t size = m_raw.size();
    m_raw.resize(size + chunk);
    const size_t got = m_input.read(m_raw.data() + size, chunk);
    m_raw.resize(size + got);
    m_at_end = got == 0;
    // A few bytes do not tell an encoding.
    if (m_kind == Kind::unknown && m_raw.size() < 1024 && !m_at_end) continue;
    if (m_kind == Kind::unknown) find_encoding();
    const size_t ready = whole();
    if (ready == 0) continue;
    if (m_begin > 0) {
      m_text.erase(0, m_begin);
      m_begin = 0;
    }
    decode(std::string_view(m_raw).substr(0, ready));
    m_raw.erase(0, ready);
    m_raw_offset += ready;
  }
  return m_text.size() - m_begin > before;
}

void TextStream::add(std::string_view text, uint64_t source_start, uint64_t source_size,
                     text::OffsetMap inner, bool as_is) {
  if (as_is && !m_segments.empty() && m_segments.back().as_is) {
    Segment& last = m_segments.back();
    if (last.source_start + last.source_size == source_start) {
      last.text_size += text.size();
      last.source_size += source_size;
      m_text += text;
      return;
    }
  }
  const uint64_t text_start = m_consumed + m_text.size() - m_begin;
  m_segments.push_back({text_start, text.size(), source_start, source_size, std::move(inner), as_is});
  m_text += text;
}

void TextStream::decode(std::string_view bytes) {
  if (m_kind == Kind::bytes) {
    if (text::is_utf8(bytes)) {
      add(bytes, m_raw_offset, bytes.size(), {}, true);
      m_raw_line += line_ends(bytes);
    } else {
      decode_lines(bytes, m_raw_offset, m_raw_line);
    }
    return;
  }
  const char* const name = m_kind == Kind::utf16le   ? "UTF-16LE"
                           : m_kind == Kind::utf16be ? "UTF-16BE"
                                                     : m_charset.c_str();
  auto decoded = text::transcode(bytes, name);
  if (!decoded) return;  // found to be known when the encoding was looked for
  if (decoded->invalid > 0) {
    report(Severity::warning, m_kind == Kind::named ? "invalid-encoding" : "invalid-utf16", m_raw_line,
           {m_raw_offset, m_raw_offset + bytes.size()},
           std::to_string(decoded->invalid) + " places are no " + name + "; each was read as U+FFFD");
  }
  m_raw_line += line_ends(decoded->text);
  add(decoded->text, m_raw_offset, bytes.size(), std::move(decoded->offsets), false);
}

void TextStream::decode_lines(std::string_view bytes, uint64_t start, uint64_t line) {
  size_t begin = 0;
  while (begin < bytes.size()) {
    size_t end = std::min(bytes.find_first_of("\r\n", begin), bytes.size());
    if (end < bytes.size()) end += bytes.substr(end).starts_with("\r\n") ? 2 : 1;
    const std::string_view words = bytes.substr(begin, end - begin);
    if (text::is_utf8(words)) {
      add(words, start + begin, words.size(), {}, true);
    } else {
      DiagnosticList found;
      text::Decoded decoded = text::decode(words, m_path, found);
      for (const auto& item : found.items) {
        if (item.code != "assumed-encoding") {
          report_invalid(line, {start + begin + item.source.start, start + begin + item.source.end});
        } else if (!std::exchange(m_assumed, true)) {
          report(Severity::note, "assumed-encoding", line, {start + begin, start + end},
                 "the text is not UTF-8; this line and others like it were read as Windows-1252");
        }
      }
      add(decoded.text, start + begin, words.size(), std::move(decoded.offsets), false);
    }
    begin = end;
    ++line;
  }
  m_raw_line = line;
}

void TextStream::consume(size_t size) {
  size = std::min(size, m_text.size() - m_begin);
  m_line += line_ends(std::string_view(m_text).substr(m_begin, size));
  // Between the two bytes of a CRLF no line has ended yet.
  if (size > 0 && m_text[m_begin + size - 1] == '\r' && m_begin + size < m_text.size() &&
      m_text[m_begin + size] == '\n')
    --m_line;
  m_begin += size;
  m_consumed += size;
  while (m_segments.size() > 1 && m_segments[1].text_start <= m_consumed) m_segments.pop_front();
}

Span TextStream::source(size_t from, size_t to) const {
  if (m_segments.empty()) return {m_raw_offset, m_raw_offset};
  const auto segment_of = [&](uint64_t offset) {
    auto after =
        std::upper_bound(m_segments.begin(), m_segments.end(), offset,
                         [](uint64_t at, const Segment& segment) { return at < segment.text_start; });
    return after == m_segments.begin() ? after : std::prev(after);
  };
  const uint64_t begin = m_consumed + from, end = m_consumed + to;
  const auto first = segment_of(begin);
  const uint64_t inside = begin - first->text_start;
  const uint64_t start = inside >= first->text_size
                             ? first->source_start + first->source_size
                             : first->source_start + first->inner.to_source({inside, inside + 1}).start;
  if (to <= from) return {start, start};
  const auto last = segment_of(end - 1);
  const uint64_t behind = end - last->text_start;
  return {start, std::max(start, last->source_start + last->inner.to_source({behind - 1, behind}).end)};
}

uint64_t TextStream::line_at(size_t offset) const {
  return m_line + line_ends(text().substr(0, offset));
}

}  // namespace evident::read::record
