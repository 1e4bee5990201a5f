// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/offset_map.hpp"

#include <gtest/gtest.h>

namespace {

using evident::Span;
using evident::text::OffsetMap;

TEST(OffsetMap, WithoutPiecesMapsTextToItself) {
  EXPECT_EQ(OffsetMap().to_source({3, 9}), (Span{3, 9}));
}

TEST(OffsetMap, LeavesMarkUpBehindTheTextOut) {
  // "ab<i>cd</i>ef" read as "abcdef"
  OffsetMap map;
  map.add(0, 2, 0, 2);
  map.add(2, 2, 5, 2);
  map.add(4, 2, 11, 2);
  EXPECT_EQ(map.to_source({0, 2}), (Span{0, 2}));
  EXPECT_EQ(map.to_source({2, 4}), (Span{5, 7}));
  EXPECT_EQ(map.to_source({1, 5}), (Span{1, 12}));
}

TEST(OffsetMap, TakesAWholeEntityWhereTheSizesDiffer) {
  // "a&amp;b" read as "a&b"; "&eacute;" as two bytes
  OffsetMap map;
  map.add(0, 1, 0, 1);
  map.add(1, 1, 1, 5);
  map.add(2, 1, 6, 1);
  map.add(3, 2, 7, 8);
  EXPECT_EQ(map.to_source({1, 2}), (Span{1, 6}));
  EXPECT_EQ(map.to_source({2, 3}), (Span{6, 7}));
  EXPECT_EQ(map.to_source({4, 5}), (Span{7, 15}));
}

TEST(OffsetMap, MapsAnEmptySpanToAnEmptySpan) {
  OffsetMap map;
  map.add(0, 4, 10, 4);
  EXPECT_EQ(map.to_source({2, 2}), (Span{12, 12}));
  EXPECT_EQ(map.to_source({4, 4}), (Span{14, 14}));
}

}  // namespace
