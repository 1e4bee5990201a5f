// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/marker.hpp"
#include "support/cpu_clock.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

namespace evident::extract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<model::Reference> numbered(int count) {
  std::vector<model::Reference> out;
  for (int index = 0; index < count; ++index) {
    model::Reference reference;
    reference.index = index;
    reference.label = std::to_string(index + 1);
    out.push_back(reference);
  }
  return out;
}

std::vector<model::Reference> named(const std::vector<std::string>& texts) {
  std::vector<model::Reference> out;
  for (const std::string& text : texts) {
    model::Reference reference;
    reference.index = static_cast<int>(out.size());
    reference.text = text;
    out.push_back(reference);
  }
  return out;
}

model::Person body(std::string name) {
  model::Person person;
  person.family = std::move(name);
  person.collective = true;
  return person;
}

std::vector<Marker> read(const std::vector<model::Reference>& references, std::string_view text) {
  return MarkerReader(references, {text}).read(text);
}

TEST(Markers, StackedOnesAreCitationsOfTheirOwn) {
  const auto markers = read(numbered(9), "Bees dance.[1][2]");
  ASSERT_EQ(markers.size(), 2u);
  EXPECT_EQ(markers[0].span, (Span{11, 14}));
  EXPECT_EQ(markers[1].span, (Span{14, 17}));
  EXPECT_THAT(markers[1].references, ElementsAre(1));
}

TEST(Markers, ListsAndRangesAreExpandedWithAnyDash) {
  for (const char* range : {"[1-3, 5]", "[1\u20133,5]", "[1\u20143; 5]", "[1\u22123, 5]", "[ 1 - 3 , 5 ]"}) {
    const auto markers = read(numbered(9), std::string("Bees dance ") + range + ".");
    ASSERT_EQ(markers.size(), 1u) << range;
    EXPECT_THAT(markers[0].references, ElementsAre(0, 1, 2, 4)) << range;
  }
}

TEST(Markers, NotesRequestsAndPageNumbersAreNone) {
  EXPECT_THAT(read(numbered(30), "Bees dance [citation needed] well [note 1] and [a] long:23 [0.5] [007]."),
              IsEmpty());
}

TEST(Markers, AnUnknownNumberDangles) {
  const auto markers = read(numbered(3), "Bees dance.[3][42]");
  ASSERT_EQ(markers.size(), 2u);
  EXPECT_THAT(markers[1].references, IsEmpty());
  EXPECT_THAT(markers[1].dangling, ElementsAre("42"));
}

TEST(Markers, IndexesOfASymbolAreNone) {
  EXPECT_THAT(read(numbered(30), "The swarms differed (F[1,12] = 8.4) and x[3] did not."), IsEmpty());
  EXPECT_EQ(read(numbered(9), "Jones 1994a[3] and hepatitis B[4] are cited.").size(), 2u);
}

TEST(Markers, YearsInBracketsAreNone) {
  EXPECT_THAT(read(numbered(9), "Bees danced again [1996]."), IsEmpty());
}

TEST(Markers, SuperscriptDigits) {
  const auto markers =
      read(numbered(4),
           "Bees dance.\u00B9 They sing,\u00B2 or hum.\u00B3,\u2074 Hives of 3 m\u00B2 and 10\u00B3 bees.");
  ASSERT_EQ(markers.size(), 3u);
  EXPECT_THAT(markers[0].references, ElementsAre(0));
  EXPECT_THAT(markers[2].references, ElementsAre(2, 3));
  EXPECT_EQ(markers[0].rule, "superscript");
}

TEST(Markers, OnlyTenIsRaisedAboveNine) {
  const auto markers =
      read(numbered(24),
           "Scores of 0.80\u00B9\u00B2 and above,\u00B9 \u201Cself-care\u201D\u00B2 in 3 m\u00B2 rooms, "
           "10\u00B9\u00B2 cells, \u03C7\u00B2 tests, Jos\u00E9\u00B3 and Smith's\u2074 hives, types "
           "1\u20134\u2075,\u2076.");
  ASSERT_EQ(markers.size(), 6u);
  EXPECT_THAT(markers[0].references, ElementsAre(11));
  EXPECT_THAT(markers[3].references, ElementsAre(2));
  EXPECT_THAT(markers[5].references, ElementsAre(4, 5));
}

