// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/edge_sorter.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "base/error.hpp"
#include "support/temporary_folder.hpp"

namespace evident::graph {
namespace {

using Pairs = std::vector<std::pair<uint32_t, uint32_t>>;

Pairs sorted(EdgeSorter& sorter) {
  Pairs pairs;
  sorter.take([&](uint32_t first, uint32_t second) { pairs.emplace_back(first, second); });
  return pairs;
}

TEST(EdgeSorter, GivesEachPairOnceInOrderHoweverLittleMemoryThereIs) {
  const test::TemporaryFolder folder;
  std::mt19937 random(1);
  for (size_t count : {0, 1, 15, 16, 17, 1000, 20000}) {
    for (size_t memory : {size_t{0}, size_t{1024}, size_t{1} << 20}) {
      EdgeSorter sorter(folder.path(), memory);
      std::set<std::pair<uint32_t, uint32_t>> expected;
      for (size_t i = 0; i < count; ++i) {
        const std::pair<uint32_t, uint32_t> pair{random() % 300, i % 7 == 0 ? 0xffffffffU : random() % 300};
        sorter.add(pair.first, pair.second);
        expected.insert(pair);
      }
      EXPECT_EQ(sorted(sorter), Pairs(expected.begin(), expected.end()));
      EXPECT_TRUE(sorted(sorter).empty());
    }
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(EdgeSorter, SaysWhereItCannotWrite) {
  EdgeSorter sorter("/nonexistent/folder", 0);
  EXPECT_THROW(
      {
        for (uint32_t i = 0; i < 100; ++i) sorter.add(i, i);
      },
      FileError);
}

}  // namespace
}  // namespace evident::graph
