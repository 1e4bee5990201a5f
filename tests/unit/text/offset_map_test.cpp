// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/offset_map.hpp"

#include <gtest/gtest.h>

namespace {

using evident::Span;
using evident::text::OffsetMap;

TEST(OffsetMap, WithoutPiecesMapsTextToItself) {
  EXPECT_EQ(OffsetMap().to_source({3, 9}), (evident::Place{3, 9}));
}

TEST(OffsetMap, LeavesMarkUpBehindTheTextOut) {
  // "ab<i>cd</i>ef" read as "abcdef"
  OffsetMap map;
  map.add(0, 2, 0, 2);
  map.add(2, 2, 5, 2);
  map.add(4, 2, 11, 2);
  EXPECT_EQ(map.to_source({0, 2}), (evident::Place{0, 2}));
  EXPECT_EQ(map.to_source({2, 4}), (evident::Place{5, 7}));
  EXPECT_EQ(map.to_source({1, 5}), (evident::Place{1, 12}));
}

TEST(OffsetMap, TakesAWholeEntityWhereTheSizesDiffer) {
  // "a&amp;b" read as "a&b"; "&eacute;" as two bytes
  OffsetMap map;
  map.add(0, 1, 0, 1);
  map.add(1, 1, 1, 5);
  map.add(2, 1, 6, 1);
  map.add(3, 2, 7, 8);
  EXPECT_EQ(map.to_source({1, 2}), (evident::Place{1, 6}));
  EXPECT_EQ(map.to_source({2, 3}), (evident::Place{6, 7}));
  EXPECT_EQ(map.to_source({4, 5}), (evident::Place{7, 15}));
}

TEST(OffsetMap, MapsAnEmptySpanToAnEmptySpan) {
  OffsetMap map;
  map.add(0, 4, 10, 4);
  EXPECT_EQ(map.to_source({2, 2}), (evident::Place{12, 12}));
  EXPECT_EQ(map.to_source({4, 4}), (evident::Place{14, 14}));
}

}  // namespace