TEST(Markers, ItemsOfAnEnumerationAreNone) {
  const auto markers =
      read(numbered(4),
           "Bees dance (1) for three reasons: (1) to tell, (2) to warm up (3), and (3) to play (4). "
           "They sing (2).");
  ASSERT_EQ(markers.size(), 4u);
  EXPECT_THAT(markers[0].references, ElementsAre(0));
  EXPECT_THAT(markers[1].references, ElementsAre(2));
}

TEST(Markers, TheSpreadOfAFigureIsNone) {
  EXPECT_THAT(
      read(numbered(30),
           "Bees [1] lived a median of 11 [8-17] days and wasps 3 days [2-7]; others [2,3] tell more.")
          .size(),
      2u);
  EXPECT_THAT(read(numbered(30), "Bees [1] of type 2 [1-3] live long [4].").size(), 3u);
}

TEST(Markers, ParenthesesThatUseTheListInOrderCiteThoughBracketsStandThere) {
  std::string text = "Oils hold [1]-gingerol, [2]-gingerol, [3]-gingerol";
  for (int number = 1; number <= 9; ++number) text += " and do good (" + std::to_string(number) + ")";
  const auto markers = read(numbered(9), text);
  ASSERT_EQ(markers.size(), 9u);
  EXPECT_EQ(markers[0].rule, "parenthesis");
}

TEST(Markers, LostSuperscriptsNeedThePagesStyle) {
  const auto markers = read(numbered(5), "Bees dance.1 They sing.2,3 Wasps do not.4-5 A hive weighs 2.5 kg.");
  ASSERT_EQ(markers.size(), 3u);
  EXPECT_THAT(markers[1].references, ElementsAre(1, 2));
  EXPECT_EQ(markers[0].rule, "lost-superscript");
  EXPECT_THAT(read(numbered(40), "Bees dance.1 They sing at noon and rest."), IsEmpty());
}

TEST(Markers, ParenthesesNeedThePagesStyle) {
  EXPECT_EQ(read(numbered(4), "Bees dance (1). They sing (2, 3) and hum (4).").size(), 3u);
  EXPECT_THAT(read(numbered(40), "Bees dance (3) and sing."), IsEmpty());
  EXPECT_EQ(read(numbered(4), "Dance [1], song [2], hum [3]; hives (4).").size(), 3u);
}

TEST(Markers, NamesAndYears) {
  const auto list =
      named({"Hites R (2004). Lakes.", "Law K, Moe T, Poe A (2003). Rivers.", "Ode E (1999). Seas."});
  const auto markers =
      read(list, "Lakes freeze (Hites 2004; see Law et al. 2003). Ode (1999) saw it, (Ode, 1999) twice.");
  ASSERT_EQ(markers.size(), 3u);
  EXPECT_THAT(markers[0].references, ElementsAre(0, 1));
  EXPECT_THAT(markers[1].references, ElementsAre(2));
  EXPECT_EQ(markers[1].span.start, 48u);
  EXPECT_EQ(markers[2].rule, "author-year");
}

TEST(Markers, StrayBracketsLeaveNamesAndYearsOfAListWithoutNumbersAsTheyAre) {
  const auto list = named({"Hites R (2004). Lakes.", "Law K (2003). Rivers.", "Ode E (1900). Seas."});
  for (const char* stray : {" [1955]", " [3]"}) {
    const auto markers =
        read(list, "Lakes freeze (Hites, 2004). Rivers do (Law, 2003). Seas do not (Ode, 1900)" +
                       std::string(stray) + ".");
    const auto cited = std::count_if(markers.begin(), markers.end(),
                                     [](const Marker& marker) { return !marker.references.empty(); });
    EXPECT_EQ(cited, 3) << stray;
  }
}

