// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/same_claim/same_claim.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace evident::extract {
namespace {

using Kind = SameClaim::Kind;

constexpr const char* claim =
    "Daily watering of tree ferns doubled the growth of their fronds within twelve weeks in shaded "
    "glasshouses.";

model::Sentence sentence(const std::string& text) {
  model::Sentence sentence;
  sentence.text = text;
  return sentence;
}
bool share_a_key(const std::string& left, const std::string& right) {
  const auto first = claim_keys(sentence(left)), second = claim_keys(sentence(right));
  return std::any_of(first.begin(), first.end(), [&](const auto& key) {
    return std::find(second.begin(), second.end(), key) != second.end();
  });
}

TEST(SameClaim, CopiesAreToldFromEditsAndParaphrases) {
  const auto copy = same_claim(claim,
                               "daily watering of tree-ferns doubled the growth of their fronds within "
                               "twelve weeks, in shaded glasshouses");
  ASSERT_TRUE(copy);
  EXPECT_EQ(copy->kind, Kind::verbatim);
  EXPECT_EQ(copy->score, 1);
  const auto edited = same_claim(claim,
                                 "Daily watering of tree ferns clearly doubled the growth of their fronds in "
                                 "twelve weeks in shaded glasshouses.");
  ASSERT_TRUE(edited);
  EXPECT_EQ(edited->kind, Kind::near_duplicate);
  const auto paraphrase = same_claim(claim,
                                     "Within 12 weeks, the fronds of tree ferns doubled their growth in "
                                     "shaded glasshouses with watering daily.");
  ASSERT_TRUE(paraphrase);
  EXPECT_EQ(paraphrase->kind, Kind::paraphrase);
  EXPECT_EQ(paraphrase->figures, std::vector<std::string>{"12"}) << "spelt and in digits";
  EXPECT_LT(paraphrase->score, 1);
}

TEST(SameClaim, ItIsSymmetric) {
  const char* other =
      "Within 12 weeks, the fronds of many tree ferns doubled their growth in glasshouses with watering "
      "daily.";
  const auto one = same_claim(claim, other), two = same_claim(other, claim);
  ASSERT_TRUE(one && two);
  EXPECT_EQ(one->kind, two->kind);
  EXPECT_DOUBLE_EQ(one->score, two->score);
  EXPECT_EQ(one->only_first, two->only_second);
}

TEST(SameClaim, OtherFiguresDenialsDirectionsAndNamesAreOtherClaims) {
  const std::string text = claim;
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string edited = text;
    return edited.replace(edited.find(from), from.size(), to);
  };
  EXPECT_FALSE(same_claim(text, with("twelve", "ten")));
  EXPECT_FALSE(same_claim(text, with("doubled", "did not double")));
  EXPECT_FALSE(same_claim(text, with("doubled", "doesn't double")));
  EXPECT_FALSE(same_claim(text, with("doubled", "failed to double")));
  EXPECT_FALSE(same_claim(with("doubled", "increased"), with("doubled", "reduced")));
  EXPECT_FALSE(
      same_claim(with("tree ferns", "patients on baclofen"), with("tree ferns", "patients on naltrexone")));
  EXPECT_FALSE(
      same_claim(with("tree ferns", "plants of Cyathea"), with("tree ferns", "plants of Dicksonia")));
  EXPECT_FALSE(same_claim(with("fronds", "roots"), text)) << "what grew is another thing";
  EXPECT_TRUE(same_claim(text, with(" within twelve weeks", ""))) << "that one says more is no contradiction";
}

TEST(SameClaim, WeakerAndNarrowerClaimsAreOthers) {
  for (const char* other :
       {"Daily watering of tree ferns might double the growth of their fronds within twelve weeks in shaded "
        "glasshouses.",
        "Daily watering of tree ferns doubled the growth of their fronds within twelve weeks in shaded "
        "glasshouses, but only in spring.",
        "In one of three trials, daily watering of tree ferns doubled the growth of their fronds within "
        "twelve "
        "weeks in shaded glasshouses."})
    EXPECT_FALSE(same_claim(claim, other)) << other;
  EXPECT_TRUE(same_claim("Tree ferns may double their fronds in shaded glasshouses.",
                         "Tree ferns might double their fronds in shaded glasshouses."));
  EXPECT_TRUE(same_claim("Watered in May, tree ferns doubled their fronds in shaded glasshouses.",
                         "Tree ferns watered in May doubled their fronds in shaded glasshouses."));
}

TEST(SameClaim, SpellingSynonymsAndAbbreviationsDoNotMatter) {
  EXPECT_TRUE(
      same_claim("Oesophageal tumours were rarer in randomised smokers on a diet rich in fibre and fruit.",
                 "Esophageal tumors were rarer in randomized smokers on a diet rich in fiber and fruit."));
  EXPECT_TRUE(
      same_claim("Renal failure and death were rarer in gardeners with alcohol use disorder who slept well.",
                 "Kidney failure and mortality were rarer in gardeners with AUD who slept well."));
}

TEST(SameClaim, TooLittleIsNoClaim) {
  EXPECT_FALSE(same_claim("The results were similar.", "The results were similar in both groups."));
  EXPECT_FALSE(same_claim("", ""));
  EXPECT_FALSE(same_claim(claim, ""));
}

TEST(ClaimKeys, EditedClaimsMeetAndOthersDoNot) {
  const std::string text = claim;
  EXPECT_EQ(claim_keys(sentence(text)).size(), 3U);
  EXPECT_TRUE(share_a_key(text,
                          "In fact, daily watering of tree ferns doubled the growth of fronds within weeks "
                          "in shaded glasshouses."));
  EXPECT_FALSE(share_a_key(
      text, "Shade and moss keep the roots of small garden plants cool in the driest summer months."));
}

TEST(ClaimKeys, ShortClaimsMeetInWhateverOrder) {
  const std::string active = "Acamprosate lowers the risk of relapse.",
                    passive = "Relapse risk is reduced by acamprosate.";
  EXPECT_TRUE(share_a_key(active, passive));
  EXPECT_TRUE(same_claim(active, passive));
  EXPECT_FALSE(share_a_key(active, "Relapse risk is reduced by naltrexone."));
  EXPECT_FALSE(same_claim("Zinc shortens the common cold.", "The common cold shortens zinc."));
}

TEST(ClaimKeys, WhatSaysNothingByItselfHasNone) {
  EXPECT_TRUE(claim_keys(sentence("")).empty());
  EXPECT_TRUE(claim_keys(sentence("We thank them.")).empty());
  EXPECT_TRUE(
      claim_keys(
          sentence("The authors declare that they have no conflict of interest in ferns, moss or gardens."))
          .empty());
  EXPECT_TRUE(
      claim_keys(
          sentence(
              "This is an open access article distributed under the Creative Commons attribution licence."))
          .empty());
}

TEST(BareText, MarkersAreTakenOutWhereTheyStand) {
  model::Sentence with = sentence("Growth rose in 11 ferns of the garden.11");
  with.source = {100, 140};
  model::Citation citation;
  citation.marker = "11";
  citation.source = {138, 140};
  with.citations = {citation};
  EXPECT_EQ(bare_text(with), "Growth rose in 11 ferns of the garden.  ");
  EXPECT_EQ(bare_text(sentence("Ferns [3, 4-6] grow [sic].")), "Ferns          grow [sic].");
}

}  // namespace
}  // namespace evident::extract
