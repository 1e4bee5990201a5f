// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/bulk.hpp"

#include <gtest/gtest.h>

#include "index/store.hpp"
#include "support/fern_record.hpp"
#include "support/temporary_folder.hpp"

namespace evident::index {
namespace {

std::vector<Prepared> batch(int first, int count) {
  Preparer preparer;
  std::vector<Prepared> prepared;
  for (int i = first; i < first + count; ++i) {
    prepared.push_back(preparer.work(test::fern_record(i), {"t:fern"}));
    prepared.back().set_file(file_mark("/ferns.xml"));
  }
  return prepared;
}

struct BulkTest : testing::Test {
  test::TemporaryFolder folder;
  std::filesystem::path path = folder.path() / "store";
  std::filesystem::path beside = folder.path() / "store.bulk";
};

TEST_F(BulkTest, WhatIsAbsorbedStandsBehindWhatWasThere) {
  Writer writer(path);
  writer.put(Preparer().work(test::fern_record(0), {"t:fern"}));
  writer.linking_done();
  Bulk bulk(path);
  for (int i = 0; i < 100; ++i) bulk.append(bulk.write(batch(1 + 3 * i, 3)));
  writer.absorb(bulk);
  EXPECT_TRUE(bulk.runs().empty());
  const Store store(path);
  EXPECT_EQ(store.counts().works, 301U);
  EXPECT_EQ(store.work("pmid:90000300")->title, "Fern 300");
  EXPECT_EQ(store.works_with({"t:fern"}, 1000).size(), 301U);
}

TEST_F(BulkTest, AnArticleThatWasLinkedStaysLinkedAndItsNewWorkConcernsIt) {
  Writer writer(path);
  model::Article article;
  article.key = "ferns-0123abcd";
  article.path = "/ferns.txt";
  // Numbers that go out of use at the beginning, and are taken out by merging.
  writer.remove_file("/gone.xml");
  for (int i = 0; i < 5; ++i) writer.put(Preparer().work(test::fern_record(500 + i), {}));
  writer.put_file({"/gone.xml", "aa", "pubmed-xml", 0, 5, {}});
  writer.put(Preparer().article(article, {}, {{"t:fern"}}));
  writer.linking_done();
  writer.remove_file("/gone.xml");
  writer.reading_done();
  EXPECT_TRUE(writer.articles_to_link().empty());
  Bulk bulk(path);
  bulk.append(bulk.write(batch(1, 3)));
  writer.absorb(bulk);
  EXPECT_EQ(writer.articles_to_link(), std::vector<std::string>{"ferns-0123abcd"});
  writer.linking_done();
  EXPECT_TRUE(writer.articles_to_link().empty());
}

TEST_F(BulkTest, AReaderGoesOnAndSeesTheNewStoreWhenItLooksAgain) {
  Writer writer(path);
  writer.put(Preparer().work(test::fern_record(0), {}));
  writer.commit();
  const Store before(path);
  Bulk bulk(path);
  bulk.append(bulk.write(batch(1, 3)));
  writer.absorb(bulk);
  EXPECT_EQ(before.work("pmid:90000000")->title, "Fern 0");
  EXPECT_EQ(Store(path).counts().works, 4U);
}

TEST_F(BulkTest, NothingIsLeftBesideTheStore) {
  Writer writer(path);
  {
    Bulk bulk(path);
    bulk.append(bulk.write(batch(1, 3)));
    EXPECT_TRUE(std::filesystem::exists(beside));
  }
  EXPECT_FALSE(std::filesystem::exists(beside));
}

TEST_F(BulkTest, WhatAKilledBulkLeftIsRemovedByTheNextWriter) {
  folder.write("store.bulk/0/iamglass", "");
  const Writer writer(path);
  EXPECT_FALSE(std::filesystem::exists(beside));
}

}  // namespace
}  // namespace evident::index
