// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/span.hpp"
#include "input/input.hpp"
#include "text/offset_map.hpp"

namespace evident::read::record {

/// The first bytes of a file as UTF-8, for readers that tell formats: UTF-16 undone, no byte order mark.
class Head {
 public:
  explicit Head(std::string_view bytes);
  std::string_view text() const { return m_text; }

 private:
  std::string m_decoded;
  std::string_view m_text;
};

/// The encoding that the first bytes of a file declare; empty where they declare none.
using DeclaredEncoding = std::string (*)(std::string_view head);

/// A stream of bytes as UTF-8, of which a reader sees a window: what was read and not yet consumed. Knows
/// where each byte of it stands in the file. Encodings: by byte order mark, by zero bytes (UTF-16), as
/// declared, else UTF-8; a line that is none of it is read as Windows-1252 ("assumed-encoding"). Invalid
/// bytes of what is otherwise right become U+FFFD ("invalid-utf8"). Memory: the window.
class TextStream {
 public:
  TextStream(Input& input, std::string path, DiagnosticSink& sink, DeclaredEncoding declared = nullptr);

  /// Valid until the next call of more() or consume().
  std::string_view text() const { return std::string_view(m_text).substr(m_begin); }
  bool more();  ///< makes text() longer; false at the end of the file
  void consume(size_t size);
  Span source(size_t from, size_t to) const;  ///< of text().substr(from, to - from) in the file
  uint64_t line() const { return m_line; }    ///< of the first byte of text()
  uint64_t line_at(size_t offset) const;      ///< of a byte of text()
  const std::string& path() const { return m_path; }

 private:
  struct Segment {
    uint64_t text_start, text_size, source_start, source_size;
    text::OffsetMap inner;  // offsets count from the segment's starts
    bool as_is;
  };
  void find_encoding();
  size_t whole() const;  // bytes of m_raw that can be decoded by themselves
  void decode(std::string_view bytes);
  void decode_lines(std::string_view bytes, uint64_t start, uint64_t line);
  void add(std::string_view text, uint64_t source_start, uint64_t source_size, text::OffsetMap inner,
           bool as_is);
  void report(Severity severity, const char* code, uint64_t line, Span source, std::string message);
  void report_invalid(uint64_t line, Span source);

  Input& m_input;
  std::string m_path;
  DiagnosticSink& m_sink;
  DeclaredEncoding m_declared;
  enum class Kind { unknown, bytes, utf16le, utf16be, named } m_kind = Kind::unknown;
  std::string m_charset;
  std::string m_raw;
  uint64_t m_raw_offset = 0;  // of m_raw in the file
  uint64_t m_raw_line = 1;
  bool m_at_end = false;
  std::string m_text;
  size_t m_begin = 0;
  uint64_t m_consumed = 0;  // bytes of text before text()
  uint64_t m_line = 1;
  std::deque<Segment> m_segments;
  bool m_assumed = false;
  size_t m_invalid = 0;
};

}  // namespace evident::read::record
