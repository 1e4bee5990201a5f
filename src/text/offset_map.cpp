// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/offset_map.hpp"

#include <algorithm>

namespace evident::text {

void OffsetMap::add(uint64_t text_start, uint64_t text_size, uint64_t source_start, uint64_t source_size) {
  if (text_size == 0) return;  // no text can ask for it
  if (!m_pieces.empty()) {
    Piece& last = m_pieces.back();
    const bool both_exact = last.text_size == last.source_size && text_size == source_size;
    if (both_exact && last.text_start + last.text_size == text_start &&
        last.source_start + last.source_size == source_start) {
      last.text_size += text_size;
      last.source_size += source_size;
      return;
    }
  }
  m_pieces.push_back({text_start, text_size, source_start, source_size});
}

Place OffsetMap::to_source(Span text) const {
  const uint64_t start = start_to_source(text.start);
  const uint64_t end = text.empty() ? start : std::max(start, end_to_source(text.end));
  return {start, end, page_at(start)};
}

uint32_t OffsetMap::page_at(uint64_t source_offset) const {
  const auto after = std::upper_bound(m_pages.begin(), m_pages.end(), source_offset);
  return static_cast<uint32_t>(after - m_pages.begin());
}

uint64_t OffsetMap::run_at(uint64_t text_offset) const {
  const auto after = std::upper_bound(m_pieces.begin(), m_pieces.end(), text_offset,
                                      [](uint64_t offset, const Piece& p) { return offset < p.text_start; });
  if (after == m_pieces.begin()) return 0;
  const Piece& piece = *std::prev(after);
  const uint64_t inside = text_offset - piece.text_start;
  return piece.text_size == piece.source_size && inside < piece.text_size ? piece.text_size - inside : 0;
}

uint64_t OffsetMap::start_to_source(uint64_t text_offset) const {
  const auto after = std::upper_bound(m_pieces.begin(), m_pieces.end(), text_offset,
                                      [](uint64_t offset, const Piece& p) { return offset < p.text_start; });
  if (after == m_pieces.begin()) return text_offset;
  const Piece& piece = *std::prev(after);
  const uint64_t inside = text_offset - piece.text_start;
  if (inside >= piece.text_size) {
    // The very end of the last piece is known; text further on has no piece.
    return inside == piece.text_size ? piece.source_start + piece.source_size : text_offset;
  }
  return piece.text_size == piece.source_size ? piece.source_start + inside : piece.source_start;
}

uint64_t OffsetMap::end_to_source(uint64_t text_offset) const {
  // The piece of the last byte before the offset, so that mark-up behind it stays outside.
  const auto after = std::lower_bound(m_pieces.begin(), m_pieces.end(), text_offset,
                                      [](const Piece& p, uint64_t offset) { return p.text_start < offset; });
  if (after == m_pieces.begin()) return text_offset;
  const Piece& piece = *std::prev(after);
  const uint64_t inside = text_offset - piece.text_start;
  if (inside > piece.text_size) return text_offset;
  return piece.text_size == piece.source_size ? piece.source_start + inside
                                              : piece.source_start + piece.source_size;
}

}  // namespace evident::text
