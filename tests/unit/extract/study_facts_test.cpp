// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/extract.hpp"
#include "extract/place.hpp"

namespace evident::extract {
namespace {

using model::StudyDesign;
using testing::Contains;
using testing::ElementsAre;

TEST(StudyFacts, ATrial) {
  model::WorkRecord work;
  work.title =
      "Baclofen for maintenance of abstinence in patients with cirrhosis: randomised, double-blind "
      "controlled study.";
  work.publication_types = {"Journal Article", "Randomized Controlled Trial"};
  work.affiliations = {
      "Institute of Internal Medicine, Catholic University of Rome, Rome, Italy. someone@example.org"};
  work.abstract = {
      {"METHODS", "METHODS",
       "Of 148 patients referred, 84 were randomised to baclofen (n=42) or placebo (n=42) for 12 weeks. "
       "It is registered as NCT00525252."},
      {"RESULTS", "RESULTS", "Abstinence was kept by 30 of 42 patients on baclofen."},
      {"CONCLUSION", "CONCLUSIONS", "Baclofen promotes abstinence."}};
  study_facts(work);
  EXPECT_EQ(work.study.design, StudyDesign::randomised_controlled_trial);
  EXPECT_EQ(work.study.sample_size, 84);
  ASSERT_EQ(work.study.arms.size(), 2u);
  EXPECT_EQ(work.study.arms[0], (model::Arm{"baclofen", 42}));
  EXPECT_EQ(work.study.arms[1], (model::Arm{"placebo", 42}));
  EXPECT_THAT(work.study.countries, ElementsAre("Italy"));
  EXPECT_THAT(work.study.cities, ElementsAre("Rome"));
  EXPECT_THAT(work.study.institutions, Contains("Catholic University of Rome"));
  EXPECT_THAT(work.study.registrations, ElementsAre("NCT00525252"));
  ASSERT_EQ(work.study.findings.size(), 2u);
  EXPECT_EQ(work.study.findings[0].number, 3);
  EXPECT_EQ(work.study.findings[1].number, 4);
}

TEST(StudyFacts, SampleSizeIsTheWholeOrUnknown) {
  auto size = [](std::string abstract) {
    model::WorkRecord work;
    work.abstract = {{"", "", std::move(abstract)}};
    study_facts(work);
    return work.study.sample_size;
  };
  EXPECT_EQ(
      size("The authors studied healthy adults (66 African American, 117 Caucasian; 74 women, 109 men)."), 0);
  EXPECT_EQ(size("109 men and 74 women took part."), 0);
  EXPECT_EQ(size("We studied 36 patients, 20 women and 16 men."), 36);
  EXPECT_EQ(size("36 patients with stage IA (N = 27) or IIA (N = 9) disease were treated with radiotherapy. "
                 "Eleven of "
                 "the patients underwent laparotomy. None of the 15 patients with limited fields relapsed."),
            36);
  EXPECT_EQ(size("26 patients with CPFE and 33 IPF alone patients were selected."), 0);
  EXPECT_EQ(size("33 patients with IPF alone and 26 patients with CPFE were selected."), 0);
  EXPECT_EQ(size("Of 36 patients with pain, 28 patients improved."), 36);
  EXPECT_EQ(size("Patients (n=84) were randomised to baclofen (n=42) or placebo (n=42)."), 84);
  EXPECT_EQ(size("Patients were given baclofen (n=50) or placebo (n=48)."), 0);
  EXPECT_EQ(size("Patients (n = 102) were seen. Among the 102 patients (14 females), 38 had emphysema."),
            102);
  EXPECT_EQ(size("We compared 375 cases and 327 controls."), 0);
  EXPECT_EQ(
      size("We saw 32 patients with cancer. 5 patients had metastases and were treated with cisplatin."), 0);
  EXPECT_EQ(size("84 patients were randomised; 20 healthy controls were seen once."), 84);
  EXPECT_EQ(size("Twenty-four randomized controlled trials and two control groups were included."), 0);
}

TEST(StudyFacts, TheConclusionSumsUp) {
  model::WorkRecord work;
  work.abstract = {{"CONCLUSION", "CONCLUSIONS", "Moss is of use. It helps frogs."},
                   {"RESULTS", "RESULTS", "Nine of ten frogs slept."}};
  study_facts(work);
  ASSERT_NE(conclusion(work), nullptr);
  EXPECT_EQ(conclusion(work)->text, "It helps frogs.");
  work.abstract = {{"", "", "We looked at frogs. We found that they slept."}};
  study_facts(work);
  ASSERT_NE(conclusion(work), nullptr);
  EXPECT_EQ(conclusion(work)->text, "We found that they slept.");
  EXPECT_EQ(conclusion(model::WorkRecord{}), nullptr);
}

TEST(StudyFacts, DesignsByWords) {
  auto design = [](std::string title) {
    model::WorkRecord work;
    work.title = std::move(title);
    work.publication_types = {"Journal Article"};
    study_facts(work);
    return work.study.design;
  };
  EXPECT_EQ(design("High-dose baclofen: a self-case report of a physician."), StudyDesign::case_report);
  EXPECT_EQ(design("Baclofen lowers body temperature in rats."), StudyDesign::animal);
  EXPECT_EQ(design("Drugs for alcohol dependence: a systematic review."), StudyDesign::systematic_review);
  EXPECT_EQ(design("Delirium: a review of common presentations."), StudyDesign::review);
  EXPECT_EQ(design("Spasticity."), StudyDesign::unknown);
}

TEST(Places, NationalitiesAndInstitutions) {
  std::vector<Place> found = places("An Italian team and a South Korean one met in the Netherlands.");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].country, "Italy");
  EXPECT_TRUE(found[0].adjective);
  EXPECT_EQ(found[1].country, "South Korea");
  EXPECT_EQ(found[2].country, "Netherlands");
  EXPECT_THAT(
      institutions("A donor gave money to the University of Amsterdam in the Netherlands to begin a trial."),
      ElementsAre("University of Amsterdam"));
  EXPECT_EQ(affiliation_city(
                "Department of Psychology, University of Amsterdam, 1018 WT Amsterdam, The Netherlands."),
            "Amsterdam");
}

