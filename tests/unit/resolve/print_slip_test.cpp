// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/print_slip.hpp"

#include <gtest/gtest.h>

namespace evident::resolve {
namespace {

TEST(PrintSlip, IsOneLetterOrTwoThatChangedPlaces) {
  for (const char* printed : {"schnneider", "schneder", "schmeider", "shcneider", "schneidre"})
    EXPECT_TRUE(is_slip(printed, "schneider", 4)) << printed;
  for (const char* printed : {"schneider", "snider", "schneiders s", "meier", "hcsneidre"})
    EXPECT_FALSE(is_slip(printed, "schneider", 4)) << printed;
}

TEST(PrintSlip, ShortWordsAreOthers) {
  EXPECT_FALSE(is_slip("mice", "rice", 5));
  EXPECT_TRUE(is_slip("mice", "rice", 4));
}

TEST(PrintSlip, FirstPages) {
  EXPECT_EQ(first_page("S5-7"), "s5");
  EXPECT_EQ(first_page("276.e13-8"), "276");
  EXPECT_EQ(first_page(""), "");
}

}  // namespace
}  // namespace evident::resolve
