// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "read/xml/entities.hpp"
#include "read/xml/source_text.hpp"
#include "read/xml/source_tree.hpp"
#include "text/offset_map.hpp"

namespace evident::read::xml {

/// Writes a document's text block by block out of the text nodes of a SourceTree: references decoded, runs of
/// white space as one blank, and every byte mapped to the bytes of the file that it was made from.
class TextBuilder {
 public:
  TextBuilder(const SourceText& source, const Entities& entities, std::string& text, text::OffsetMap& offsets)
      : m_source(source), m_entities(entities), m_text(text), m_offsets(offsets) {}

  void begin_block();
  /// What was written since begin_block(), without blanks at its end; the text goes on with an empty line.
  Span end_block();

  void append(SourceNode text_node);
  /// Words that stand at `offset` of the source's UTF-8, with references to decode in them.
  void append(std::string_view raw, uint64_t offset);
  void blank();  ///< parts two words that only mark-up parts; nothing where a blank stands or a block begins
  /// Words for an element that prints none of its own.
  void stand_in(std::string_view words, Span element);
  uint64_t position() const { return m_text.size(); }

  /// References that stand for nothing known; they were kept as they stand.
  struct Unknown {
    std::string name;
    uint64_t offset = 0;  ///< in the source's UTF-8
  };
  const std::vector<Unknown>& unknown() const { return m_unknown; }

 private:
  void copy(std::string_view words, uint64_t offset);
  size_t append_raw(std::string_view raw, uint64_t offset, bool verbatim);
  void append_reference(const std::string& words, Span reference);
  bool at_blank() const { return m_text.size() == m_block_start || m_text.back() == ' '; }

  const SourceText& m_source;
  const Entities& m_entities;
  std::string& m_text;
  text::OffsetMap& m_offsets;
  uint64_t m_block_start = 0;
  std::vector<Unknown> m_unknown;
};

}  // namespace evident::read::xml
