// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>

#include "support/memory_reading.hpp"

namespace evident::test {

/// Every promise that holds of any bytes.
inline void expect_sound(const Reading& reading, const std::string& bytes) {
  EXPECT_TRUE(!reading.documents.empty() || !reading.works.empty() || !reading.diagnostics.empty());
  for (const auto& document : reading.documents) {
    uint64_t last = 0;
    for (const auto& block : document.blocks) {
      ASSERT_LE(last, block.span.start);
      ASSERT_LE(block.span.end, document.text.size());
      last = block.span.end;
      const auto source = document.offsets.to_source(block.span);
      ASSERT_LE(source.start, source.end);
      ASSERT_LE(source.end, bytes.size());
    }
    for (const auto& citation : document.citations) ASSERT_LE(citation.span.end, document.text.size());
  }
  for (const auto& diagnostic : reading.diagnostics) ASSERT_LE(diagnostic.source.end, bytes.size());
}

/// Some bytes lost, doubled, swapped or changed, signs of the format put in, or the end cut off.
inline std::string mutated(std::string bytes, std::mt19937& random, std::string_view signs = "<>&;/\"'![]") {
  const auto below = [&](size_t limit) {
    return std::uniform_int_distribution<size_t>(0, limit - 1)(random);
  };
  const size_t changes = 1 + below(4);
  for (size_t n = 0; n < changes && !bytes.empty(); ++n) {
    const size_t at = below(bytes.size());
    const size_t size = std::min(bytes.size() - at, 1 + below(60));
    switch (below(6)) {
      case 0:
        bytes.erase(at, size);
        break;
      case 1:
        bytes.insert(at, bytes.substr(below(bytes.size()), size));
        break;
      case 2:
        bytes[at] = static_cast<char>(below(256));
        break;
      case 3:
        bytes.insert(at, 1, signs[below(signs.size())]);
        break;
      case 4:
        bytes.resize(at);
        break;
      default:
        std::swap(bytes[at], bytes[below(bytes.size())]);
    }
  }
  return bytes;
}

}  // namespace evident::test
