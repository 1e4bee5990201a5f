// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "support/cpu_clock.hpp"
#include "support/memory_reading.hpp"
#include "support/mutation.hpp"

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
    last = 0;
    for (const auto& citation : document.citations) {
      ASSERT_LE(last, citation.span.start);
      ASSERT_LE(citation.span.end, document.text.size());
      last = citation.span.start;
    }
  }
  for (const auto& work : reading.works) ASSERT_LE(work.source.end, bytes.size());
  for (const auto& diagnostic : reading.diagnostics) ASSERT_LE(diagnostic.source.end, bytes.size());
}

/// The articles of the corpus whose names end so.
inline std::vector<std::string> corpus_files(const std::string& extension) {
  std::vector<std::string> files;
  const std::filesystem::path folder = std::filesystem::path(EVIDENT_SOURCE_DIR) / "corpus" / "articles";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != extension) continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    files.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
  }
  std::sort(files.begin(), files.end());
  return files;
}

inline void mutate_a_thousand_times(const read::Reader& reader, const std::vector<std::string>& good,
                                    uint32_t seed) {
  std::mt19937 random(seed);
  for (int round = 0; round < 1000; ++round) {
    SCOPED_TRACE("round " + std::to_string(round));
    const std::string bytes = mutated(good[static_cast<size_t>(round) % good.size()], random);
    const auto start = evident::test::CpuClock::now();
    expect_sound(Reading(reader, bytes, 1 + random() % 5000), bytes);
    ASSERT_LT(evident::test::CpuClock::now() - start, std::chrono::seconds(10));
    if (testing::Test::HasFatalFailure()) return;
  }
}

}  // namespace evident::test