TEST(Markers, BracketsEndARangeOrNameAPage) {
  auto markers = read(numbered(9), "Bees dance [1]-[3] and sing [2] \u2013 [4].");
  ASSERT_EQ(markers.size(), 2u);
  EXPECT_THAT(markers[0].references, ElementsAre(0, 1, 2));
  EXPECT_THAT(markers[1].references, ElementsAre(1, 2, 3));
  markers = read(numbered(9), "They vary in the range [1] to [3], and in [4] through [6]; see [7] too.");
  ASSERT_EQ(markers.size(), 3u);
  EXPECT_THAT(markers[0].references, ElementsAre(0, 1, 2));
  EXPECT_THAT(markers[1].references, ElementsAre(3, 4, 5));
  markers = read(numbered(9), "Bees dance [3, 4]\u2013[6].");
  ASSERT_EQ(markers.size(), 1u);
  EXPECT_THAT(markers[0].references, ElementsAre(2, 3, 4, 5));
  markers = read(numbered(9), "Bees dance [3, p. 4] and sing [5, pp. 7-9; 6].");
  ASSERT_EQ(markers.size(), 2u);
  EXPECT_THAT(markers[0].references, ElementsAre(2));
  EXPECT_THAT(markers[1].references, ElementsAre(4, 5));
  markers = read(numbered(9), "Bees dance [3, Sec. 3], sing [4, Thm. 2.1] and rest [4, 5, and 6].");
  ASSERT_EQ(markers.size(), 3u);
  EXPECT_THAT(markers[0].references, ElementsAre(2));
  EXPECT_THAT(markers[1].references, ElementsAre(3));
  EXPECT_THAT(markers[2].references, ElementsAre(3, 4, 5));
}

TEST(Markers, IntervalsAndEnumerationsAreNone) {
  EXPECT_THAT(read(numbered(9), "The 95% CI was [1, 3], the IQR [2, 5], and the interval was [1, 4]."),
              IsEmpty());
  EXPECT_EQ(read(numbered(9), "Bees dance in a small range [1, 3].").size(), 1u);
  const auto markers =
      read(numbered(4), "Bees dance (1). They need (1) a scale, (2) a clock and (3) light (2, 3, 4).");
  ASSERT_EQ(markers.size(), 2u);
  EXPECT_THAT(markers[1].references, ElementsAre(1, 2, 3));
}

TEST(Markers, LeadingWordsAndOtherSeparators) {
  const auto markers =
      read(numbered(9), "Bees dance [1 and 2]. They sing [3; 4; 5], hum [e.g. 6] and rest [see 7].");
  ASSERT_EQ(markers.size(), 4u);
  EXPECT_THAT(markers[0].references, ElementsAre(0, 1));
  EXPECT_THAT(markers[1].references, ElementsAre(2, 3, 4));
  EXPECT_THAT(markers[2].references, ElementsAre(5));
}

TEST(Markers, LostSuperscriptsBehindSignsCapitalsAndQuotes) {
  const auto markers =
      read(numbered(4), "Bees lost 22%.1 The dose was 800 IU.2 They say \"it works.\"3 Wasps do not.4");
  ASSERT_EQ(markers.size(), 4u);
  EXPECT_THAT(markers[2].references, ElementsAre(2));
}

TEST(Markers, LostSuperscriptsBehindYears) {
  const auto markers =
      read(numbered(9), "Bees came in 1994.1 They dance.2,3 Since 2008,4 they sing. They rest.5");
  ASSERT_EQ(markers.size(), 4u);
  EXPECT_THAT(markers[0].references, ElementsAre(0));
  EXPECT_THAT(markers[2].references, ElementsAre(3));
}

TEST(Markers, OtherNamesBehindAYear) {
  const auto list = named({"Jones C (2002). Rest.", "Green B, Smith A, Hill E (2001). Sleep."});
  for (const char* text :
       {"It was so (Jones 2002 and Green et al. 2001).", "It was so (Jones 2002, Green et al. 2001)."}) {
    const auto markers = read(list, text);
    ASSERT_EQ(markers.size(), 1u) << text;
    EXPECT_THAT(markers[0].references, ElementsAre(0, 1)) << text;
  }
  const auto markers =
      read(list, "Green and colleagues (2001) agree, and so do Green and co-workers (2001).");
  ASSERT_EQ(markers.size(), 2u);
  EXPECT_THAT(markers[1].references, ElementsAre(1));
}

