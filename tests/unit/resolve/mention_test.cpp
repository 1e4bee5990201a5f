// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "extract/extract.hpp"
#include "resolve/mention_cues.hpp"
#include "resolve/mention_keys.hpp"
#include "resolve/printed_citations.hpp"
#include "resolve/resolve.hpp"
#include "support/answers_key.hpp"
#include "text/normal.hpp"
#include "text/sentences.hpp"

namespace evident::resolve {
namespace {

using model::WorkRecord;

model::Person person(std::string family, std::string initials) {
  model::Person made;
  made.family = std::move(family);
  made.initials = std::move(initials);
  return made;
}

WorkRecord record(std::string pmid, std::string title, std::vector<model::Person> authors, int year,
                  std::string container, std::string abbreviation, std::vector<std::string> types,
                  std::string abstract, std::vector<std::string> affiliations = {}) {
  WorkRecord work;
  work.ids.pmid = std::move(pmid);
  work.title = std::move(title);
  work.authors = std::move(authors);
  work.issued.year = year;
  work.container = std::move(container);
  work.container_abbrev = std::move(abbreviation);
  work.publication_types = std::move(types);
  if (!abstract.empty()) work.abstract = {{"", "", std::move(abstract)}};
  work.affiliations = std::move(affiliations);
  extract::study_facts(work);
  return work;
}

// Identifiers below 100 stand for works whose real ones do not matter here.
std::vector<WorkRecord> fixtures() {
  return {
      record("18068515",
             "Effectiveness and safety of baclofen for maintenance of alcohol abstinence in "
             "alcohol-dependent patients with liver "
             "cirrhosis: randomised, double-blind controlled study.",
             {person("Addolorato", "G"), person("Leggio", "L"), person("Gasbarrini", "G")}, 2007,
             "Lancet (London, England)", "Lancet", {"Journal Article", "Randomized Controlled Trial"},
             "Of 148 patients referred, 84 with liver cirrhosis were randomised to oral baclofen or placebo "
             "for 12 weeks. Total abstinence "
             "was kept by 30 of 42 (71%) on baclofen against 12 of 42 (29%) on placebo (odds ratio 6.3, 95% "
             "CI 2.4-16.1; p=0.0001). "
             "Cumulative abstinence lasted 62.8 (SE 5.4) days against 30.8 (5.5) days (p=0.001). No hepatic "
             "side-effects were recorded.",
             {"Institute of Internal Medicine, Catholic University of Rome, Rome, Italy."}),
      record("16490478",
             "Baclofen in the treatment of alcohol withdrawal syndrome: a comparative study vs diazepam.",
             {person("Addolorato", "G"), person("Leggio", "L"), person("Agabio", "R"),
              person("Gasbarrini", "G")},
             2006, "The American journal of medicine", "Am J Med",
             {"Journal Article", "Randomized Controlled Trial"},
             "Baclofen was compared with diazepam in patients with alcohol withdrawal syndrome.",
             {"Institute of Internal Medicine, Catholic University of Rome, Rome, Italy."}),
      record("1",
             "Complete and prolonged suppression of symptoms and consequences of alcohol-dependence using "
             "high-dose baclofen: a self-case "
             "report of a physician.",
             {person("Ameisen", "O")}, 2005, "Alcohol and alcoholism (Oxford, Oxfordshire)",
             "Alcohol Alcohol", {"Case Reports", "Journal Article"},
             "The author, a physician with alcohol dependence, raised baclofen from 30 mg/day to 270 mg/day "
             "in 5 weeks. He was free of "
             "craving in the ninth month. Randomised trials are called for."),
      record("27842939",
             "Efficacy and safety of high-dose baclofen for the treatment of alcohol dependence: A "
             "multicentre, randomised, double-blind "
             "controlled trial.",
             {person("Beraha", "EM"), person("Salemink", "E"), person("Wiers", "RW")}, 2016,
             "European neuropsychopharmacology", "Eur Neuropsychopharmacol",
             {"Journal Article", "Multicenter Study", "Randomized Controlled Trial"},
             "151 patients were randomised to high-dose baclofen (n=58), low-dose baclofen (n=31) or placebo "
             "(n=62), with six weeks of "
             "titration. No effect of baclofen on time to first relapse was found.",
             {"Department of Psychology, University of Amsterdam, Amsterdam, The Netherlands."}),
      record("2", "Suppression of alcohol dependence using baclofen.", {person("Bucknam", "W")}, 0,
             "Alcohol and alcoholism (Oxford, Oxfordshire)", "Alcohol Alcohol", {"Case Reports"}, ""),
      record("3", "Baclofen suppresses alcohol craving.", {person("Agabio", "R"), person("Marras", "P")}, 0,
             "Journal of clinical psychopharmacology", "J Clin Psychopharmacol", {"Case Reports"}, ""),
      record("4", "Baclofen prevents MDMA-induced rise in core body temperature in rats.",
             {person("Bexis", "S")}, 2004, "Drug and alcohol dependence", "Drug Alcohol Depend",
             {"Journal Article"}, "Rats were given MDMA."),
      record("5", "Acamprosate in alcohol dependence with cirrhosis: a randomised trial.",
             {person("Smith", "J")}, 2007, "Addiction", "Addiction", {"Randomized Controlled Trial"},
             "84 patients with liver cirrhosis were randomised for 24 weeks.", {"Hospital, Paris, France."}),
      record("6", "Night shifts and sleep in hospital nurses: a cohort study.",
             {person("Rossi", "M"), person("Neri", "P")}, 2011, "Sleep medicine", "Sleep Med",
             {"Journal Article"},
             "We followed 2,345 nurses for four years. Sleep was shorter by 47 minutes in 38.4% of those on "
             "night shifts.",
             {"Department of Psychology, University of Bologna, Bologna, Italy."}),
      record("7", "Zolamine in the prevention of migraine: a randomised trial.", {person("Bakker", "J")},
             2003, "Headache", "Headache", {"Randomized Controlled Trial"},
             "120 patients with migraine were randomised to zolamine or placebo for 26 weeks. Attacks fell "
             "by 51.2%.",
             {"Department of Neurology, University Medical Center, Utrecht, The Netherlands."}),
      record("8", "Morning light and sleep in old age.", {person("van den Berg", "K"), person("Bos", "T")},
             2010, "Age and ageing", "Age Ageing", {"Journal Article"}, ""),
      record("10", "Melatonin for chronic sleep onset insomnia in children: a placebo-controlled trial.",
             {person("Visser", "A")}, 2003,
             "Journal of the American Academy of Child and Adolescent Psychiatry",
             "J Am Acad Child Adolesc Psychiatry", {"Randomized Controlled Trial"},
             "Children took melatonin or placebo. Sleep began earlier with melatonin."),
      record("11", "Bright light against fatigue of shift workers: a trial.", {person("Dahl", "E")}, 2008,
             "Sleep", "Sleep", {"Clinical Trial"},
             "Shift workers sat in bright light. They were less tired."),
      record(
          "13", "Vitamin K2 and bone loss in older adults: a randomised trial.", {person("Quist", "H")}, 2014,
          "Bone", "Bone", {"Randomized Controlled Trial"},
          "Of 316 adults in Aarhus, half were assigned to vitamin K2 and half to placebo for 26 weeks. Bone "
          "loss did not differ.",
          {"Department of Geriatrics, Aarhus University, Aarhus, Denmark."}),
      record("12", "Zolamine after stroke: a trial.", {person("Holm", "B")}, 2009,
             "The New England journal of medicine", "N Engl J Med", {"Clinical Trial"},
             "340 patients took zolamine or placebo after a stroke. Falls were fewer by 23.5%."),
  };
}

class Shelf final : public WorkSource {
 public:
  std::vector<WorkRecord> works = fixtures();
  std::vector<WorkRecord> works_with(const std::vector<std::string>& keys, size_t) override {
    std::vector<WorkRecord> found;
    for (const WorkRecord& work : works) {
      std::vector<std::string> own = work_mention_keys(work);
      own.push_back("i:" + model::work_id(work));
      std::sort(own.begin(), own.end());
      if (std::any_of(keys.begin(), keys.end(),
                      [&](const std::string& key) { return test::answers_key(own, key); }))
        found.push_back(work);
    }
    return found;
  }
};

/// An article of paragraphs; a line that begins with "# " is a heading.
model::Article article_of(const std::vector<std::string>& paragraphs) {
  model::Article article;
  article.title = "Baclofen";
  std::string section;
  uint64_t offset = 0;
  int number = 0, paragraph = 0;
  for (const std::string& block : paragraphs) {
    if (block.starts_with("# ")) {
      section = block.substr(2);
      continue;
    }
    ++paragraph;
    for (const Span& span : text::sentences(block)) {
      model::Sentence sentence;
      sentence.number = ++number;
      sentence.paragraph = paragraph;
      sentence.section = section;
      sentence.text = text::squeeze(std::string_view(block).substr(span.start, span.size()));
      sentence.source = {offset + span.start, offset + span.end};
      article.sentences.push_back(std::move(sentence));
    }
    offset += block.size() + 1;
  }
  return article;
}

/// "sentence number -> work" of all mentions.
std::vector<std::string> links(const std::vector<std::string>& paragraphs) {
  Shelf shelf;
  std::vector<std::string> printed;
  for (const Mention& mention : mentions(article_of(paragraphs), {}, shelf))
    printed.push_back(std::to_string(mention.sentence) + " " + mention.candidate.work + " " + mention.rule);
  return printed;
}

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Mentions, DescriptionByFiguresOverParagraphs) {
  EXPECT_THAT(links({"Baclofen relaxes muscles.",
                     "A trial was run to learn whether baclofen helps in alcohol dependence. The 84 trial "
                     "participants, who had cirrhosis of the "
                     "liver, were randomly given placebo or baclofen. The treatment was taken three times a "
                     "day. The trial went on for 12 weeks.",
                     "During the 12-week trial, drinking was counted each day. The mean abstinence was 62.8 "
                     "days with baclofen and 30.8 days "
                     "with placebo.",
                     "Baclofen should be taken as a doctor says."}),
              ElementsAre("2 pmid:18068515 description-by-figures", "3 pmid:18068515 carried-over",
                          "4 pmid:18068515 carried-over", "5 pmid:18068515 carried-over",
                          "6 pmid:18068515 carried-over", "7 pmid:18068515 carried-over"));
}

TEST(Mentions, WeeksMayBeToldAsMonthsAndFiguresInWords) {
  EXPECT_THAT(
      links({"A trial was run to learn whether baclofen helps in alcohol dependence. The eighty-four trial "
             "participants, who had cirrhosis of the liver, were randomly given placebo or baclofen. The "
             "treatment was taken three times a day. The trial went on for three months.",
             "The mean abstinence was 62.8 days with baclofen and 30.8 days with placebo."}),
      Contains("1 pmid:18068515 description-by-figures"));
}

TEST(Mentions, AnInstitutionThatStudiedSoManyPeople) {
  EXPECT_THAT(links({"The University of Bologna followed 2,345 nurses who worked night shifts."}),
              ElementsAre("1 pmid:6 description-by-figures"));
  EXPECT_THAT(links({"The University of Bologna followed 1,200 nurses who worked night shifts."}), IsEmpty());
  EXPECT_THAT(links({"The University of Bologna has 2,345 nurses who work night shifts."}), IsEmpty());
}

TEST(Mentions, WhoWasStudiedMayStandBetweenPlaceAndFinding) {
  EXPECT_THAT(links({"An Italian study of nurses found that night shifts shorten sleep."}),
              ElementsAre("1 pmid:6 place-topic"));
  EXPECT_THAT(links({"A French study of nurses found that night shifts shorten sleep."}), IsEmpty());
}

TEST(Mentions, AStudyOfACountryWithItsSize) {
  EXPECT_THAT(links({"In a Dutch trial, 120 patients took zolamine against migraine or placebo."}),
              ElementsAre("1 pmid:7 description-by-figures"));
  EXPECT_THAT(links({"In a Dutch trial, 240 patients took zolamine against migraine or placebo."}),
              IsEmpty());
}

TEST(Mentions, AStudyByItsJournalAndYear) {
  EXPECT_THAT(
      links({"A study reported in the Lancet in 2007 showed that baclofen maintains alcohol abstinence in "
             "liver cirrhosis."}),
      ElementsAre("1 pmid:18068515 journal-year"));
  for (const char* other :
       {"A study reported in the Lancet in 2003 showed that baclofen maintains alcohol abstinence in "
        "liver cirrhosis.",
        "A study reported in the Gut in 2007 showed that baclofen maintains alcohol abstinence in "
        "liver cirrhosis.",
        "A study reported in the Lancet in 2007 showed that acamprosate helps in anxiety."})
    EXPECT_THAT(links({other}), IsEmpty()) << other;
}

TEST(Mentions, AStudyCalledByItsJournal) {
  EXPECT_THAT(
      links({"A 2007 Lancet study found that baclofen keeps up alcohol abstinence in liver cirrhosis."}),
      ElementsAre("1 pmid:18068515 journal-year"));
  EXPECT_THAT(links({"A 2007 Gut study found that baclofen keeps up alcohol abstinence in liver cirrhosis."}),
              IsEmpty());
}

TEST(Mentions, APersonsReportAndWhatItIsAbout) {
  EXPECT_THAT(
      links({"Ameisen's report describes the complete suppression of symptoms of alcohol dependence by "
             "high-dose baclofen."}),
      ElementsAre("1 pmid:1 person-description"));
  EXPECT_THAT(links({"Ameisen's report speaks of alcohol and baclofen in many families."}), IsEmpty());
}

TEST(Mentions, ResearchersOfAPlaceAndWhatTheyDid) {
  for (const char* text : {"Researchers from the University Medical Center in Utrecht gave zolamine to 120 "
                           "people with migraine.",
                           "Dutch researchers found that zolamine prevented migraine in 120 patients.",
                           "Doctors in Utrecht compared zolamine with placebo in 120 people who had "
                           "migraine."})
    EXPECT_THAT(links({text}), ElementsAre("1 pmid:7 description-by-figures")) << text;
  for (const char* text :
       {"Researchers from Leiden University in the Netherlands gave zolamine to 240 people with migraine.",
        "Danish researchers found that zolamine prevented migraine in 120 patients.",
        "Dutch researchers found that amitriptyline prevented neuralgia in 120 patients.",
        "Dutch doctors recommend zolamine against migraine.",
        "In 2016 Dutch researchers found that zolamine prevented migraine in 120 patients."})
    EXPECT_THAT(links({text}), IsEmpty()) << text;
}

TEST(Mentions, PartsOfGroupsInOneSentence) {
  EXPECT_THAT(links({"With baclofen 30 of 42 patients stayed abstinent, with placebo 12 of 42."}),
              ElementsAre("1 pmid:18068515 figures"));
  for (const char* text : {"With baclofen 30 of 43 patients stayed abstinent, with placebo 12 of 44.",
                           "With zolamine 30 of 42 windows stayed shut, without it 12 of 42."})
    EXPECT_THAT(links({text}), IsEmpty()) << text;
}

TEST(Mentions, APlaceMayStandBetweenAPersonAndWhatHeDid) {
  EXPECT_THAT(links({"In 2010 van den Berg, of the University of Delft, studied morning light and sleep."}),
              ElementsAre("1 pmid:8 person-year"));
}

TEST(Mentions, WhereAPersonWorksTakesNothingAway) {
  for (const char* text :
       {"A report by Dr. Ameisen describes the complete suppression of symptoms of alcohol dependence by "
        "high-dose baclofen.",
        "A report by Dr. Ameisen of the Hospital of Lower Milan in Northern Italy describes the complete "
        "suppression of symptoms of alcohol dependence by high-dose baclofen."})
    EXPECT_THAT(links({text}), ElementsAre("1 pmid:1 person-description")) << text;
}

TEST(Mentions, AJournalWithALongNameAndOneWithAShortOne) {
  for (const char* text :
       {"In the Journal of the American Academy of Child and Adolescent Psychiatry in 2003, melatonin was "
        "found to help children with insomnia fall asleep.",
        "The Journal of the American Academy of Child and Adolescent Psychiatry published a trial of "
        "melatonin for sleep onset insomnia in children.",
        "According to a paper in J Am Acad Child Adolesc Psychiatry, melatonin helped children with sleep "
        "onset "
        "insomnia."})
    EXPECT_THAT(links({text}), Contains(testing::HasSubstr("1 pmid:10 journal"))) << text;
  for (const char* text :
       {"The journal Sleep published a trial of bright light for shift workers' fatigue.",
        "Bright light made shift workers less tired, a trial published in the journal Sleep "
        "found."})
    EXPECT_THAT(links({text}), Contains(testing::HasSubstr("1 pmid:11 journal"))) << text;
  EXPECT_THAT(links({"A trial in the New England Journal gave 340 patients zolamine after stroke, and falls "
                     "were fewer by 23.5%."}),
              ElementsAre("1 pmid:12 description-by-figures"));
  for (const char* text :
       {"In the Journal of the American Academy of Child and Adolescent Psychiatry in 2009, melatonin was "
        "found to help children with insomnia fall asleep.",
        "The journal Brain published a trial of bright light for shift workers' fatigue.",
        "The journal Sleep published a trial of caffeine for pilots."})
    EXPECT_THAT(links({text}), IsEmpty()) << text;
}

TEST(Mentions, WhatATextCitesIsNoDescription) {
  const std::string text =
      "Doctors in Utrecht compared zolamine with placebo in 120 people who had migraine.";
  model::Article article = article_of({text});
  model::Reference reference;
  reference.text = "Nobody N. Quite another work. 2001.";
  reference.fields.title = "Quite another work";
  reference.fields.year = 2001;
  article.references.push_back(reference);
  Shelf shelf;
  Resolution unresolved;
  unresolved.status = Status::unresolved;
  EXPECT_EQ(mentions(article, {unresolved}, shelf).size(), 1u);
  model::Citation citation;
  citation.marker = "[1]";
  citation.references = {0};
  article.sentences.front().citations.push_back(citation);
  EXPECT_THAT(mentions(article, {unresolved}, shelf), IsEmpty());
}

TEST(Mentions, TheNextSentenceGoesOnByItsFigures) {
  EXPECT_THAT(
      links(
          {"In a Dutch trial, 120 patients took zolamine against migraine or placebo. The zolamine was taken "
           "for 26 weeks. Attacks fell by 51.2% on average."}),
      ElementsAre("1 pmid:7 description-by-figures", "2 pmid:7 carried-over", "3 pmid:7 carried-over"))
      << "its words lead back to the sentence before";
  EXPECT_THAT(
      links({"In a Dutch trial, 120 patients took zolamine against migraine or placebo. The migraine of "
             "others lasts for 9 weeks. Attacks fell by 51.2% on average."}),
      ElementsAre("1 pmid:7 description-by-figures"));
  EXPECT_THAT(links({"In a Dutch trial, 120 patients took zolamine against migraine or placebo. Attacks fell "
                     "by 51.2% on average."}),
              ElementsAre("1 pmid:7 description-by-figures", "2 pmid:7 carried-over"));
  EXPECT_THAT(
      links(
          {"In a Dutch trial, 120 patients took zolamine against migraine or placebo. Attacks fell by 63.9% "
           "elsewhere."}),
      ElementsAre("1 pmid:7 description-by-figures"));
}

TEST(Mentions, PronounsGoOnWithAStudy) {
  EXPECT_THAT(
      links({"Dutch researchers found that zolamine prevented migraine in 120 patients. They gave it to half "
             "of them. The others took placebo. It lasted half a year. It is a cheap drug."}),
      ElementsAre("1 pmid:7 description-by-figures", "2 pmid:7 carried-over", "3 pmid:7 carried-over",
                  "4 pmid:7 carried-over"));
}

TEST(Mentions, LongNamesMeetByTheSameKeys) {
  const std::string one(70, 'a'), other(70, 'b');
  WorkRecord work =
      record("9", "Light in old age.", {person(one, "K"), person(other, "T")}, 2010, "", "", {}, "");
  const auto known = work_mention_keys(work);
  const auto asked = citation_keys(
      printed_citations("A" + one.substr(1) + " and B" + other.substr(1) + " (2010) found it."));
  ASSERT_EQ(asked.size(), 2u);
  for (const auto& key : asked) EXPECT_TRUE(test::answers_key(known, key)) << key;
}

TEST(Mentions, ParticlesBelongToTheName) {
  for (const char* text : {"Van den Berg and Bos (2010) found that morning light improves sleep.",
                           "Morning light improves sleep, as van den Berg and Bos (2010) found.",
                           "Morning light improves sleep (Van den Berg & Bos, 2010)."})
    EXPECT_THAT(links({text}), ElementsAre("1 pmid:8 person-year")) << text;
  Shelf shelf;
  const auto found = mentions(
      article_of({"Van den Berg and Bos (2010) found that morning light improves sleep."}), {}, shelf);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front().quote, "Van den Berg and Bos (2010");
}

