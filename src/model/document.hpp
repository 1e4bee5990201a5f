// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/span.hpp"
#include "model/identifier.hpp"
#include "model/reference.hpp"
#include "text/offset_map.hpp"

namespace evident::model {

enum class BlockKind {
  title,      ///< of the article
  heading,    ///< of a section
  paragraph,  ///< running text; rejoined where the source broke lines
  list_item,  ///< of a list in the body
  reference,  ///< one entry of the reference list, as printed, with its number
  caption,    ///< of a figure or table
  table,
  info_box,    ///< label-value lines
  boilerplate  ///< advertising, navigation, forms: never a claim
};

/// A run of text of one kind. Spans are bytes in Document::text.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  Span span;
  std::string
      section;        ///< headings above it, outermost first, joined by " > "; empty before the first heading
  std::string label;  ///< of a reference: its number or key as printed ("12", "Smith2004"); else empty
};

/// A citation that mark-up states (JATS xref, HTML anchor, wikitext ref); plain text has none and they are
/// found by extract.
struct MarkedCitation {
  Span span;                        ///< of the marker in Document::text
  std::vector<std::string> labels;  ///< labels of the reference blocks it points to
  uint64_t line = 0;                ///< of the file, where the mark-up names what is no reference
};

/// A reference whose parts mark-up names (JATS element-citation, wikitext cite template, BibTeX fields).
struct MarkedReference {
  std::string label;  ///< of its block
  ReferenceFields fields;
  Identifiers ids;
};

/// An article as a reader hands it over: plain text, where each byte of it came from, and its structure.
struct Document {
  std::string path;
  std::string format;  ///< reader's name: "plain-text", "jats" ...
  std::string sha256;  ///< of the file (of the member for archives)
  std::string
      name;  ///< what its key begins with where one file holds several ("Baclofen" of a dump); else empty
  std::string title;
  Identifiers ids;   ///< its own
  std::string text;  ///< UTF-8
  text::OffsetMap offsets;
  std::vector<Block> blocks;              ///< in order, not overlapping; text outside any block is blank
  std::vector<MarkedCitation> citations;  ///< in order of their spans
  std::vector<MarkedReference>
      references;  ///< of blocks whose parts are marked; the others are parsed as printed
};

}  // namespace evident::model