TEST(Markers, SuperscriptsApart) {
  const auto markers = read(numbered(3), "Bees dance.\u00B9 They sing.\u00B2 \u00B3 They hum.\u00B9");
  ASSERT_EQ(markers.size(), 3u);
  EXPECT_THAT(markers[1].references, ElementsAre(1, 2));
}

TEST(Markers, ParticlesAreOfTheName) {
  const std::string text = "As van den Berg et al. (2010) found, fields dry.";
  for (const char* entry :
       {"van den Berg A, Moe T, Poe B (2010). Fields.", "Berg A van den, Moe T, Poe B (2010). Fields."}) {
    const auto markers = read(named({entry}), text);
    ASSERT_EQ(markers.size(), 1u) << entry;
    EXPECT_EQ(text.substr(markers[0].span.start, markers[0].span.size()), "van den Berg et al. (2010)");
    EXPECT_THAT(markers[0].references, ElementsAre(0));
  }
}

TEST(Markers, ParticlesBeginASentence) {
  const std::string text = "De la Cruz (2004) saw lakes.";
  const auto markers = read(named({"De la Cruz A (2004). Lakes."}), text);
  ASSERT_EQ(markers.size(), 1u);
  EXPECT_EQ(text.substr(markers[0].span.start, markers[0].span.size()), "De la Cruz (2004)");
}

TEST(Markers, LettersOfAYear) {
  const auto list = named({"Green A (2003a). Fens.", "Green A (2003b). Bogs.", "Moe T (1999). Seas."});
  auto markers = read(list, "Fens dry, says Green (2003a, b), and bogs (Green 2003a,b; Moe 1999).");
  ASSERT_EQ(markers.size(), 2u);
  EXPECT_THAT(markers[0].references, ElementsAre(0, 1));
  EXPECT_THAT(markers[1].references, ElementsAre(0, 1, 2));
  // Which of two is meant is not told: nothing is linked, and it is said.
  markers = read(list, "Fens dry, says Green (2003).");
  ASSERT_EQ(markers.size(), 1u);
  EXPECT_THAT(markers[0].references, IsEmpty());
  EXPECT_THAT(markers[0].dangling, ElementsAre("Green 2003"));
}

TEST(Markers, NamesWithoutAnEntryAreTold) {
  const auto list = named({"Green A (2003). Fens.", "Moe T (1999). Seas."});
  auto markers = read(list, "Fens dry, says Green (2005).");
  ASSERT_EQ(markers.size(), 1u);
  EXPECT_THAT(markers[0].dangling, ElementsAre("Green 2005"));
  for (const auto& marker : read(list, "They saw Green (2005 film) and wept."))
    EXPECT_THAT(marker.dangling, IsEmpty());
  // It may be a place, or a play: nothing is said but that no entry answers.
  markers = read(list, "Fens dry, says Poe (1987).");
  for (const auto& marker : markers) EXPECT_THAT(marker.dangling, IsEmpty());
}

TEST(Markers, BodiesInitialsBracketsAndWhatIsInPress) {
  auto list =
      named({"World Health Organization (2008). Water.", "UNICEF (2009). Wells.", "Smith J (2010). Pumps.",
             "M\u00FCller K (in press). Pipes.", "Centers for Rain Control (2011). Taps."});
  list[0].fields.authors = {body("World Health Organization")};
  list[4].fields.authors = {body("Centers for Rain Control")};
  const auto markers =
      read(list,
           "Wells are deep (WHO, 2008; UNICEF 2009), pumps loud [Smith J, 2010] and pipes thin, says "
           "M\u00FCller (in press) (Centers for Rain Control, 2011).");
  ASSERT_EQ(markers.size(), 4u);
  EXPECT_THAT(markers[0].references, ElementsAre(0, 1));
  EXPECT_THAT(markers[1].references, ElementsAre(2));
  EXPECT_THAT(markers[2].references, ElementsAre(3));
  EXPECT_THAT(markers[3].references, ElementsAre(4));
}