TEST(Mentions, AnItalianStudy) {
  EXPECT_THAT(links({"Baclofen helps in alcohol withdrawal. An Italian study found it to be effective in "
                     "keeping up alcohol abstinence in "
                     "patients who have severe cirrhosis of the liver."}),
              ElementsAre("2 pmid:18068515 place-topic"));
}

TEST(Mentions, WhatRestsOnNewsTellsOfAStudyAsTheseDo) {
  Shelf shelf;
  model::Article telling =
      article_of({"An Italian study found baclofen to keep up alcohol abstinence in patients with cirrhosis "
                  "of the liver."});
  telling.references.resize(1);
  telling.sentences[0].citations.resize(1);
  telling.sentences[0].citations[0].references = {0};
  telling.references[0].fields.type = model::WorkType::article;
  EXPECT_THAT(mentions(telling, {Resolution()}, shelf), IsEmpty());
  telling.references[0].fields.type = model::WorkType::news;
  EXPECT_EQ(mentions(telling, {Resolution()}, shelf).size(), 1u);
}

TEST(Mentions, PersonJournalYear) {
  EXPECT_THAT(links({"Dr. Olivier Ameisen, a cardiologist, reported in 2004 in the journal Alcohol and "
                     "Alcoholism that he used baclofen to "
                     "suppress his own alcohol addiction. In his paper, he asked for randomized trials of "
                     "high-dose baclofen. He repeated "
                     "this in the Journal of the American Medical Association (JAMA)."}),
              ElementsAre("1 pmid:1 person-journal-year", "2 pmid:1 carried-over"));
}

