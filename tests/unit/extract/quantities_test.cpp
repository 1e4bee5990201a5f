// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/extract.hpp"

namespace evident::extract {
namespace {

using model::Quantity;
using model::QuantityKind;

Quantity only(std::string_view text) {
  std::vector<Quantity> all = quantities(text);
  EXPECT_EQ(all.size(), 1u) << text;
  if (all.empty()) return {};
  EXPECT_EQ(all[0].printed, text.substr(all[0].span.start, all[0].span.size()));
  return all[0];
}

void expect(std::string_view text, QuantityKind kind, double value, std::string_view unit, double of = 0) {
  Quantity found = only(text);
  EXPECT_EQ(found.kind, kind) << text;
  EXPECT_NEAR(found.value, value, 1e-9) << text;
  EXPECT_EQ(found.unit, unit) << text;
  EXPECT_NEAR(found.of, of, 1e-9) << text;
}

TEST(Quantities, SampleSizes) {
  expect("84 participants", QuantityKind::sample_size, 84, "participant");
  expect("The 84 trial participants", QuantityKind::sample_size, 84, "participant");
  expect("eighty-four patients", QuantityKind::sample_size, 84, "patient");
  expect("one hundred and fifty-one patients", QuantityKind::sample_size, 151, "patient");
  expect("151 alcohol-dependent patients", QuantityKind::sample_size, 151, "patient");
  expect("(n = 84)", QuantityKind::sample_size, 84, "");
  const auto group = quantities("zolamine (n=31, 30 mg a day)");
  ASSERT_EQ(group.size(), 2u);
  EXPECT_EQ(group[0].kind, QuantityKind::sample_size);
  expect("1,204 adults", QuantityKind::sample_size, 1204, "adult");
  expect("90 000 adults", QuantityKind::sample_size, 90000, "adult");
  expect(
      "1\xE2\x80\xAF"
      "204 adults",
      QuantityKind::sample_size, 1204, "adult");
  EXPECT_EQ(quantities("On day 12 120 adults").size(), 2u);
}

TEST(Quantities, WhatIsNoSampleSize) {
  for (std::string_view text :
       {"Forum groups composed of 6 to 10 individuals", "between 6 and 10 patients",
        "Two control groups were included", "Twenty-four randomized controlled trials met our criteria",
        "24 trials recruiting patients", "24 randomised trials were included", "clusters FeX n ( n = 2, 3)",
        "Smokers seen until September 2009 were enrolled", "4.5 per 100,000 children"})
    for (const Quantity& quantity : quantities(text))
      EXPECT_NE(quantity.kind, QuantityKind::sample_size) << text << ": " << quantity.printed;
  EXPECT_EQ(only("84 were randomised to baclofen").kind, QuantityKind::sample_size);
  EXPECT_EQ(only("84 randomised patients").kind, QuantityKind::sample_size);
}

TEST(Quantities, AYearIsNoSampleSize) {
  for (const char* text :
       {"In 2007 baclofen helped patients.", "Moss found in 2007 that the drug helps patients."}) {
    for (const Quantity& found : quantities(text)) EXPECT_NE(found.kind, QuantityKind::sample_size) << text;
  }
  expect("of 2007 patients", QuantityKind::sample_size, 2007, "patient");
}

TEST(Quantities, DosesAndTimes) {
  expect("30 mg/day", QuantityKind::dose, 30, "mg/day");
  expect("80 milligrams per day", QuantityKind::dose, 80, "mg/day");
  expect("0.5 g", QuantityKind::dose, 500, "mg");
  expect("12 weeks", QuantityKind::duration, 84, "day");
  expect("a 12-week trial", QuantityKind::duration, 84, "day");
  expect("twelve weeks", QuantityKind::duration, 84, "day");
  expect("three times a day", QuantityKind::frequency, 3, "day");
  expect("twice daily", QuantityKind::frequency, 2, "day");
}

TEST(Quantities, AgesAreNoDurations) {
  for (std::string_view text :
       {"children aged 6 to 12 years", "ages 6 to 12 years", "aged 6-12 years", "aged between 6 and 12 years",
        "children 6 to 12 years old", "6-12 years of age"}) {
    std::vector<Quantity> all = quantities(text);
    ASSERT_EQ(all.size(), 2u) << text;
    for (size_t at = 0; at < 2; ++at) {
      EXPECT_EQ(all[at].kind, QuantityKind::other) << text;
      EXPECT_EQ(all[at].value, at == 0 ? 6 : 12) << text;
    }
    EXPECT_EQ(all[1].unit, "year") << text;
  }
  expect("infants aged 6 months", QuantityKind::other, 6, "month");
  expect("followed for 2 years", QuantityKind::duration, 730, "day");
  EXPECT_EQ(quantities("for 2 to 4 weeks").at(1).kind, QuantityKind::duration);
}

TEST(Quantities, Statistics) {
  expect("71%", QuantityKind::percentage, 71, "%");
  expect("15 percent", QuantityKind::percentage, 15, "%");
  expect("p=0.0001", QuantityKind::p_value, 0.0001, "");
  expect("P < .05", QuantityKind::p_value, 0.05, "");
  expect(
      "p=0\xC2\xB7"
      "12",
      QuantityKind::p_value, 0.12, "");
  expect("odds ratio 6.3", QuantityKind::ratio, 6.3, "");
  expect("30 of 42", QuantityKind::fraction, 30, "", 42);
  expect("30/42", QuantityKind::fraction, 30, "", 42);
  expect("62.8 days", QuantityKind::mean, 62.8, "day");
}

TEST(Quantities, AResultSentence) {
  std::vector<Quantity> all = quantities(
      "Abstinence lasted 62.8 (SE 5.4) against 30.8 (5.5) days (odds ratio 6.3, 95% CI 2.4-16.1).");
  auto has = [&](QuantityKind kind, double value) {
    return std::any_of(all.begin(), all.end(),
                       [&](const Quantity& one) { return one.kind == kind && one.value == value; });
  };
  EXPECT_TRUE(has(QuantityKind::mean, 62.8));
  EXPECT_TRUE(has(QuantityKind::mean, 30.8));
  EXPECT_TRUE(has(QuantityKind::ratio, 6.3));
  EXPECT_TRUE(has(QuantityKind::interval, 2.4));
}

TEST(Quantities, NoFigures) {
  EXPECT_TRUE(quantities("One of them wrote it in 2007.[11]").empty());
  EXPECT_TRUE(quantities("").empty());
}

}  // namespace
}  // namespace evident::extract
