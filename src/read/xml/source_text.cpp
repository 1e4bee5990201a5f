// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/xml/source_text.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "text/charset.hpp"
#include "text/encoding.hpp"

namespace evident::read::xml {

namespace {

/// Moves what a decoder reports about a piece to where the piece stands in the file.
class Moved final : public DiagnosticSink {
 public:
  Moved(const SourceText::Place& place, DiagnosticSink& sink) : m_place(place), m_sink(sink) {}
  void report(Diagnostic diagnostic) override {
    if (!diagnostic.source.empty()) {
      diagnostic.source.start += m_place.offset;
      diagnostic.source.end += m_place.offset;
    }
    if (diagnostic.line > 0) diagnostic.line += m_place.line - 1;
    m_sink.report(std::move(diagnostic));
  }

 private:
  const SourceText::Place& m_place;
  DiagnosticSink& m_sink;
};

std::string lower(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return name;
}

bool says_utf8(const std::string& encoding) {
  const std::string name = lower(encoding);
  return name.empty() || name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii";
}

}  // namespace

std::string declared_encoding(std::string_view head) {
  const size_t declaration = head.find("<?xml");
  if (declaration == std::string_view::npos || declaration > 3) return "";
  head = head.substr(declaration, head.find("?>", declaration) - declaration);
  size_t at = head.find("encoding");
  if (at == std::string_view::npos) return "";
  at = head.find_first_of("\"'", at);
  if (at == std::string_view::npos) return "";
  const size_t end = head.find(head[at], at + 1);
  return end == std::string_view::npos ? "" : std::string(head.substr(at + 1, end - at - 1));
}

SourceText::SourceText(std::string_view bytes, const std::string& encoding, Place place, DiagnosticSink& sink)
    : m_bytes(bytes), m_place(std::move(place)) {
  const bool utf16 = lower(encoding).starts_with("utf-16");  // told by its bytes, whatever the name
  if (!says_utf8(encoding) && !utf16) {
    if (auto decoded = text::transcode(bytes, encoding)) {
      m_as_is = false;
      m_decoded = std::move(decoded->text);
      m_offsets = std::move(decoded->offsets);
      if (decoded->invalid > 0)
        sink.report(
            {Severity::warning,
             "invalid-encoding",
             m_place.path,
             m_place.line,
             {m_place.offset, m_place.offset + bytes.size()},
             std::to_string(decoded->invalid) + " places are no " + encoding + "; each read as U+FFFD"});
      return;
    }
    sink.report(
        {Severity::warning,
         "unknown-encoding",
         m_place.path,
         m_place.line,
         {m_place.offset, m_place.offset + bytes.size()},
         "the encoding \"" + encoding + "\" is not known; the bytes were read as what they look like"});
  }
  const bool wide = bytes.substr(0, 64).find('\0') != std::string_view::npos ||
                    bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (!wide && text::is_utf8(bytes)) return;
  Moved moved(m_place, sink);
  text::Decoded decoded = text::decode(bytes, m_place.path, moved);
  if (decoded.encoding == text::Encoding::windows1252)
    sink.report({Severity::warning,
                 "invalid-encoding",
                 m_place.path,
                 m_place.line,
                 {m_place.offset, m_place.offset + bytes.size()},
                 "the bytes are no UTF-8; they were read as Windows-1252"});
  m_as_is = false;
  m_decoded = std::move(decoded.text);
  m_offsets = std::move(decoded.offsets);
}

Span SourceText::to_source(Span span) const {
  if (!m_as_is) span = m_offsets.to_source(span);
  span = {span.start + m_place.offset, span.end + m_place.offset};
  return m_whole == nullptr ? span : m_whole->to_source(span);
}

uint64_t SourceText::run_at(uint64_t offset) const {
  if (m_whole != nullptr && !m_whole->as_is()) return 0;
  return m_as_is ? m_bytes.size() - offset : m_offsets.run_at(offset);
}

uint64_t SourceText::line_at(uint64_t offset) const {
  // Counted once: a file may have something to tell of on every line.
  if (m_line_ends.empty()) {
    const std::string_view text = utf8();
    for (size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
      m_line_ends.push_back(at);
    m_line_ends.push_back(text.size());
  }
  const auto next = std::lower_bound(m_line_ends.begin(), std::prev(m_line_ends.end()), offset);
  return m_place.line + static_cast<uint64_t>(next - m_line_ends.begin());
}

}  // namespace evident::read::xml