TEST(StudyFacts, ResultsOfAnAbstractWithoutHeadingsAreToldByTheirFigures) {
  model::WorkRecord work;
  work.abstract = {
      {"", "",
       "In Kampala, 408 children (54% girls) were randomised. Cure rate at day 28 was 97.6% with one "
       "drug and 88.1% with the other. Falls were rarer (relative risk 0.68). Ferns grow. Needs are "
       "discussed."}};
  study_facts(work);
  ASSERT_EQ(work.study.findings.size(), 2u);
  EXPECT_EQ(work.study.findings[0].number, 2);
  EXPECT_EQ(work.study.findings[1].number, 3);
}

TEST(StudyFacts, WhatWasAskedIsNoFindingAndTheLastSentenceIsOne) {
  model::WorkRecord work;
  work.abstract = {
      {"", "",
       "Zolamine was compared with aspirin in migraine. It was to be seen whether it is effective. "
       "Zolamine was as effective as aspirin. Hives prefer it."}};
  study_facts(work);
  ASSERT_EQ(work.study.findings.size(), 2u);
  EXPECT_EQ(work.study.findings[0].text, "Zolamine was as effective as aspirin.");
  EXPECT_EQ(work.study.findings[1].text, "Hives prefer it.");
}

TEST(StudyFacts, HeadingsInCapitalsAreSections) {
  model::WorkRecord work;
  work.abstract = {
      {"", "",
       "BACKGROUND Zolamine is effective in vertigo. METHODS: Forty hens received it. RESULTS Eggs were "
       "whole. CONCLUSIONS Hens thrive on zolamine."}};
  study_facts(work);
  ASSERT_EQ(work.study.findings.size(), 2u);
  EXPECT_EQ(work.study.findings[0].text, "RESULTS Eggs were whole.");
  EXPECT_EQ(work.study.findings[1].number, 4);
}

TEST(StudyFacts, NoticesAndPlansAreNoFindings) {
  model::WorkRecord work;
  work.abstract = {
      {"", "",
       "Zolamine has been given since 1950. To test it, we removed fish, and snail density doubled. Reeds "
       "were rare. (Funded by the Fern Trust.) Trial registration: NCT00000000."}};
  study_facts(work);
  ASSERT_EQ(work.study.findings.size(), 2u);
  EXPECT_EQ(work.study.findings[0].number, 2);
  EXPECT_EQ(work.study.findings[1].text, "Reeds were rare.");
  work.abstract = {{"", "", "Hives were weighed. Future work should look at wasps."}};
  study_facts(work);
  EXPECT_TRUE(work.study.findings.empty());
}

}  // namespace
}  // namespace evident::extract
