// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/match.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "resolve/resolve.hpp"
#include "support/answers_key.hpp"

namespace evident::resolve {
namespace {

model::WorkRecord review() {
  model::WorkRecord work;
  work.title = "Melatonin for the prevention and treatment of jet lag";
  work.authors.resize(2);
  work.authors[0].family = "Herxheimer";
  work.authors[1].family = "Petrie";
  work.issued.year = 2002;
  work.container = "Cochrane Database of Systematic Reviews";
  work.container_abbrev = "Cochrane Database Syst Rev";
  work.issue = "2";
  work.pages = "CD001520";
  return work;
}

model::Reference printed(std::string title, int year, std::string pages) {
  model::Reference reference;
  reference.fields.authors = review().authors;
  reference.fields.title = std::move(title);
  reference.fields.year = year;
  reference.fields.container = "Cochrane Database Syst Rev";
  reference.fields.pages = std::move(pages);
  return reference;
}

TEST(Match, AnotherYearPageAndTitleIsAnotherWork) {
  const std::string title = review().title;
  EXPECT_FALSE(certain(match(printed(title + ": a protocol", 2001, "CD000999"), review())));
  // One or two of them may be a slip, or a subtitle left out.
  EXPECT_TRUE(certain(match(printed(title + ": a protocol", 2002, "CD001520"), review())));
  EXPECT_TRUE(certain(match(printed(title + ": a protocol", 2001, "CD001520"), review())));
  EXPECT_TRUE(certain(match(printed(title, 2001, "CD000999"), review())));
}

TEST(Match, ASubtitleLeftOutAndAPageMisprintedIsTheSameWork) {
  model::WorkRecord work = review();
  work.title = "Melatonin for jet lag in adults: a preliminary double-blind randomised controlled study";
  EXPECT_TRUE(certain(match(printed("Melatonin for jet lag in adults", 2002, "CD000999"), work)));
  EXPECT_FALSE(certain(match(printed("Melatonin for jet lag in children", 2002, "CD000999"), work)));
}

/// A few records, found by their keys.
struct Records final : WorkSource {
  std::vector<model::WorkRecord> works;
  std::vector<model::WorkRecord> works_with(const std::vector<std::string>& keys, size_t) override {
    std::vector<model::WorkRecord> found;
    for (const auto& work : works) {
      auto own = work_keys(work);
      std::sort(own.begin(), own.end());
      if (std::any_of(keys.begin(), keys.end(), [&](const auto& key) { return test::answers_key(own, key); }))
        found.push_back(work);
    }
    return found;
  }
};

TEST(Resolve, AnIdentifierOfAnotherWorkLeavesTheReferenceInDoubt) {
  Records records;
  records.works = {review(), review()};
  records.works[0].ids.pmid = "1";
  records.works[1].ids.pmid = "2";
  records.works[1].title = "Dances of the honey bee in the dark";
  records.works[1].authors[0].family = "Fern";
  records.works[1].authors[1].family = "Moss";
  model::Reference reference = printed(review().title, 2002, "CD001520");
  reference.ids.pmid = "2";
  const Resolution both = resolve(reference, records);
  EXPECT_EQ(both.status, Status::ambiguous);
  EXPECT_EQ(both.candidates.size(), 2U);
  reference.ids.pmid = "1";
  EXPECT_EQ(resolve(reference, records).status, Status::resolved);
  // Where no other record fits the words, the identifier is all that there is.
  records.works.erase(records.works.begin());
  reference.ids.pmid = "2";
  EXPECT_EQ(resolve(reference, records).status, Status::resolved);
}

TEST(Resolve, WhatIsRatherNotMeantIsShownAndNotLinked) {
  Records records;
  records.works = {review()};
  records.works[0].ids.pmid = "1";
  records.works[0].volume = "2";
  model::Reference reference =
      printed("Melatonin in the treatment of jet lag of pilots and crews", 2002, "CD001520");
  reference.fields.volume = "7";
  const Resolution doubtful = resolve(reference, records);
  EXPECT_EQ(doubtful.status, Status::ambiguous);
  ASSERT_EQ(doubtful.candidates.size(), 1U);
  EXPECT_LT(doubtful.candidates[0].score, 0.5);
  reference.fields.volume = "2";
  EXPECT_EQ(resolve(reference, records).status, Status::resolved);
}

}  // namespace
}  // namespace evident::resolve
