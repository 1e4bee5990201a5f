// SPDX-License-Identifier: GPL-3.0-or-later
// One test for each kind of cue by which a sentence names a study. Names, numbers and works are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "extract/extract.hpp"
#include "resolve/abbreviation_definitions.hpp"
#include "resolve/mention_figures.hpp"
#include "resolve/mention_keys.hpp"
#include "resolve/printed_citations.hpp"
#include "resolve/resolve.hpp"
#include "resolve/study_names.hpp"
#include "support/answers_key.hpp"

namespace evident::resolve {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

model::WorkRecord work(std::string pmid, std::string title, std::vector<std::string> families, int year,
                       std::string abstract = "", std::vector<std::string> affiliations = {}) {
  model::WorkRecord record;
  record.ids.pmid = std::move(pmid);
  record.title = std::move(title);
  for (auto& family : families) {
    model::Person person;
    person.family = std::move(family);
    record.authors.push_back(std::move(person));
  }
  record.issued.year = year;
  record.container = "Annals of Imaginary Medicine";
  record.container_abbrev = "Ann Imag Med";
  if (!abstract.empty()) record.abstract = {{"", "", std::move(abstract)}};
  record.affiliations = std::move(affiliations);
  extract::study_facts(record);
  return record;
}

class Shelf final : public WorkSource {
 public:
  explicit Shelf(std::vector<model::WorkRecord> works) : m_works(std::move(works)) {}
  std::vector<model::WorkRecord> works_with(const std::vector<std::string>& keys, size_t) override {
    std::vector<model::WorkRecord> found;
    for (const auto& record : m_works) {
      const auto own = work_keys(record);
      if (std::any_of(keys.begin(), keys.end(),
                      [&](const std::string& key) { return test::answers_key(own, key); }))
        found.push_back(record);
    }
    return found;
  }

