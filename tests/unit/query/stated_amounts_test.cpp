// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/stated_amounts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/extract.hpp"

namespace evident::query {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

model::WorkRecord study(const std::string& abstract,
                        const std::string& type = "Randomized Controlled Trial") {
  model::WorkRecord work;
  work.title = "Zolamine in the prevention of migraine.";
  work.publication_types = {type};
  work.abstract = {{"", "", abstract}};
  extract::study_facts(work);
  return work;
}

/// What is said of a claim: "claimed: stated, stated".
std::vector<std::string> told(const std::string& claim, const model::WorkRecord& work) {
  std::vector<std::string> all;
  for (const OtherAmount& other : other_amounts(claim, work)) {
    std::string line = other.claimed + ":";
    for (const std::string& stated : other.stated) line += " " + stated + ";";
    all.push_back(line);
  }
  return all;
}

const char* const abstract =
    "Patients with migraine took zolamine 30 mg/day or placebo in this 12-week trial. Attacks had begun 10 "
    "years "
    "before.";

TEST(StatedAmounts, ATimeThatIsNotTheStudys) {
  EXPECT_THAT(told("In a 26-week trial zolamine prevented migraine.", study(abstract)),
              ElementsAre("26-week: 12-week;"));
  for (const char* claim :
       {"In a 12-week trial zolamine prevented migraine.", "In a trial of three months zolamine helped.",
        "In a three-month trial zolamine prevented migraine.",
        "Zolamine prevented migraine in those who had been ill for 26 weeks.",
        "In a 26-week trial zolamine helped, in a 40-week trial it did not."})
    EXPECT_THAT(told(claim, study(abstract)), IsEmpty()) << claim;
}

TEST(StatedAmounts, ADoseThatIsNotTheStudys) {
  EXPECT_THAT(told("Zolamine at 45 mg/day prevents migraine.", study(abstract)),
              ElementsAre("45 mg/day: 30 mg/day;"));
  for (const char* claim :
       {"Zolamine at 30 mg/day prevents migraine.", "Zolamine at 10 mg three times a day prevents migraine.",
        "Zolamine at 45 mg/kg prevents migraine.", "Aspirin at 500 mg cures hangovers.",
        "Zolamine at 45 mg/day prevents migraine, at 60 mg/day even more."})
    EXPECT_THAT(told(claim, study(abstract)), IsEmpty()) << claim;
}

TEST(StatedAmounts, WhatLiesBetweenThoseOfTheStudy) {
  const model::WorkRecord steps =
      study("Zolamine was raised from 20 mg/day to 80 mg/day in an 8-week trial with a 52-week follow-up.");
  EXPECT_THAT(told("Zolamine at 40 mg/day prevented migraine in a 26-week trial.", steps), IsEmpty());
  EXPECT_THAT(told("Zolamine at 100 mg/day prevented migraine.", steps),
              ElementsAre("100 mg/day: 20 mg/day; 80 mg/day;"));
}

TEST(StatedAmounts, AReviewHasTheAmountsOfMany) {
  EXPECT_THAT(told("Zolamine at 45 mg/day prevents migraine.", study(abstract, "Systematic Review")),
              IsEmpty());
}

TEST(OtherAmounts, OneResultAmongOthersThatIsNotThere) {
  const model::WorkRecord work = study(
      "RESULTS: Attacks stopped in 63% of patients on zolamine and in 37% on placebo (odds ratio 2.98).");
  EXPECT_THAT(told("Attacks stopped in 83% on zolamine and in 37% on placebo.", work),
              ElementsAre("83%: 63%;"));
  EXPECT_THAT(told("Attacks stopped in 63% on zolamine and in 37% on placebo.", work), IsEmpty());
  // One figure alone may be of the article's text.
  EXPECT_THAT(told("Attacks stopped in 83% on zolamine.", work), IsEmpty());
}

TEST(OtherAmounts, ATimeOfTheTitleIsTheStudys) {
  model::WorkRecord work;
  work.title = "Zolamine in migraine: a 13-week trial.";
  EXPECT_THAT(told("Attacks had stopped after 13 weeks of treatment.", work), IsEmpty());
}

const char* const results =
    "84 patients with migraine were randomised to zolamine (n=42) or placebo (n=42) for 12 weeks. Remission "
    "was "
    "reached by 30 of 42 patients (71%) given zolamine and by 12 of 42 (29%) given placebo (odds ratio 6.3, "
    "95% "
    "CI 2.4-16.1). Dropouts were 6 of 42 (14%) and 13 of 42 (31%). Remission lasted a mean of 62.8 (SE 5.4) "
    "against 30.8 (SE 5.5) days.";

TEST(StatedAmounts, ATimeBehindTheGroups) {
  EXPECT_THAT(told("Zolamine was given for 24 weeks to patients with migraine.", study(results)),
              ElementsAre("24 weeks: 12 weeks;"));
  EXPECT_THAT(told("Zolamine was given for 12 weeks to patients with migraine.", study(results)), IsEmpty());
}

TEST(StatedAmounts, ASingleResultOfTheSameOutcome) {
  const model::WorkRecord work = study(results);
  EXPECT_THAT(told("Of the patients given zolamine, 80% stayed in remission.", work),
              ElementsAre("80%: 71%; 29%;"));
  EXPECT_THAT(told("Remission was reached by 40 of 42 patients on zolamine.", work),
              ElementsAre("40 of 42: 30 of 42; 12 of 42;"));
  EXPECT_THAT(told("The odds ratio for remission was 3.6.", work), ElementsAre("3.6: 6.3;"));
  EXPECT_THAT(told("Remission lasted 82.8 days with zolamine and 30.8 days with placebo.", work),
              ElementsAre("82.8 days: 62.8;"));
}

TEST(StatedAmounts, ASingleResultThatMayBeAnother) {
  const model::WorkRecord work = study(results);
  for (const char* claim :
       {"Of the patients given zolamine, 71% stayed in remission.",
        "Of the patients given zolamine, 29% had no remission.",        // the others
        "With zolamine 42% more patients were in remission.",           // a difference of two
        "More than 60% of patients given zolamine were in remission.",  // no figure of its own
        "Of the women given zolamine, 80% stayed in remission.",        // of some that are not told of
        "At one year 80% of those on zolamine were in remission.",      // at another time
        "Zolamine increased remission by 80%.",                         // a share of a share
        "Of the patients given zolamine, 80% slept well.",              // another outcome
        "Remission was reached by 40 of 50 patients on zolamine.",      // another group
        "The hazard ratio for remission was 3.6.",                      // another measure
        "The odds ratio for remission was 6.3."})
    EXPECT_THAT(told(claim, work), IsEmpty()) << claim;
}

}  // namespace
}  // namespace evident::query