TEST(Mentions, TwoPersonsEachWithTheirJournal) {
  EXPECT_THAT(
      links(
          {"His treatment of alcoholism was repeated by Dr. William Bucknam, who published a case report in "
           "Alcohol and Alcoholism, and "
           "by Roberta Agabio et al. who published another case in Journal of Clinical Psychopharmacology."}),
      ElementsAre("1 pmid:2 person-journal", "1 pmid:3 person-journal"));
}

TEST(Mentions, Institution) {
  EXPECT_THAT(links({"A donor gave money to the University of Amsterdam in the Netherlands to start a "
                     "clinical trial of high-dose baclofen, "
                     "which Ameisen had called for since 2004. The researchers concluded that no evidence of "
                     "a positive effect of baclofen was "
                     "found. However, we cannot exclude that baclofen is effective in severe cases. Baclofen "
                     "can be injected."}),
              ElementsAre("1 pmid:27842939 institution-design", "2 pmid:27842939 carried-over",
                          "3 pmid:27842939 carried-over"));
}

TEST(Mentions, SelfExperimentUnderAHeading) {
  EXPECT_THAT(
      links({"# Olivier Ameisen",
             "Having heard that the muscle relaxant baclofen lowers craving, he experimented on himself."}),
      ElementsAre("1 pmid:1 person-self-experiment"));
}

