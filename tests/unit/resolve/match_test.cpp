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

TEST(Match, ABookThesisOrPieceOfNewsIsNoPaperOfItsTitle) {
  using model::WorkType;
  const auto of_type = [](WorkType type) {
    model::Reference reference = printed(review().title, 2002, "");
    reference.fields.type = type;
    reference.fields.container.clear();
    return reference;
  };
  EXPECT_TRUE(certain(match(of_type(WorkType::article), review())));
  for (const WorkType type : {WorkType::book, WorkType::thesis, WorkType::news, WorkType::webpage})
    EXPECT_FALSE(certain(match(of_type(type), review())));
  // What names the journal, or volume and page in it, was only taken for a book; a record may be of a book.
  model::Reference reference = of_type(WorkType::book);
  reference.fields.container = review().container;
  EXPECT_TRUE(certain(match(reference, review())));
  model::WorkRecord work = review();
  work.volume = reference.fields.volume = "7";
  reference.fields.container.clear();
  reference.fields.pages = work.pages;
  EXPECT_TRUE(certain(match(reference, work)));
  work.type = WorkType::book;
  EXPECT_TRUE(certain(match(of_type(WorkType::book), work)));
}

TEST(Match, AnotherJournalIsAnotherWorkButForVolumeAndPage) {
  const auto in = [](std::string container, std::string pages = "") {
    model::Reference reference = printed(review().title, 2002, std::move(pages));
    reference.fields.container = std::move(container);
    return reference;
  };
  EXPECT_FALSE(certain(match(in("Harbour Times"), review())));
  EXPECT_FALSE(certain(match(in("J Aviat Med"), review())));
  EXPECT_FALSE(certain(match(in("Harbour Times", "CD001520"), review())));
  for (const char* print : {"Cochrane Database Syst Rev", "Cochrane Library", "CDSR", "Cochr Dat Sys Revs"})
    EXPECT_TRUE(certain(match(in(print), review()))) << print;
  model::WorkRecord work = review();
  model::Reference reference = in("Harbour Times", "CD001520");
  work.volume = reference.fields.volume = "7";
  EXPECT_TRUE(certain(match(reference, work)));
  work.container = "BMJ (Clinical research ed.)";
  work.container_abbrev = "BMJ";
  EXPECT_EQ(match(in("British Medical Journal"), work).fields.at("container"), 1);
}

TEST(Match, AnotherFirstInitialIsAnotherPerson) {
  const auto by = [](std::string initials, std::string given = "") {
    model::WorkRecord work = review();
    work.authors.resize(1);
    work.authors[0].initials = std::move(initials);
    work.authors[0].given = std::move(given);
    model::Reference reference = printed(review().title, 2002, "");
    reference.fields.authors = {work.authors[0]};
    reference.fields.authors[0].given.clear();
    reference.fields.authors[0].initials = "A";
    return match(reference, work);
  };
  EXPECT_FALSE(certain(by("B")));
  EXPECT_FALSE(certain(by("BC")));
  EXPECT_FALSE(certain(by("", "Berta Clara")));
  // Fewer, in another order, or none.
  for (const char* initials : {"A", "AB", "BA", ""})
    EXPECT_EQ(by(initials).fields.at("author"), 1) << initials;
  EXPECT_EQ(by("", "Alma").fields.at("author"), 1);
}

TEST(Match, AuthorYearVolumeAndPageDecideWithoutTheTitle) {
  model::WorkRecord work = review();
  work.title = "Jet lag and melatonin: a double blind, placebo controlled trial in the crews of two airlines";
  work.volume = "7";
  const auto titled = [](std::string title) {
    model::Reference reference = printed(std::move(title), 2002, "CD001520");
    reference.fields.volume = "7";
    reference.fields.container = "Cochrane Lib";
    return reference;
  };
  for (const char* title : {"Jet lag", "Sleep of crews"}) {
    const Candidate candidate = match(titled(title), work);
    EXPECT_TRUE(certain(candidate)) << title;
    EXPECT_GT(probability(candidate.score), 0.9) << title;
  }
  model::Reference reference = titled("Sleep of crews");
  reference.fields.year = 2001;
  EXPECT_FALSE(certain(match(reference, work)));
  reference = titled("Sleep of crews");
  reference.fields.container = "Harbour Times";
  EXPECT_FALSE(certain(match(reference, work)));
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

/// Two papers of one author in one journal, a year apart.
Records neighbours(std::string title, std::string other_title) {
  Records records;
  records.works = {review(), review()};
  records.works[0].ids.pmid = "1";
  records.works[0].title = std::move(title);
  records.works[1].ids.pmid = "2";
  records.works[1].title = std::move(other_title);
  records.works[1].issued.year = 2003;
  records.works[1].pages = "CD004888";
  return records;
}

TEST(Resolve, WhatIsOutdoneInAFieldAndAheadInNoneIsNotMeant) {
  Records records =
      neighbours("Melatonin and jet lag of crews", "Melatonin and jet lag of crews: second report");
  const Resolution exact = resolve(printed("Melatonin and jet lag of crews", 2002, ""), records);
  EXPECT_EQ(exact.status, Status::resolved);
  EXPECT_EQ(exact.candidates.front().work, "pmid:1");
  // The title of one and the year of the other.
  EXPECT_EQ(resolve(printed("Melatonin and jet lag of crews", 2003, ""), records).status, Status::ambiguous);
}

TEST(Resolve, WithAnotherYearItIsComparedToAllOfTheAuthor) {
  Records records = neighbours("Melatonin shortens jet lag in crews of long flights: a trial",
                               "Melatonin and the fatigue in crews of long flights");
  const Resolution near = resolve(printed("Melatonin in crews of long flights", 2002, ""), records);
  EXPECT_EQ(near.status, Status::ambiguous);
  EXPECT_EQ(near.candidates.size(), 2U);
}

}  // namespace
}  // namespace evident::resolve
