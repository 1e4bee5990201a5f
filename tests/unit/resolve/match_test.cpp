// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/match.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace evident::resolve