TEST(Mentions, GeneralSentencesLinkToNothing) {
  EXPECT_THAT(links({"Baclofen is used to treat spasticity. Studies show that baclofen is effective for "
                     "alcohol dependence and withdrawal.",
                     "In his 2008 book, cardiologist Olivier Ameisen described how he treated his alcoholism "
                     "with baclofen.",
                     "Oral doses of 80 mg per day or higher can cause drowsiness. Ameisen believes that it "
                     "acts on cravings for alcohol.",
                     "Recently, based on Ameisen's model, some trials were conducted in cocaine addiction."}),
              IsEmpty());
}

TEST(Mentions, ContradictionsVeto) {
  EXPECT_THAT(links({"Addolorato et al. reported in 2001 in the journal Gut that baclofen helps alcohol "
                     "abstinence in liver cirrhosis."}),
              IsEmpty());
  EXPECT_THAT(links({"A French study showed that baclofen promotes alcohol abstinence in patients with liver "
                     "cirrhosis."}),
              IsEmpty());
  EXPECT_THAT(links({"A trial of baclofen with 320 patients with liver cirrhosis and alcohol dependence "
                     "lasted for 12 weeks."}),
              IsEmpty());
  EXPECT_THAT(links({"Dr. Maria Ameisen reported in 2004 in the journal Alcohol and Alcoholism on alcohol "
                     "dependence and baclofen."}),
              IsEmpty());
}

