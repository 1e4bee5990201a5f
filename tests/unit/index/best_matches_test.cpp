// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/best_matches.hpp"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "index/schema.hpp"

namespace evident::index {
namespace {

struct BestMatchesTest : testing::Test {
  void add(const std::string& id, const std::string& word, Xapian::termcount times = 1) {
    Xapian::Document document;
    document.add_value(slot::node_id, id);
    for (Xapian::termcount i = 0; i < times; ++i) document.add_posting(word, i + 1);
    if (times < 5) document.add_term("filler", 5 - times);
    shards[next++ % shards.size()].add_document(document);
  }
  Xapian::Database all() const {
    Xapian::Database database;
    for (const auto& shard : shards) database.add_database(shard);
    return database;
  }
  static std::vector<std::string> ids(const std::optional<BestMatches>& best, size_t wanted) {
    std::vector<std::string> ids;
    for (size_t i = 0; i < std::min(wanted, best->first.size()); ++i) ids.push_back(best->first[i].id);
    return ids;
  }
  void split(size_t number) {
    shards.clear();
    for (size_t i = 0; i < number; ++i) shards.emplace_back("", Xapian::DB_BACKEND_INMEMORY);
  }

  std::vector<Xapian::WritableDatabase> shards;
  size_t next = 0;
};

TEST_F(BestMatchesTest, AreInTheSameOrderInWhateverOrderTheyCame) {
  std::vector<std::string> names;
  for (int i = 10; i < 60; ++i) names.push_back("n" + std::to_string(i));
  std::mt19937 random(1);
  std::vector<std::string> first;
  for (const size_t number : {1, 1, 1, 3}) {
    split(number);
    std::shuffle(names.begin(), names.end(), random);
    for (const auto& name : names) add(name, "fern", name == "n33" ? 3 : 1);
    const auto best = best_matches(all(), Xapian::Query("fern"), 5, 1000, false);
    ASSERT_TRUE(best);
    EXPECT_EQ(ids(best, 5), (std::vector<std::string>{"n33", "n10", "n11", "n12", "n13"})) << number;
    EXPECT_EQ(best->total, 50u);
    EXPECT_FALSE(best->estimated);
  }
}

TEST_F(BestMatchesTest, CountTheRecordsOfAWorkOnce) {
  for (const size_t number : {1, 3}) {
    split(number);
    for (int i = 0; i < 300; ++i) add("n" + std::to_string(100 + i / 3), "fern", 1 + i % 3);
    const auto best = best_matches(all(), Xapian::Query("fern"), 4, 1000, false);
    ASSERT_TRUE(best);
    EXPECT_EQ(ids(best, 4), (std::vector<std::string>{"n100", "n101", "n102", "n103"}));
    EXPECT_EQ(best->total, 100u);
    EXPECT_FALSE(best->estimated);
  }
}

TEST_F(BestMatchesTest, AreNotGivenWhereTooManyAreEquallyGood) {
  split(1);
  for (int i = 0; i < 2000; ++i) add("n" + std::to_string(i), "fern");
  EXPECT_FALSE(best_matches(all(), Xapian::Query("fern"), 5, 1000, false));
}

TEST_F(BestMatchesTest, EstimateHowOftenWordsStandTogether) {
  split(1);
  std::mt19937 random(1);
  for (int i = 0; i < 20'000; ++i) {
    Xapian::Document document;
    document.add_value(slot::node_id, "n" + std::to_string(i));
    document.add_posting("tree", 1);
    document.add_posting("fern", random() % 10 == 0 ? 2 : 3);
    document.add_term("filler", 1 + random() % 50);
    shards[0].add_document(document);
  }
  const std::vector<std::string> words{"tree", "fern"};
  const Xapian::Query phrase(Xapian::Query::OP_PHRASE, words.begin(), words.end(), 2);
  const auto best = best_matches(all(), phrase, 0, 1000, false);
  ASSERT_TRUE(best);
  EXPECT_TRUE(best->estimated);
  EXPECT_NEAR(static_cast<double>(best->total), 2000, 200);
}

}  // namespace
}  // namespace evident::index
