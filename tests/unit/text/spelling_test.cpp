// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/spelling.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace evident::text {
namespace {

bool varies(std::string_view word, std::string_view other) {
  const auto there = spelling_variants(word), back = spelling_variants(other);
  return std::find(there.begin(), there.end(), other) != there.end() &&
         std::find(back.begin(), back.end(), word) != back.end();
}

TEST(SpellingVariants, GoBothWays) {
  EXPECT_TRUE(varies("oesophageal", "esophageal"));
  EXPECT_TRUE(varies("randomised", "randomized"));
  EXPECT_TRUE(varies("tumours", "tumors"));
  EXPECT_TRUE(varies("anaemia", "anemia"));
  EXPECT_TRUE(varies("analyse", "analyze"));
  EXPECT_TRUE(varies("centre", "center"));
  EXPECT_TRUE(varies("labelled", "labeled"));
  EXPECT_TRUE(varies("sulphate", "sulfate"));
  EXPECT_TRUE(varies("α", "alpha"));
  EXPECT_TRUE(varies("tnfβ", "tnfbeta"));
}
TEST(SpellingVariants, ShortWordsStay) {
  EXPECT_TRUE(spelling_variants("is").empty());
  EXPECT_TRUE(spelling_variants("").empty());
}

}  // namespace
}  // namespace evident::text