TEST(Mentions, AnotherTreatmentPlacePersonOrResultIsAnotherStudy) {
  const std::string figures = "84 alcohol-dependent patients with cirrhosis";
  EXPECT_THAT(links({"In Italy, " + figures + " were given baclofen or placebo for 12 weeks."}),
              ElementsAre("1 pmid:18068515 description-by-figures"));
  for (const std::string& other :
       {"In Italy, " + figures + " were given acamprosate or placebo for 12 weeks.",
        "In Canada, " + figures + " were given baclofen or placebo for 12 weeks.",
        "A trial in JAMA randomised " + figures + " to baclofen or placebo for 12 weeks.",
        "A trial in Manchester randomised " + figures + " to baclofen or placebo for 12 weeks.",
        "Dr Fernsby randomised " + figures + " to baclofen or placebo for 12 weeks.",
        "In our study, " + figures + " received baclofen or placebo for 12 weeks.",
        "A trial that will start next year will give baclofen or placebo to " + figures + " for 12 weeks.",
        "In a trial of " + figures + ", 41% stayed abstinent on baclofen and 39% on placebo.",
        std::string("An Italian team treated 84 patients with baclofen for hiccups.")})
    EXPECT_THAT(links({other}), IsEmpty()) << other;
}

TEST(Mentions, AnotherThingOfAShortNameIsAnotherStudy) {
  for (const char* text :
       {"Danish researchers gave vitamin K2 to 316 older adults for 26 weeks.",
        "Danish researchers gave 316 older adults vitamin K-2 for 26 weeks.",
        "Danish researchers gave calcium, vitamin K2 or placebo to 316 older adults for 26 weeks.",
        "In a Danish trial, 316 older adults took part for 26 weeks, and bone loss was the same.",
        "In a Danish trial, 316 older adults got pills with vitamin K2 for 26 weeks."})
    EXPECT_THAT(links({text}), ElementsAre("1 pmid:13 description-by-figures")) << text;
  for (const char* text : {"Danish researchers gave iron to 316 older adults for 26 weeks.",
                           "Danish researchers gave 316 older adults vitamin D for 26 weeks.",
                           "Danish researchers gave zinc or placebo to 316 older adults for 26 weeks.",
                           "In a Danish trial, 316 older adults got yoga or usual care for 26 weeks.",
                           "In a Danish trial, 316 older adults drank a glass of red wine for 26 weeks.",
                           "A Danish study of 316 older adults with bone loss tested milk for 26 weeks."})
    EXPECT_THAT(links({text}), IsEmpty()) << text;
}

