// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentences.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "support/cpu_clock.hpp"
#include "text/normal.hpp"

namespace {

using testing::ElementsAre;
using testing::SizeIs;

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& span : evident::text::sentences(text)) {
    out.push_back(evident::text::squeeze(text.substr(span.start, span.size())));
  }
  return out;
}

TEST(Sentences, OfNothingAreNone) {
  EXPECT_THAT(split(""), SizeIs(0));
  EXPECT_THAT(split(" \n\t "), SizeIs(0));
}

TEST(Sentences, SpansLeaveOutWhiteSpaceAtTheEnds) {
  const auto spans = evident::text::sentences("  One is here.  Two is there. \n");
  ASSERT_THAT(spans, SizeIs(2));
  EXPECT_EQ(spans[0], (evident::Span{2, 14}));
  EXPECT_EQ(spans[1], (evident::Span{16, 29}));
}

TEST(Sentences, ABlankLineEndsOneAndAPageDoesNot) {
  EXPECT_THAT(split("One is here\n\nTwo is there."), SizeIs(2));
  EXPECT_THAT(split("One is here\n\n\f  \n\nand there."), ElementsAre("One is here and there."));
}

TEST(Sentences, AbbreviationsDoNotEndThem) {
  for (const char* text : {
           "This was shown by Smith et al. in 2004.",
           "Baclofen was studied by J. R. Smith and Dr. Jones.",
           "Some drugs, e.g. baclofen, i.e. a GABA agonist, act vs. placebo.",
           "See p. 5 and Fig. 2 for doses of 10 mg. per day.",
           "Values of 3.5 and .05 in the U.S.A. were found.",
           "It appeared in J. Clin. Psychopharmacol. 27 as a letter.",
           "It appeared in Proc. Natl. Acad. Sci. USA that year.",
           "The J. Am. Coll. Cardiol. 45 reported it first.",
           "The bacterium E. coli was grown on Jan. 5 at no. 7.",
       }) {
    EXPECT_THAT(split(text), ElementsAre(text));
  }
}

TEST(Sentences, AbbreviationsEndThemBeforeATypicalFirstWord) {
  EXPECT_THAT(split("This agrees with Smith et al. The drug works."),
              ElementsAre("This agrees with Smith et al.", "The drug works."));
  EXPECT_THAT(split("They gave vitamin D. Patients improved."),
              ElementsAre("They gave vitamin D.", "Patients improved."));
}

TEST(Sentences, MarkersBehindTheFullStopBelongBefore) {
  EXPECT_THAT(split("It was used since 2004.[42] The researchers agreed."),
              ElementsAre("It was used since 2004.[42]", "The researchers agreed."));
  EXPECT_THAT(split("One word.[5],[7] Next came."), ElementsAre("One word.[5],[7]", "Next came."));
  EXPECT_THAT(split("One word.[12][13] Next came [5–8]. More."),
              ElementsAre("One word.[12][13]", "Next came [5–8].", "More."));
}

TEST(Sentences, MarkersOnTheNextLineBelongBefore) {
  EXPECT_THAT(split("It was used since 2004.\n[42] The researchers agreed."),
              ElementsAre("It was used since 2004. [42]", "The researchers agreed."));
  EXPECT_THAT(split("He called it \"a cure.\n\"[43] Baclofen is cheap."),
              ElementsAre("He called it \"a cure. \"[43]", "Baclofen is cheap."));
}

TEST(Sentences, LostSuperscriptsBelongBefore) {
  EXPECT_THAT(split("It helps in depression.4 Later trials did not."),
              ElementsAre("It helps in depression.4", "Later trials did not."));
  EXPECT_THAT(split("It helps (type 2).10 This was new."),
              ElementsAre("It helps (type 2).10", "This was new."));
  EXPECT_THAT(split("The dose was 3.4 Later units."), SizeIs(1));
}

TEST(Sentences, MarkersWithoutFullStopEndThemBeforeACapital) {
  EXPECT_THAT(split("a cure for alcohol-addiction[11] People have said so."),
              ElementsAre("a cure for alcohol-addiction[11]", "People have said so."));
  EXPECT_THAT(split("in rats[11] and mice[12] DNA was found."), SizeIs(1));
}

TEST(Sentences, LineBreaksAreWhiteSpace) {
  EXPECT_THAT(split("The drug was given\nto Patients in\r\nLondon. It worked."),
              ElementsAre("The drug was given to Patients in London.", "It worked."));
}

TEST(Sentences, ClosingQuotesAndBracketsStayWithThem) {
  EXPECT_THAT(split("He said “It works.” She left. (They agreed.) Done."),
              ElementsAre("He said “It works.”", "She left.", "(They agreed.)", "Done."));
}

TEST(Sentences, ListNumbersStayWithTheirItem) {
  EXPECT_THAT(split("1. The first item 2. The second item"),
              ElementsAre("1. The first item", "2. The second item"));
}

TEST(Sentences, NeverOverlapAndTakeLinearTimeOnAnything) {
  const auto check = [](const std::string& text) {
    const auto start = evident::test::CpuClock::now();
    uint64_t last = 0;
    for (const auto& span : evident::text::sentences(text)) {
      ASSERT_LE(last, span.start);
      ASSERT_LT(span.start, span.end);
      ASSERT_LE(span.end, text.size());
      last = span.end;
    }
    EXPECT_LT(evident::test::CpuClock::now() - start, std::chrono::seconds(20));
  };
  for (const std::string_view piece : {"a", ".", "(", "\"", "[1]", ". . ", "\n", " ", "'", "\xFF", "\xE2\x80",
                                       "1. ", "A.", "….", "a.1 2 3", ")'", "¹"}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    check(text);
  }
  check(std::string(10'000'000, 'x'));
  std::string noise;
  uint32_t state = 1;
  const std::string_view alphabet = ".!? []()\"'\n12aAeE\xE2\x80\x9D\x9C\xC2\xA0,-";
  for (size_t i = 0; i < 300'000; ++i) {
    state = state * 1664525 + 1013904223;
    noise += alphabet[(state >> 16) % alphabet.size()];
  }
  check(noise);
}

}  // namespace
