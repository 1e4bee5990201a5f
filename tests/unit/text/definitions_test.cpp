// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/definitions.hpp"

#include <gtest/gtest.h>

namespace evident::text {
namespace {

/// The first definition as "abbreviation = meaning".
std::string first(std::string_view text) {
  const auto all = definitions(text);
  if (all.empty()) return "";
  return std::string(all[0].abbreviation) + " = " + std::string(all[0].meaning);
}

TEST(Definitions, MeaningBeginsWithTheFirstLetter) {
  EXPECT_EQ(first("People with alcohol use disorder (AUD) were asked."), "AUD = alcohol use disorder");
  EXPECT_EQ(first("Grown mesenchymal stem cells (MSCs) move."), "MSC = mesenchymal stem cells");
  EXPECT_EQ(first("magnetic resonance imaging (MRI; 3 T)"), "MRI = magnetic resonance imaging");
  EXPECT_EQ(first("transforming growth factor-beta (TGF-b)"), "TGF-b = transforming growth factor-beta");
}
TEST(Definitions, WhatStandsInBracketsOtherwiseIsNone) {
  EXPECT_EQ(first("It fell (Smith et al. 2003) and rose (12%)."), "");
  EXPECT_EQ(first("Rats (RATS) ran."), "");
  EXPECT_EQ(first("We saw it (see Fig. 2)."), "");
  EXPECT_EQ(first("Nothing of the kind (XYZ)."), "");
  EXPECT_EQ(first("(AUD) alone, ((AUD)), open (AU"), "");
}
TEST(Definitions, AllAreFound) {
  EXPECT_EQ(definitions("Heart rate (HR) and blood pressure (BP).").size(), 2U);
}

}  // namespace
}  // namespace evident::text