TEST(Markers, BodiesAreCitedByTheirAcronyms) {
  const auto list = named({
      "National Institute for Health and Care Excellence (NICE). (2011). Drinking.",
      "National Institute for Health and Clinical Excellence. Alcohol. NICE; 2012.",
      "EMA (European Medicines Agency) (2010). Medicines.",
      "NIAAA. (2009). Surveys.",
      "Brown M, Jones T. Moss. BMJ 2008;1:2.",
  });
  const auto cited = [&](const char* text) {
    const auto markers = read(list, text);
    return markers.size() == 1 ? markers[0].references : std::vector<int>();
  };
  EXPECT_THAT(cited("Advice is recommended (NICE, 2011)."), ElementsAre(0));
  EXPECT_THAT(cited("NICE (2011) recommends advice."), ElementsAre(0));
  EXPECT_THAT(cited("Advice helps (National Institute for Health and Care Excellence, 2011)."),
              ElementsAre(0));
  EXPECT_THAT(cited("Advice is recommended (NICE 2012)."), ElementsAre(1));
  EXPECT_THAT(cited("It helps (National Institute for Clinical Excellence [NICE], 2012)."), ElementsAre(1));
  EXPECT_THAT(cited("It helps [see European Medicines Agency (EMA) 2010; Nobody 2010]."), ElementsAre(2));
  EXPECT_THAT(cited("Drugs are approved (EMA 2010; NIAAA 2009)."), ElementsAre(2, 3));
  EXPECT_THAT(cited("Drugs are approved (NICE, 2010)."), IsEmpty());
  EXPECT_THAT(cited("Moss was counted (BMJ 2008)."), IsEmpty()) << "a journal is no author";
}

TEST(Markers, BodiesMayBearTheirAcronymBehindThem) {
  auto list =
      named({"AAP. American Academy of Ponds (2016). Ducks.",
             "National Institute for Ponds and Duck Care. (2011). Drinking.", "Brown A (2010). Taps."});
  list[0].fields.authors = {body("American Academy of Ponds")};
  list[1].fields.authors = {body("National Institute for Ponds and Duck Care")};
  auto markers = read(list, "Ponds are better (American Academy of Ponds [AAP], 2016).");
  ASSERT_EQ(markers.size(), 1U);
  EXPECT_THAT(markers[0].references, ElementsAre(0));
  const std::string text = "In 2010 the National Institute for Ponds and Duck Care (NIPDC) (2011) said so.";
  markers = read(list, text);
  ASSERT_EQ(markers.size(), 1U);
  EXPECT_THAT(markers[0].references, ElementsAre(1));
  EXPECT_EQ(text.substr(markers[0].span.start, markers[0].span.size()),
            "National Institute for Ponds and Duck Care (NIPDC) (2011)");
  markers = read(list, "Milk is good (Academy of Drinks [AOD], 2012).");
  ASSERT_EQ(markers.size(), 1U);
  EXPECT_THAT(markers[0].dangling, ElementsAre("Academy of Drinks [AOD], 2012"));
}

TEST(Markers, ANameWithoutAnEntryDanglesBesideOneThatHasIt) {
  const auto list = named({"Brown A (2010). Taps."});
  const auto markers = read(list, "So it is (Brown, 2010; see also Nobody, 2012; built in March, 2004).");
  ASSERT_EQ(markers.size(), 1U);
  EXPECT_THAT(markers[0].references, ElementsAre(0));
  EXPECT_THAT(markers[0].dangling, ElementsAre("Nobody, 2012"));
}

TEST(Markers, NamesInBracketsWithoutAnEntryAreNotPassedOver) {
  const auto list = named({"Brown A (2010). Taps."});
  for (const char* text : {"So it is (Ng, 2011).", "So it is (Moss 2001; Fern 2002)."}) {
    const auto markers = MarkerReader(list, {text}).doubtful(text);
    ASSERT_EQ(markers.size(), 1U) << text;
    EXPECT_THAT(markers[0].dangling, testing::Not(IsEmpty())) << text;
  }
}

TEST(Markers, APlaceInAWorkMayStandBeforeOtherNames) {
  const auto list = named({"Lee S, Kim J (2011). Pumps.", "Brown A (2010). Taps."});
  for (const char* text : {"So it is (see Lee & Kim, 2011, chap. 3, and Brown, 2010, pp. 4-5).",
                           "So it is (Lee & Kim, 2011, p. 12 and Brown, 2010)."}) {
    const auto markers = read(list, text);
    ASSERT_EQ(markers.size(), 1U) << text;
    EXPECT_THAT(markers[0].references, ElementsAre(0, 1)) << text;
    EXPECT_THAT(markers[0].dangling, IsEmpty()) << text;
  }
}

