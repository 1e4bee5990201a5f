// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/normal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace evident::text;
using testing::ElementsAre;

TEST(Fold, MakesSpellingsOfANameEqual) {
  EXPECT_EQ(fold("Müller-Lüdenscheid"), fold("Muller Ludenscheid"));
  EXPECT_EQ(fold("STRAßE"), "strasse");
  EXPECT_EQ(fold("Søren Kierkegård, Æsop & Łukasz"), "soren kierkegard aesop lukasz");
  EXPECT_EQ(fold("O’Brien"), fold("O'Brien"));
  EXPECT_EQ(fold("e\xCC\x81tude"), fold("étude"));
}

TEST(Fold, SpellsGreekLettersOut) {
  EXPECT_EQ(fold("IFN-γ"), "ifn gamma");
  EXPECT_EQ(fold("Α-Synuclein, 5 µg"), "alpha synuclein 5 mug");
  EXPECT_EQ(fold("ά"), "alpha");
}

TEST(Fold, TakesPunctuationAsOneBlank) {
  EXPECT_EQ(fold("  (Baclofen)  for: alcohol–dependence. "), "baclofen for alcohol dependence");
  EXPECT_EQ(fold("..."), "");
  EXPECT_EQ(fold("soft\xC2\xADhyphen"), "softhyphen");
}

TEST(Fold, SurvivesInvalidBytes) {
  EXPECT_EQ(fold("a\xFF\xE2\x80z"), "a z");
}

TEST(FoldWords, SplitsAtBlanks) {
  EXPECT_THAT(fold_words("The GABA-B receptor"), ElementsAre("the", "gaba", "b", "receptor"));
  EXPECT_TRUE(fold_words(" - ").empty());
}

TEST(Squeeze, JoinsWhiteSpace) {
  EXPECT_EQ(squeeze(" a \t\n b\xC2\xA0\xE2\x80\x89"
                    "c "),
            "a b c");
}

TEST(Squeeze, StopsThatALineBreakToreOff) {
  EXPECT_EQ(squeeze("in the Lancet\n, a trial (of\nrye\n) failed\r\n."),
            "in the Lancet, a trial (of rye) failed.");
  EXPECT_EQ(squeeze("p <\n.05 , or\n(less)"), "p < .05 , or (less)");
}

TEST(CodePoints, RoundTripAndMarkInvalidBytes) {
  for (const char32_t c : {U'a', U'é', U'€', U'😀'}) {
    std::string text;
    append_utf8(text, c);
    size_t offset = 0;
    EXPECT_EQ(next_code_point(text, offset), c);
    EXPECT_EQ(offset, text.size());
  }
  for (const std::string_view bad : {"\x80", "\xC0\x80", "\xED\xA0\x80", "\xF5", "\xE2\x82"}) {
    size_t offset = 0;
    EXPECT_EQ(next_code_point(bad, offset), char32_t{0xFFFD});
    EXPECT_EQ(offset, 1U);
  }
}

TEST(DisplayWidth, CountsColumns) {
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("日本"), 4U);
  EXPECT_EQ(display_width("e\xCC\x81"), 1U);
}

TEST(StopWords, AreFunctionWords) {
  for (const char* word : {"a", "the", "of", "with", "your", "should"})
    EXPECT_TRUE(is_stop_word(word)) << word;
  for (const char* word : {"", "baclofen", "alcohol", "theory"}) EXPECT_FALSE(is_stop_word(word)) << word;
}

}  // namespace
