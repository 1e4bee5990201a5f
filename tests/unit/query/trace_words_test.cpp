// SPDX-License-Identifier: GPL-3.0-or-later
// What trace finds for words that the texts say otherwise.
#include <algorithm>

#include <gtest/gtest.h>

#include "query/trace.hpp"
#include "support/temporary_folder.hpp"

namespace evident::query {
namespace {

struct Record {
  std::string pmid, title, abstract;
};

const std::vector<Record>& records() {
  static const std::vector<Record> all{
      {"90000001", "Drinking and the marsh fern",
       "Marsh fern disorder (MFD) was seen in drinkers. MFD ended within a year."},
      {"90000002", "Marsh fern disorder in gardeners", "Gardeners were asked about their sleep."},
      {"90000003", "Rinsing after lunch", "Oesophageal burning fell after rinsing in a randomised trial."},
      {"90000004", "A protein of moss", "IL-77 rises in moss that is kept dark."},
      {"90000005", "Osteoblastic growth in newts", "Newts grew new tails within a month."},
      {"90000006", "Frogs by the road", "Frogs cross roads at night; few are hurt."},
      {"90000007", "Noise and owls", "Owls hunt by ear, and noise by the road keeps them away."},
      {"90000008", "Snails in rain", "Snails climb walls when rain falls for hours."}};
  return all;
}

class TraceWords : public testing::Test {
 protected:
  std::filesystem::path store_of(const std::string& name, std::vector<Record> in_order) {
    const auto path = m_folder.path() / name;
    index::Writer writer(path);
    index::Preparer preparer;
    model::Article article;
    article.key = "Ferns-0123abcd";
    article.title = "Ferns";
    article.path = "/Ferns.txt";
    for (const char* text :
         {"MFD goes away by itself.", "Haemoglobin is low in pale newts.", "Owls sleep by day."}) {
      model::Sentence sentence;
      sentence.number = static_cast<int>(article.sentences.size()) + 1;
      sentence.text = text;
      sentence.claim = true;
      article.sentences.push_back(sentence);
    }
    writer.put(preparer.article(article, {}, {}));
    writer.put_file({"/Ferns.txt", "aa", "plain-text", 1, 0, {}});
    for (const auto& record : in_order) {
      model::WorkRecord work;
      work.ids.pmid = record.pmid;
      work.title = record.title;
      work.abstract = {{"", "", record.abstract}};
      work.path = "/records.xml";
      writer.put(preparer.work(work, {}));
    }
    writer.put_file({"/records.xml", "bb", "pubmed-xml", 0, static_cast<int>(in_order.size()), {}});
    writer.commit();
    return path;
  }

  Trace traced(const std::string& words) {
    return trace(index::Store(store_of("store", records())), {words, 3});
  }
  std::string first_work(const std::string& words) {
    const auto found = traced(words);
    return found.works.empty() ? "" : found.works.front().likeness.id;
  }
  std::string first_claim(const std::string& words) {
    const auto found = traced(words);
    return found.claims.empty() ? "" : found.claims.front().claim.id;
  }

  test::TemporaryFolder m_folder;
};

TEST_F(TraceWords, WhatATextAbbreviatesIsFoundWhereTheAbbreviationStands) {
  EXPECT_EQ(first_claim("marsh fern disorder"), "Ferns-0123abcd#1");
}
TEST_F(TraceWords, AnAbbreviationFindsWhatItStandsFor) {
  const auto found = traced("MFD sleep");
  ASSERT_FALSE(found.works.empty());
  EXPECT_EQ(found.works.front().likeness.id, "pmid:90000002");
}
TEST_F(TraceWords, BritishAndAmericanSpellingsMeet) {
  EXPECT_EQ(first_work("esophageal randomized"), "pmid:90000003");
  EXPECT_EQ(first_claim("hemoglobin"), "Ferns-0123abcd#2");
}
TEST_F(TraceWords, AHyphenInANameDoesNotMatter) {
  EXPECT_EQ(first_work("IL77"), "pmid:90000004");
}
TEST_F(TraceWords, OtherFormsOfAWordMeet) {
  EXPECT_EQ(first_work("osteoblasts"), "pmid:90000005");
}
TEST_F(TraceWords, AMisspeltWordIsTakenForTheNearest) {
  EXPECT_EQ(first_work("osteoblsatic"), "pmid:90000005");
}
TEST_F(TraceWords, WordsThatStandTogetherGoFirst) {
  EXPECT_EQ(first_work("noise by the road"), "pmid:90000007");
}
TEST_F(TraceWords, WhatNothingSpeaksOfFindsNothing) {
  const auto found = traced("zzyzx qqqq");
  EXPECT_TRUE(found.works.empty());
  EXPECT_TRUE(found.claims.empty());
}
TEST_F(TraceWords, ScoresFallFromOneAtMost) {
  const auto found = traced("marsh fern disorder in drinkers");
  double last = 1;
  for (const auto& work : found.works) {
    EXPECT_LE(work.likeness.score, last);
    EXPECT_GE(work.likeness.score, 0);
    last = work.likeness.score;
  }
}
TEST_F(TraceWords, AWordThatNamesAnArticleIsAWordAndTold) {
  EXPECT_EQ(traced("Ferns").article, "Ferns-0123abcd");
  EXPECT_TRUE(traced("Ferns").of_words);
  EXPECT_FALSE(traced("Ferns-0123abcd").of_words);
  EXPECT_EQ(first_claim("Ferns#2"), "Ferns-0123abcd#2");
}

TEST_F(TraceWords, TheOrderOfIngestionDoesNotShow) {
  auto turned = records();
  std::reverse(turned.begin(), turned.end());
  const index::Store one(store_of("one", records())), other(store_of("other", turned));
  for (const char* words :
       {"marsh fern", "road noise at night", "growth within a year", "in moss and rain"}) {
    const auto left = trace(one, {words, 8}), right = trace(other, {words, 8});
    ASSERT_EQ(left.works.size(), right.works.size()) << words;
    for (size_t i = 0; i < left.works.size(); ++i) {
      EXPECT_EQ(left.works[i].likeness.id, right.works[i].likeness.id) << words;
      EXPECT_DOUBLE_EQ(left.works[i].likeness.score, right.works[i].likeness.score) << words;
    }
  }
}

}  // namespace
}  // namespace evident::query