TEST(Markers, OneThatDanglesIsToldByItsNames) {
  const auto markers = read(named({"Smith J (2010). Pumps."}),
                            "So it is (see Brown et al., 2010, p. 12; but cf. Lee & Kim, 2011).");
  ASSERT_EQ(markers.size(), 1U);
  EXPECT_THAT(markers[0].dangling, ElementsAre("Brown et al., 2010", "Lee & Kim, 2011"));
}

TEST(Markers, NarrativeEtAl) {
  const std::string text = "As Law et al. (2003) found, rivers rise.";
  const auto markers = read(named({"Law K, Moe T (2003). Rivers."}), text);
  ASSERT_EQ(markers.size(), 1u);
  EXPECT_EQ(text.substr(markers[0].span.start, markers[0].span.size()), "Law et al. (2003)");
}

TEST(Markers, LettersTellYearsApart) {
  const auto list = named({"Ode E (2004a). Lakes.", "Ode E (2004b). Seas."});
  const auto markers = read(list, "Seas are salt (Ode 2004b).");
  ASSERT_EQ(markers.size(), 1u);
  EXPECT_THAT(markers[0].references, ElementsAre(1));
}

std::vector<model::Reference> with_authors(const std::vector<std::vector<std::string>>& families, int year) {
  std::vector<model::Reference> out = named(std::vector<std::string>(families.size()));
  for (size_t at = 0; at < families.size(); ++at) {
    for (const auto& family : families[at]) {
      out[at].fields.authors.emplace_back();
      out[at].fields.authors.back().family = family;
      out[at].text += family + " ";
    }
    out[at].fields.year = year;
    out[at].text += "(" + std::to_string(year) + ").";
  }
  return out;
}

TEST(Markers, AllAuthorsMayBeNamedAndWordsStandBeforeThem) {
  const auto list =
      with_authors({{"Mokdad", "Marks", "Stroup"}, {"Ode", "Moe"}, {"World Health Organization"}}, 2004);
  for (const char* text :
       {"Lakes freeze (Mokdad, Marks, & Stroup, 2004).",
        "Lakes freeze (for a review, see Mokdad et al., 2004).",
        "Lakes freeze (Lake Index: Mokdad et al., 2004).",
        "Lakes freeze (LI, Mokdad et\u00A0al., 2004, 2005).", "In Mokdad et al.'s (2004) lakes.",
        "Lakes [of the Great Plain (LGP), Mokdad et al. 2004] freeze."}) {
    const auto markers = read(list, text);
    ASSERT_EQ(markers.size(), 1u) << text;
    EXPECT_THAT(markers[0].references, ElementsAre(0)) << text;
  }
  EXPECT_THAT(read(list, "Seas are salt (WHO 2004).")[0].references, ElementsAre(2));
}

TEST(Markers, YearsAloneAreOfTheAuthorsBefore) {
  auto list = named({"Ode E, Moe T, Poe A (2004a). Lakes.", "Ode E, Poe A, Moe T (2004b). Seas.",
                     "Ode E, Moe T, Poe A (2009). Rivers."});
  EXPECT_THAT(read(list, "Seas are salt (Ode 2004a, b; 2009).")[0].references, ElementsAre(0, 1, 2));
}

TEST(Markers, PlacesAndMonthsWithYearsAreNone) {
  EXPECT_THAT(read(named({"Hites R (2004). Lakes."}), "They met (Rome 2004) and again (May 2004)."),
              IsEmpty());
}

TEST(Markers, HostileTextTakesLinearTime) {
  for (const char* unit : {"(", "[", "[1", "[1,", "]", "(1-", "A (2004", "[1][", "\u00B2"}) {
    std::string text;
    while (text.size() < 400000) text += unit;
    text += ")]";
    const auto start = evident::test::CpuClock::now();
    read(numbered(50), text);
    read(named({"Hites R (2004). Lakes."}), text);
    EXPECT_LT(evident::test::CpuClock::now() - start, std::chrono::seconds(5)) << unit;
  }
}

}  // namespace
}  // namespace evident::extract
