// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/span.hpp"
#include "text/offset_map.hpp"

namespace evident::read::xml {

/// The value of encoding="..." in the XML declaration that `head` begins with; empty where there is none.
std::string declared_encoding(std::string_view head);

/// A piece of a file as UTF-8, which knows where each of its bytes stands in the file.
class SourceText {
 public:
  /// Where the piece stands; diagnostics tell of it.
  struct Place {
    std::string path;
    uint64_t offset = 0;  ///< of the piece's first byte
    uint64_t line = 1;
  };
  /// `encoding` as the file declares it. Bytes that it does not allow become U+FFFD and are reported; bytes
  /// that are not the UTF-8 they claim to be are read as what they are. `bytes` must outlive this.
  SourceText(std::string_view bytes, const std::string& encoding, Place place, DiagnosticSink& sink);

  /// A part of another text, which stays where it is; `place.offset` counts in whole.utf8().
  SourceText(std::string_view part, const SourceText& whole, Place place)
      : m_bytes(part), m_place(std::move(place)), m_whole(&whole) {}

  /// A text that was made of a part of another: `offsets` leads from it into the part, which begins at
  /// place.offset of whole.utf8().
  SourceText(std::string made, text::OffsetMap offsets, const SourceText& whole, Place place)
      : m_place(std::move(place)),
        m_whole(&whole),
        m_as_is(false),
        m_decoded(std::move(made)),
        m_offsets(std::move(offsets)) {}

  std::string_view utf8() const { return m_as_is ? m_bytes : std::string_view(m_decoded); }
  /// True where offsets in utf8() differ from those in the file by a constant only.
  bool as_is() const { return m_as_is && (m_whole == nullptr || m_whole->as_is()); }
  Span to_source(Span span) const;
  /// How many bytes from an offset stand in the file as they are, one after the other; 0 where none does.
  uint64_t run_at(uint64_t offset) const;
  uint64_t line_at(uint64_t offset) const;  ///< of an offset in utf8(), 1-based in the file
  const Place& place() const { return m_place; }

 private:
  std::string_view m_bytes;
  Place m_place;
  const SourceText* m_whole = nullptr;
  bool m_as_is = true;
  std::string m_decoded;
  text::OffsetMap m_offsets;
  mutable std::vector<uint64_t>
      m_line_ends;  ///< once anybody asked for a line; the end of the text is the last
};

}  // namespace evident::read::xml
