// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/marked_sentences.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace {

using testing::ElementsAre;

/// The sentences of a text whose marks stand between "{" and "}".
std::vector<std::string> sentences(const std::string& marked) {
  std::string text;
  std::vector<evident::Span> marks;
  for (char c : marked) {
    if (c == '{') marks.push_back({text.size(), 0});
    if (c == '}') marks.back().end = text.size();
    if (c != '{' && c != '}') text += c;
  }
  std::vector<std::string> out;
  for (const auto& span : evident::extract::sentences_around(text, marks))
    out.push_back(text.substr(span.start, span.size()));
  return out;
}

TEST(MarkedSentences, ABareNumberBehindTheStopBelongsToTheSentenceBefore) {
  EXPECT_THAT(sentences("It lifts mood.{4},{5} Later trials failed."),
              ElementsAre("It lifts mood.4,5", "Later trials failed."));
  EXPECT_THAT(sentences("It lifts mood. {4} Later trials failed.{7}"),
              ElementsAre("It lifts mood. 4", "Later trials failed.7"));
}

TEST(MarkedSentences, ANumberWithinASentenceChangesNothing) {
  EXPECT_THAT(sentences("It lifts mood{4} and helps. So it is."),
              ElementsAre("It lifts mood4 and helps.", "So it is."));
}

TEST(MarkedSentences, BracketsAreLeftToTheSplitter) {
  EXPECT_THAT(sentences("It lifts mood.[{4}] Later [{5}] failed."),
              ElementsAre("It lifts mood.[4]", "Later [5] failed."));
}

TEST(MarkedSentences, ATextOfMarksAloneIsOneSentence) {
  EXPECT_THAT(sentences("{4},{5}"), ElementsAre("4,5"));
}

}  // namespace
