// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "base/span.hpp"

namespace evident::text {

/// Maps byte offsets in decoded UTF-8 text back to byte offsets in the source file.
/// Piecewise: each piece covers `text_size` bytes of text made from `source_size` bytes of source. Where the
/// sizes are equal, offsets inside the piece map one to one; otherwise only its two ends are exact. Pieces
/// are added in ascending order of both offsets; text without a piece maps as itself (identity).
class OffsetMap {
 public:
  /// Memory for that many pieces, where about how many there will be is known.
  void reserve(uint64_t pieces) { m_pieces.reserve(pieces); }
  void add(uint64_t text_start, uint64_t text_size, uint64_t source_start, uint64_t source_size);
  /// The source bytes behind a span of text. A span that ends where mark-up begins does not include the
  /// mark-up.
  Place to_source(Span text) const;

  /// The file has pages: `starts` tells where each begins in it, in ascending order.
  void set_pages(std::vector<uint64_t> starts) { m_pages = std::move(starts); }
  /// How many bytes from an offset stand in the source as they are, one after the other; 0 where none does.
  uint64_t run_at(uint64_t text_offset) const;
  bool empty() const { return m_pieces.empty(); }
  bool operator==(const OffsetMap&) const = default;

 private:
  struct Piece {
    uint64_t text_start, text_size, source_start, source_size;
    bool operator==(const Piece&) const = default;
  };
  uint64_t start_to_source(uint64_t text_offset) const;
  uint64_t end_to_source(uint64_t text_offset) const;
  uint32_t page_at(uint64_t source_offset) const;
  std::vector<Piece> m_pieces;
  std::vector<uint64_t> m_pages;
};

}  // namespace evident::text