TEST(Mentions, AReasonEndsAtItsVerb) {
  const std::string figures = " involved 340 patients, and falls were fewer by 23.5%.";
  EXPECT_THAT(links({"A trial of zolamine for stroke" + figures}),
              ElementsAre("1 pmid:12 description-by-figures"));
  EXPECT_THAT(links({"A trial of zolamine for gout" + figures}), IsEmpty());
  EXPECT_THAT(links({"In Denmark, a trial of vitamin K2 for bone loss involved 316 adults."}),
              ElementsAre("1 pmid:13 description-by-figures"));
  EXPECT_THAT(links({"In Denmark, a trial of vitamin K2 for acne involved 316 adults."}), IsEmpty());
}

TEST(Mentions, MarkerThatSaysTheSameIsEnough) {
  model::Article article = article_of(
      {"In 2007, an Italian team showed that baclofen keeps up alcohol abstinence in liver cirrhosis."});
  model::Citation citation;
  citation.references = {0};
  article.sentences[0].citations = {citation};
  article.references.resize(1);
  Resolution resolution;
  resolution.status = Status::resolved;
  resolution.candidates = {{"pmid:18068515", 1, {}}};
  Shelf shelf;
  EXPECT_THAT(mentions(article, {resolution}, shelf), IsEmpty());
}

