// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "read/xml/entities.hpp"
#include "read/xml/source_text.hpp"
#include "read/xml/source_tree.hpp"
#include "text/offset_map.hpp"

namespace evident::read::xml {

/// Words of elements, and where each byte of them stands in the file.
struct MappedText {
  std::string text;
  text::OffsetMap offsets;
};

/// Gathers the words below a node, mark-up dropped, white space squeezed; several nodes make one text, parted
/// by blanks.
class MappedWords {
 public:
  /// `skips` tells the roles whose elements are left out with all below them; it may be null.
  MappedWords(const SourceText& source, const Entities& entities, bool (*skips)(uint16_t role) = nullptr)
      : m_source(source), m_entities(entities), m_skips(skips) {}
  void add(SourceNode node, MappedText& out) const;

 private:
  const SourceText& m_source;
  const Entities& m_entities;
  bool (*m_skips)(uint16_t role);
};

}  // namespace evident::read::xml
