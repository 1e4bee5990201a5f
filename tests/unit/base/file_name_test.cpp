// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file_name.hpp"

#include <gtest/gtest.h>

namespace evident {
namespace {

TEST(FileName, StemsAreTheSamePackedOrNot) {
  EXPECT_EQ(file_stem("/x/ferns.txt"), "ferns");
  EXPECT_EQ(file_stem("/x/ferns.txt.gz"), "ferns");
  EXPECT_EQ(file_stem("/x/ferns.xml.zst"), "ferns");
  EXPECT_EQ(file_stem("/x/a.zip!ferns.txt"), "ferns");
  EXPECT_EQ(file_stem("/x/a.zip!sub/ferns.txt"), "ferns");
  EXPECT_EQ(file_stem("/x/a.zip!b.tar.gz!ferns.txt.bz2"), "ferns");
}

TEST(FileName, AMarkMayBePartOfAName) {
  EXPECT_EQ(file_stem("/x/Stop!.txt"), "Stop!");
  EXPECT_EQ(file_stem("/x/Stop! Go.txt"), "Stop! Go");
  EXPECT_EQ(file_stem("/x/Stop!"), "Stop!");
  EXPECT_EQ(file_stem(""), "");
}

}  // namespace
}  // namespace evident