TEST(Mentions, AnEmptyArticleMentionsNothing) {
  EXPECT_THAT(mentions(model::Article(), {}, *std::make_unique<Shelf>()), IsEmpty());
}

TEST(Mentions, Journals) {
  EXPECT_TRUE(same_journal("Journal of Clinical Psychopharmacology", "J Clin Psychopharmacol"));
  EXPECT_TRUE(same_journal("Alcohol and Alcoholism", "Alcohol and alcoholism (Oxford, Oxfordshire)"));
  EXPECT_TRUE(same_journal("Journal of the American Medical Association", "JAMA"));
  EXPECT_FALSE(same_journal("Gut", "Lancet"));
  EXPECT_FALSE(same_journal("Journal of Clinical Psychiatry", "J Clin Psychopharmacol"));
}

/// The real articles, line by line; what must be found there is kept with them, not here.
TEST(Mentions, SeedsDoNotFail) {
  std::filesystem::path folder = std::filesystem::path(EVIDENT_SHARED_DATA) / "seeds";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no seeds at " << folder;
  Shelf shelf;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path());
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
      if (!line.empty()) lines.push_back(line);
    model::Article article = article_of(lines);
    for (const Mention& mention : mentions(article, {}, shelf)) {
      EXPECT_FALSE(mention.quote.empty());
      std::cout << entry.path().stem().string() << " #" << mention.sentence << " -> "
                << mention.candidate.work << " " << mention.rule << " " << mention.candidate.score << ": "
                << mention.quote.substr(0, 70) << "\n";
    }
  }
}

}  // namespace
}  // namespace evident::resolve