 private:
  std::vector<model::WorkRecord> m_works;
};

std::vector<model::WorkRecord> shelf() {
  return {
      work("90000101", "Zolamine for migraine in nurses on night shifts", {"Quillfeather", "Marsh"}, 2004,
           "84 nurses were randomised to zolamine or placebo for 12 weeks. Attacks fell by 38.4% with "
           "zolamine and by "
           "12.7% with placebo (odds ratio 2.31, 95% CI 1.18 to 4.52; p=0.013).",
           {"University of Farvik, Farvik, Norway."}),
      work("90000102", "Sleep and zolamine in shift work: the NIGHTCAP trial", {"Ostrander", "Bell", "Cole"},
           2011, "The NIGHTCAP trial is registered as NCT99000001."),
      work("90000103", "Zolamine and dreams of shift workers", {"Quillfeather"}, 2009),
  };
}

/// "work rule" of the mentions of a text that is one paragraph a string.
std::vector<std::string> links(const std::vector<std::string>& sentences,
                               const std::vector<model::WorkRecord>& works = shelf()) {
  model::Article article;
  article.title = "Zolamine";
  int number = 0;
  for (const auto& text : sentences) {
    model::Sentence sentence;
    sentence.number = ++number;
    sentence.paragraph = 10 * number;
    sentence.text = text;
    article.sentences.push_back(std::move(sentence));
  }
  Shelf source(works);
  std::vector<std::string> found;
  for (const auto& mention : mentions(article, {}, source))
    found.push_back(mention.candidate.work + " " + mention.rule);
  return found;
}

std::vector<std::string> names_of(const PrintedCitation& citation) {
  auto names = citation.families;
  if (citation.et_al) names.push_back("et al");
  names.push_back(std::to_string(citation.year));
  return names;
}

TEST(PrintedCitations, StylesOfNamesAndYear) {
  const auto read = [](std::string_view text) {
    std::vector<std::vector<std::string>> all;
    for (const auto& citation : printed_citations(text)) all.push_back(names_of(citation));
    return all;
  };
  EXPECT_THAT(read("Quillfeather et al. (2004) found less."),
              ElementsAre(ElementsAre("quillfeather", "et al", "2004")));
  EXPECT_THAT(read("Quillfeather and Marsh (2004a) found less."),
              ElementsAre(ElementsAre("quillfeather", "marsh", "2004")));
  EXPECT_THAT(
      read("It fell (Ostrander, Bell, & Cole, 2011; Marsh et al. 2009)."),
      ElementsAre(ElementsAre("ostrander", "bell", "cole", "2011"), ElementsAre("marsh", "et al", "2009")));
  EXPECT_THAT(read("It fell (van der Meer & de Wit, 2011)."),
              ElementsAre(ElementsAre("meer", "wit", "2011")));
  EXPECT_THAT(read("Marsh and colleagues (2003, 2005) said so."),
              ElementsAre(ElementsAre("marsh", "et al", "2003"), ElementsAre("marsh", "et al", "2005")));
  EXPECT_THAT(read("Marsh's (2003) report"), ElementsAre(ElementsAre("marsh", "2003")));
}

TEST(PrintedCitations, WhatIsNone) {
  EXPECT_THAT(printed_citations("In May 2005 (before the trial) it fell."), IsEmpty());
  EXPECT_THAT(printed_citations("It lasted from May to June (May 2005)."), IsEmpty());
  EXPECT_THAT(printed_citations("The dose (2004 mg) was high."), IsEmpty());
  EXPECT_THAT(printed_citations(""), IsEmpty());
  EXPECT_THAT(printed_citations("et al. (2004"), IsEmpty());
}

TEST(MentionCues, AuthorsAndYear) {
  EXPECT_THAT(links({"Quillfeather and Marsh (2004) saw fewer attacks of migraine in nurses."}),
              ElementsAre("pmid:90000101 person-year"));
  EXPECT_THAT(
      links({"Fewer attacks of migraine were seen in nurses on zolamine (Quillfeather & Marsh, 2004)."}),
      ElementsAre("pmid:90000101 person-year"));
}

TEST(MentionCues, AnotherNumberOfAuthorsOrYearIsAnotherWork) {
  // There is one Quillfeather of 2004, but with Marsh; and a year beside it.
  EXPECT_THAT(links({"Quillfeather (2004) wrote on migraine in nurses."}), IsEmpty());
  EXPECT_THAT(links({"Quillfeather and Bell (2004) wrote on migraine in nurses."}), IsEmpty());
  EXPECT_THAT(links({"Quillfeather and Marsh (2005) wrote on migraine in nurses."}), IsEmpty());
  EXPECT_THAT(links({"Quillfeather (2009) wrote on the dreams of shift workers."}),
              ElementsAre("pmid:90000103 person-year"));
  // "b" speaks of two works, of which one is unknown.
  EXPECT_THAT(links({"Quillfeather (2009b) wrote on the dreams of shift workers."}), IsEmpty());
}

TEST(MentionCues, AGroupBeforeThePersonsIsNoFirstAuthor) {
  auto works = shelf();
  model::Person group;
  group.family = "NIGHTCAP Study Collaborative Group";
  group.collective = true;
  auto& authors = works[0].authors;
  authors.insert(authors.begin(), group);
  EXPECT_THAT(links({"Quillfeather and Marsh (2004) saw fewer attacks of migraine in nurses."}, works),
              ElementsAre("pmid:90000101 person-year"));
}

TEST(MentionCues, AuthorsAndYearOfAnotherMatter) {
  EXPECT_THAT(links({"Ostrander et al. (2011) counted the birds of the coast."}), IsEmpty());
}

TEST(MentionCues, DoctorPossessiveAndJournal) {
  EXPECT_THAT(
      links({"Dr. Ada Quillfeather reported in 2004 in the Annals of Imaginary Medicine that zolamine helps "
             "against migraine."}),
      ElementsAre("pmid:90000101 person-journal-year"));
  EXPECT_THAT(links({"Quillfeather's 2004 report in Ann Imag Med told of zolamine and migraine in nurses."}),
              ElementsAre("pmid:90000101 person-journal-year"));
}

TEST(MentionCues, NationalityAndInstitution) {
  EXPECT_THAT(links({"A Norwegian study tested zolamine for migraine in nurses on night shifts."}),
              ElementsAre("pmid:90000101 place-topic"));
  EXPECT_THAT(links({"A Swedish study tested zolamine for migraine in nurses on night shifts."}), IsEmpty());
  EXPECT_THAT(
      links({"A randomised trial at the University of Farvik tested zolamine for migraine in nurses."}),
      ElementsAre("pmid:90000101 institution-design"));
}

TEST(MentionCues, RegistrationAndNameOfATrial) {
  EXPECT_THAT(links({"Sleep was no better with zolamine (NCT99000001)."}),
              ElementsAre("pmid:90000102 registration"));
  EXPECT_THAT(links({"In the NIGHTCAP study, zolamine did nothing for sleep."}),
              ElementsAre("pmid:90000102 trial-name"));
  EXPECT_THAT(links({"In the NIGHTCAP study, birds were counted."}), IsEmpty());
  EXPECT_THAT(study_names("An MRI study of the RCT kind").trials, IsEmpty());
  EXPECT_THAT(study_names("the STAR*D trial and the COMBINE study").trials, ElementsAre("STARD", "COMBINE"));
}

TEST(MentionCues, FiguresWithoutAnyName) {
  EXPECT_THAT(
      links({"Attacks became rarer by 38.4% with zolamine, by 12.7% without (OR 2.31, 95% CI 1.18-4.52)."}),
      ElementsAre("pmid:90000101 figures"));
  // The figures are others, or the matter is.
  EXPECT_THAT(
      links({"Attacks became rarer by 37.4% with zolamine, by 11.7% without (OR 2.11, 95% CI 1.08-4.32)."}),
      IsEmpty());
  EXPECT_THAT(links({"The share of birds was 38.4% at the coast and 12.7% inland."}), IsEmpty());
}

TEST(MentionCues, AMarkerBehindAName) {
  model::Article article;
  model::Sentence sentence;
  sentence.number = 1;
  sentence.text =
      "Dr. Quillfeather [8] reported in the Annals of Imaginary Medicine on zolamine and migraine.";
  model::Citation marker;
  marker.marker = "[8]";
  marker.references = {0};
  sentence.citations = {marker};
  article.sentences = {sentence};
  article.references.resize(1);
  Shelf source(shelf());
  Resolution other;
  other.status = Status::resolved;
  other.candidates = {{"pmid:90000103", 1, {}}};
  EXPECT_THAT(mentions(article, {other}, source), IsEmpty());
}

std::vector<Figure> figures(std::string_view text) {
  return figures_of(extract::quantities(text), text);
}

TEST(MentionFigures, DigitsThatTell) {
  const auto digits = [](std::string_view text) {
    std::vector<int> all;
    for (const Figure& figure : figures(text)) all.push_back(figure.digits);
    return all;
  };
  EXPECT_THAT(digits("a mean of 58.0 points"), ElementsAre(3));
  EXPECT_THAT(digits("120 patients"), ElementsAre(2));
  EXPECT_THAT(digits("1,905 patients"), ElementsAre(4));
  EXPECT_THAT(digits("p = 0.05"), ElementsAre(1));
  EXPECT_THAT(digits("eighty-four patients"), ElementsAre(2));
  EXPECT_THAT(digits("older than > 75 points"), ElementsAre(1));
  EXPECT_THAT(digits("95% CI 1.18-4.52"), ElementsAre(3, 3));
  EXPECT_THAT(digits("a rate of 60 ml/min/1.73 m2"), Not(Contains(3)));
}

TEST(MentionFigures, PrintsOfOneNumber) {
  for (std::string_view text : {"84 participants took part", "n = 84", "eighty-four patients took part"})
    EXPECT_EQ(match_figures(figures(text), figures("84 patients were randomised")).matched, 1) << text;
  EXPECT_EQ(match_figures(figures("the mean was 16.00 points"), figures("a mean of 16 points")).matched, 1);
  // What was counted is no share.
  EXPECT_EQ(match_figures(figures("33% fell ill"), figures("33 patients fell ill")).matched, 0);
}

TEST(MentionFigures, TimesInOtherUnitsAreNear) {
  for (const auto& [days, others] :
       {std::pair{84, 90}, {364, 360}, {365, 360}, {365, 364}, {168, 180}, {28, 30}})
    EXPECT_TRUE(same_duration(days, others) && same_duration(others, days)) << days << " " << others;
  // Twelve weeks are no thirteen, and three months no four.
  for (const auto& [days, others] : {std::pair{84, 91}, {90, 120}, {84, 12}, {4, 5}})
    EXPECT_FALSE(same_duration(days, others)) << days << " " << others;
  EXPECT_GT(match_figures(figures("for 3 months"), figures("for 12 weeks")).evidence, 0);
  EXPECT_LT(match_figures(figures("for 12 months"), figures("for 12 weeks")).evidence, 0);
}

TEST(MentionFigures, TellingFiguresSayMore) {
  const auto known = figures("It fell by 38.4% and 12.7%; 24 of 80 (30%) left; the mean was 10.2 points.");
  const auto evidence = [&](std::string_view text) { return match_figures(figures(text), known).evidence; };
  EXPECT_GT(evidence("38.4% against 12.7%"), evidence("30% against 24 patients"));
  EXPECT_LT(evidence("38.4% against 13.7%"), evidence("38.4% against 12.7%"));
  EXPECT_LT(evidence("41.9% against 13.7%"), 0);
}

TEST(MentionFigures, KeysArePairsAndFew) {
  EXPECT_THAT(figure_keys(figures("38.4% against 12.7%"), 10), ElementsAre("m:ff:12.7:38.4"));
  EXPECT_THAT(figure_keys(figures("21% against 33%"), 10), IsEmpty());
  EXPECT_THAT(figure_keys(figures("21% against 33% (p = 0.055)"), 10), ElementsAre("m:fff:0.055:21:33"));
  std::string many;
  for (int at = 0; at < 300; ++at) many += std::to_string(at + 100) + ".5 points, ";
  EXPECT_EQ(figure_keys(figures(many), 40).size(), 40u);
}

TEST(AbbreviationDefinitions, AreReadWhereTheyStand) {
  std::map<std::string, std::string> found;
  add_definitions("We treated alcohol use disorder (AUD) and Barrett's oesophagus (see Table 2) (n = 3).",
                  found);
  add_definitions("All users of the device (AUD)", found);
  EXPECT_EQ(found.size(), 1u);
  EXPECT_EQ(found["AUD"], "alcohol use disorder");
}

}  // namespace
}  // namespace evident::resolve
