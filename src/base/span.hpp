// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace evident {

/// A half-open range of byte offsets, [start, end). What it counts in (text or source file) is said where it
/// is used.
struct Span {
  uint64_t start = 0;
  uint64_t end = 0;

  uint64_t size() const { return end - start; }
  bool empty() const { return end <= start; }
  bool contains(const Span& other) const { return start <= other.start && other.end <= end; }
  bool operator==(const Span&) const = default;
};

/// Where something stands in a file: its bytes and, where the file has pages, the page it begins on.
struct Place : Span {
  uint32_t page = 0;  ///< from 1; 0 where there are no pages

  Place() = default;
  Place(Span span, uint32_t on_page = 0) : Span(span), page(on_page) {}
  Place(uint64_t from, uint64_t to, uint32_t on_page = 0) : Span{from, to}, page(on_page) {}
  bool operator==(const Place&) const = default;
};

}  // namespace evident
