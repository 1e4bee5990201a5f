// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/pruned_term.hpp"

#include <random>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace evident::index {
namespace {

/// Documents of all lengths, in which words are from rare to common, and are said up to forty times.
Xapian::Database database_of(int documents, uint32_t seed) {
  std::mt19937 random(seed);
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (int i = 0; i < documents; ++i) {
    Xapian::Document document;
    document.add_term("filler", 1 + random() % 200);
    if (i % 3 == 0) document.add_boolean_term("Kwork");
    if (random() % 2 == 0) document.add_term("common", 1 + random() % (random() % 40 + 1));
    if (random() % 50 == 0) document.add_term("rare", 1 + random() % 5);
    database.add_document(document);
  }
  return database;
}

using Answer = std::vector<std::pair<Xapian::docid, double>>;

Answer answer(const Xapian::Database& database, const Xapian::Query& query, Xapian::doccount first,
              Xapian::doccount looked_at) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  const Xapian::MSet matches = enquire.get_mset(0, first, looked_at);
  Answer documents;
  for (auto match = matches.begin(); match != matches.end(); ++match)
    documents.emplace_back(*match, match.get_weight());
  return documents;
}

TEST(PrunedTerm, GivesTheDocumentsAndWeightsOfXapiansMatching) {
  Xapian::Database two = database_of(2000, 1);
  two.add_database(database_of(500, 2));
  const std::vector<Xapian::Database> databases{database_of(3000, 3), two,
                                                Xapian::Database("", Xapian::DB_BACKEND_INMEMORY)};
  for (const auto& database : databases) {
    for (const char* word : {"common", "rare", "filler", "unheard"}) {
      const Xapian::Query plain{std::string(word)}, work{std::string("Kwork")};
      for (const Xapian::Query& query : {plain, Xapian::Query(Xapian::Query::OP_FILTER, plain, work),
                                         Xapian::Query(Xapian::Query::OP_AND_NOT, plain, work)}) {
        for (const Xapian::doccount first : {1, 10, 100, 5000}) {
          for (const Xapian::doccount looked_at : {0, 1000}) {
            EXPECT_EQ(answer(database, query, first, looked_at),
                      answer(database, pruned(database, query).value(), first, looked_at))
                << query.get_description() << ' ' << first << ' ' << looked_at;
          }
        }
      }
    }
  }
}

TEST(PrunedTerm, IsForQuestionsOfOneWord) {
  const Xapian::Database database = database_of(10, 1);
  const Xapian::Query word("common");
  EXPECT_TRUE(pruned(database, word));
  EXPECT_TRUE(pruned(database, Xapian::Query(Xapian::Query::OP_FILTER, word, Xapian::Query("Kwork"))));
  EXPECT_FALSE(pruned(database, word & Xapian::Query("rare")));
  EXPECT_FALSE(pruned(database, Xapian::Query(Xapian::Query::OP_AND_NOT, word & Xapian::Query("rare"),
                                              Xapian::Query("Kwork"))));
  EXPECT_FALSE(pruned(database, Xapian::Query::MatchAll));
  EXPECT_FALSE(pruned(database, Xapian::Query()));
}

}  // namespace
}  // namespace evident::index
