// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/stated_years.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace evident::query {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// What is told of a claim on a work of Lind: "2009: trial of 2009".
std::vector<std::string> told(std::string_view claim) {
  model::WorkRecord work;
  work.authors.emplace_back();
  work.authors.back().family = "Lind";
  std::vector<std::string> all;
  for (const StatedYear& stated : stated_years(claim, work))
    all.push_back(std::to_string(stated.year) + ": " + stated.printed);
  return all;
}

TEST(StatedYears, AreThoseOfAStudy) {
  EXPECT_THAT(told("In a 2005 trial, moss kept frogs asleep."), ElementsAre("2005: 2005 trial"));
  EXPECT_THAT(told("The Italian trial of 2009 settled it."), ElementsAre("2009: trial of 2009"));
  EXPECT_THAT(told("It was published in 2003 and read by many."), ElementsAre("2003: published in 2003"));
  EXPECT_THAT(told("In 2003 Lind found that frogs sleep."), ElementsAre("2003: In 2003"));
  EXPECT_THAT(told("In 2009, a Swedish team showed that frogs sleep."), ElementsAre("2009: In 2009"));
  EXPECT_THAT(told("In a 2003 paper in the Lancet, frogs slept."), ElementsAre("2003: 2003 paper"));
  EXPECT_THAT(told("Lind (2011) found that frogs sleep."), ElementsAre("2011: Lind (2011)"));
}

TEST(StatedYears, AreNotThoseOfOtherThings) {
  for (std::string_view claim :
       {"Moss was approved in Sweden in 1982.", "In 2003 nurses began to take it.",
        "It came to light in 2003.", "Samples were taken in 2000, 2001 and 2002.",
        "A study of 2009 nurses found moss.", "Room 2005 was moist.", "A trial of moss ran in 1998.",
        "In 2006 the study began.", "In 2009, a Swedish team was founded.",
        "Since 2009, a Swedish team showed frogs."})
    EXPECT_THAT(told(claim), IsEmpty()) << claim;
}

}  // namespace
}  // namespace evident::query
