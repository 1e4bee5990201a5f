// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/store.hpp"

#include <gtest/gtest.h>

#include "base/error.hpp"
#include "support/temporary_folder.hpp"

namespace evident::index {
namespace {

model::WorkRecord trial() {
  model::WorkRecord work;
  work.ids.pmid = "100";
  work.ids.doi = "10.1/abc";
  work.title = "Watering of ferns";
  work.authors = {{"Moss", "Ada", "A", "", false}};
  work.issued.year = 2001;
  work.path = "/records.xml";
  return work;
}

model::Article article() {
  model::Article article;
  article.key = "ferns-0123abcd";
  article.title = "Ferns";
  article.path = "/ferns.txt";
  model::Sentence sentence;
  sentence.number = 3;
  sentence.text = "Ferns like water.[1]";
  sentence.claim = true;
  sentence.source = {10, 30};
  sentence.citations = {{"[1]", {27, 30}, {0}, {}, "numeric-bracket"},
                        {"[9]", {30, 33}, {}, {"9"}, "numeric-bracket"}};
  article.sentences = {sentence};
  sentence.number = 4;
  sentence.claim = false;
  sentence.text = "Do they?";
  sentence.citations.clear();
  article.sentences.push_back(sentence);
  model::Reference reference;
  reference.label = "1";
  reference.text = "Moss A. Watering of ferns. 2001.";
  reference.parsed = true;
  article.references = {reference};
  return article;
}

struct StoreTest : testing::Test {
  void put_all(Writer& writer) {
    writer.put(index::Preparer().article(article(), {}, {{"t:ferns"}}));
    writer.put_file({"/ferns.txt", "aa", "plain-text", 1, 0, {}});
    writer.put(index::Preparer().work(trial(), {"t:ferns"}));
    writer.put_file({"/records.xml", "bb", "pubmed-xml", 0, 1, {}});
  }
  test::TemporaryFolder folder;
  std::filesystem::path path = folder.path() / "store";
};

TEST_F(StoreTest, ReturnsWhatWasPut) {
  {
    Writer writer(path);
    put_all(writer);
    writer.commit();
  }
  Store store(path);
  EXPECT_EQ(store.work("pmid:100"), trial());
  EXPECT_EQ(store.work("doi:10.1/abc"), trial());
  const auto claim = store.claim("ferns-0123abcd#3");
  ASSERT_TRUE(claim);
  EXPECT_EQ(claim->sentence.text, "Ferns like water.[1]");
  EXPECT_EQ(claim->article_title, "Ferns");
  EXPECT_FALSE(store.claim("ferns-0123abcd#4")) << "a question is no claim";
  const auto edges = store.edges_from("ferns-0123abcd#3");
  ASSERT_EQ(edges.size(), 1U);
  EXPECT_EQ(store.edge(edges[0].id), edges[0]);
  EXPECT_EQ(store.edges_to(edges[0].to), edges);
}

TEST_F(StoreTest, FindsIdsAsPeopleTypeThem) {
  {
    Writer writer(path);
    put_all(writer);
    writer.commit();
  }
  Store store(path);
  EXPECT_EQ(store.find_id("100"), "pmid:100");
  EXPECT_EQ(store.find_id("PMID:100"), "pmid:100");
  EXPECT_EQ(store.find_id("https://doi.org/10.1/ABC"), std::nullopt) << "not a registrant of four digits";
  EXPECT_EQ(store.find_id("ferns#3"), "ferns-0123abcd#3");
  EXPECT_EQ(store.find_id("ferns"), "ferns-0123abcd");
  EXPECT_EQ(store.find_id("ferns#99"), std::nullopt);
  EXPECT_EQ(store.find_id("nothing"), std::nullopt);
}

TEST_F(StoreTest, LedgerBalances) {
  {
    Writer writer(path);
    put_all(writer);
    writer.commit();
  }
  const auto ledger = Store(path).ledger("ferns-0123abcd");
  EXPECT_EQ(ledger.references.seen, 1);
  EXPECT_EQ(ledger.references.unresolved, 1);
  EXPECT_EQ(ledger.citations.seen, 2);
  EXPECT_EQ(ledger.citations.attached, 1);
  EXPECT_EQ(ledger.citations.dangling, 1);
  EXPECT_EQ(ledger.claims.seen, 1);
  EXPECT_EQ(ledger.claims.with_evidence, 1);
}

TEST_F(StoreTest, ArticlesSharingAKeyWithANewWorkAreLinkedAgain) {
  Writer writer(path);
  writer.put(index::Preparer().article(article(), {}, {{"t:ferns"}}));
  writer.put_file({"/ferns.txt", "aa", "plain-text", 1, 0, {}});
  EXPECT_EQ(writer.articles_to_link().size(), 1U);
  writer.put_links("ferns-0123abcd", {}, {});
  writer.linking_done();
  EXPECT_TRUE(writer.articles_to_link().empty());

  writer.put(index::Preparer().work(trial(), {"t:mosses"}));
  writer.put_file({"/other.xml", "cc", "pubmed-xml", 0, 1, {}});
  EXPECT_TRUE(writer.articles_to_link().empty()) << "a work that nothing points to concerns nobody";

  writer.remove_file("/records.xml");
  writer.put(index::Preparer().work(trial(), {"t:ferns"}));
  writer.put_file({"/records.xml", "bb", "pubmed-xml", 0, 1, {}});
  EXPECT_EQ(writer.articles_to_link().size(), 1U);
  writer.put_links("ferns-0123abcd", {}, {});
  writer.linking_done();

  writer.remove_file("/records.xml");
  EXPECT_EQ(writer.articles_to_link().size(), 1U) << "the work is gone";
}

TEST_F(StoreTest, AFileThatWasNotReadToItsEndIsTakenOut) {
  {
    Writer writer(path);
    writer.remove_file("/ferns.txt");
    writer.put(index::Preparer().article(article(), {}, {{}}));
    writer.commit();  // as if killed here
  }
  Writer writer(path);
  writer.commit();
  EXPECT_FALSE(Store(path).article("ferns-0123abcd"));
}

TEST_F(StoreTest, RecordsOfOneWorkAreMergedNewestFirst) {
  auto newer = trial();
  newer.path = "/updates.xml";
  newer.version = 2;
  newer.title = "Watering of tree ferns";
  newer.ids.doi.clear();
  {
    Writer writer(path);
    writer.put(index::Preparer().work(newer, {}));
    writer.put(index::Preparer().work(trial(), {}));
    writer.commit();
  }
  const auto work = Store(path).work("pmid:100");
  ASSERT_TRUE(work);
  EXPECT_EQ(work->title, "Watering of tree ferns");
  EXPECT_EQ(work->ids.doi, "10.1/abc") << "what the newer record lacks comes from the older";
}

TEST_F(StoreTest, RefusesWhatIsNoStore) {
  EXPECT_THROW(Store{folder.path() / "none"}, StoreError);
  EXPECT_THROW(Store{folder.path()}, StoreError);
}

TEST_F(StoreTest, AStoreWhoseMakingWasKilledIsMadeAnew) {
  folder.write("store/flintlock", "");
  folder.write("store/postlist.glass", "");
  {
    Writer writer(path);
    put_all(writer);
    writer.commit();
  }
  EXPECT_TRUE(Store(path).work("pmid:100"));
}

TEST_F(StoreTest, AFolderWithOtherFilesIsNotOverwritten) {
  folder.write("store/thesis.glass.txt", "years of work");
  Writer writer(path);
  EXPECT_TRUE(std::filesystem::exists(path / "thesis.glass.txt"));
}

TEST_F(StoreTest, OneWriterAtATime) {
  Writer writer(path);
  EXPECT_THROW(Writer{path}, StoreError);
}

}  // namespace
}  // namespace evident::index
