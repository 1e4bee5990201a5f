// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/named_things.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text/normal.hpp"

namespace evident::resolve {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// "red wine", "vitamin/d": stems of the words in order of the alphabet, the kind behind them.
std::vector<std::string> printed(const std::vector<NamedThing>& things) {
  std::vector<std::string> lines;
  for (const NamedThing& thing : things) {
    std::string line;
    for (const std::string& stem : thing.stems) line += (line.empty() ? "" : " ") + stem;
    lines.push_back(line + (thing.kind.empty() ? "" : "/" + thing.kind));
  }
  return lines;
}

std::vector<std::string> things(std::string_view text) {
  return printed(named_things(text, text_words(text), 0));
}

std::vector<std::string> reasons(std::string_view text) {
  return printed(named_reasons(text, text_words(text), 0));
}

TEST(NamedThings, AreShortAndLongAndHaveKinds) {
  EXPECT_THAT(things("iron to 204 adults"), ElementsAre("iron"));
  EXPECT_THAT(things("vitamin D for a year"), ElementsAre("vitamin/d"));
  EXPECT_THAT(things("vitamin B-12 tablets daily"), ElementsAre("vitamin/b12"));
  EXPECT_THAT(things("a glass of red wine with dinner"), ElementsAre("red wine"));
  EXPECT_THAT(things("either 30 mg of zolamine or placebo"), ElementsAre("zolamin"));
  EXPECT_THAT(things("zinc, iron or usual care"), ElementsAre("zinc", "iron"));
}

TEST(NamedThings, StandBehindThoseToWhomTheyAreGiven) {
  EXPECT_THAT(things("90 older men cocoa"), ElementsAre("cocoa"));
  EXPECT_THAT(things("90 men with gout"), IsEmpty());
}

TEST(NamedThings, WhatIsNone) {
  for (const char* text : {"part in a trial of zinc", "place in Rome", "birth to twins", "better with zinc",
                           "it for a year", "the drug in the morning", "whether zinc helps", "CBT in groups"})
    EXPECT_THAT(things(text), IsEmpty()) << text;
}

TEST(NamedThings, ReasonsEndAtAVerbOrANumber) {
  EXPECT_THAT(reasons("gout involved 118 adults"), ElementsAre("gout"));
  EXPECT_THAT(reasons("chronic pain was stopped"), ElementsAre("pain"));
  EXPECT_THAT(reasons("12 weeks"), IsEmpty());
}

TEST(NamedThings, AKindIsToldNearItsName) {
  const auto told = [](std::string kind, std::string_view text) {
    return tells_kind({{"vitamin"}, std::move(kind)}, text::fold(text));
  };
  EXPECT_TRUE(told("b12", "Vitamin B12 and fatigue"));
  EXPECT_TRUE(told("b12", "Vitamin B-12 and fatigue"));
  EXPECT_TRUE(told("e", "vitamins C and E"));
  EXPECT_TRUE(told("d", "vitamin D3 in winter"));
  EXPECT_TRUE(told("b", "B vitamins"));
  EXPECT_FALSE(told("d", "Vitamin B12 and fatigue"));
  EXPECT_FALSE(told("d", "vitamin deficiency"));
}

}  // namespace
}  // namespace evident::resolve
