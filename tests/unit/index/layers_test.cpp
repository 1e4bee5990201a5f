// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/layers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <xapian.h>

#include "base/error.hpp"
#include "index/bulk.hpp"
#include "index/compact.hpp"
#include "index/search.hpp"
#include "index/store.hpp"
#include "support/fern_record.hpp"
#include "support/temporary_folder.hpp"

namespace evident::index {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(LayersKept, AreThoseThatAreMuchLargerThanWhatComes) {
  EXPECT_EQ(layers_kept({1000}, 10), 1U);
  EXPECT_EQ(layers_kept({1000}, 500), 0U);
  EXPECT_EQ(layers_kept({1000, 100}, 10), 2U);
  EXPECT_EQ(layers_kept({1000, 100}, 50), 1U) << "merged with the second, it is small beside the first still";
  EXPECT_EQ(layers_kept({1000, 240}, 200), 0U) << "merged with the second, it is not";
  EXPECT_EQ(layers_kept({}, 10), 0U);
}

/// A large store, and an update of few records.
struct LayersTest : testing::Test {
  static constexpr int old_records = 2000;
  test::TemporaryFolder folder;
  std::filesystem::path path = folder.path() / "store";
  Preparer preparer;

  static model::WorkRecord revised(int number, const std::string& file = "/ferns9.xml") {
    model::WorkRecord record = test::fern_record(number);
    record.title = "Moss " + std::to_string(number);
    record.path = file;
    record.source.start = static_cast<uint64_t>(number);
    return record;
  }

  void absorb(Writer& writer, const std::vector<model::WorkRecord>& records) {
    Bulk bulk(path);
    std::vector<Prepared> batch;
    for (const auto& record : records) {
      batch.push_back(preparer.work(record, {"t:" + record.title.substr(0, 4)}));
      batch.back().set_file(file_mark(record.path));
    }
    bulk.append(bulk.write(batch));
    writer.absorb(bulk);
  }
  void fill(const std::string& first_title = "Fern 0") {
    Writer writer(path);
    std::vector<model::WorkRecord> records;
    for (int i = 0; i < old_records; ++i) {
      records.push_back(test::fern_record(i));
      records.back().path = "/ferns1.xml";  // of the series that the updates belong to
    }
    records.front().title = first_title;
    absorb(writer, records);
    unite(writer);
    writer.linking_done();
  }
  std::vector<RecordChange> unite(Writer& writer) {
    return writer.unite([&](const model::WorkRecord& record) { return preparer.work(record, {}); });
  }
  /// New versions of one record in forty.
  std::vector<RecordChange> update(Writer& writer, const std::string& file = "/ferns9.xml", int first = 0) {
    std::vector<model::WorkRecord> records;
    for (int i = first; i < old_records; i += 40) records.push_back(revised(i, file));
    absorb(writer, records);
    auto changes = unite(writer);
    writer.linking_done();
    return changes;
  }

  void fill_and_update() {
    fill();
    Writer writer(path);
    update(writer);
  }
  /// One that looks for mosses, and has its links.
  void put_linked_article(Writer& writer) {
    model::Article article;
    article.key = "mosses-0123abcd";
    article.path = "/mosses.txt";
    writer.put(preparer.article(article, {}, {{"t:Moss"}}));
    writer.linking_done();
  }

  uint64_t found(const std::string& query, const std::string& kind = "work") const {
    SearchRequest request;
    request.query = query;
    request.kind = kind;
    request.limit = 5000;
    return search(Store(path), request).total;
  }
  bool is_layered() const { return std::filesystem::exists(path / layers_file); }

  void expect_updated() const {
    const Store store(path);
    EXPECT_EQ(store.counts().works, 2000U);
    EXPECT_EQ(store.counts().former, 50U);
    EXPECT_EQ(store.counts().formats.at("pubmed-xml").works, 2000U);
    EXPECT_EQ(store.work_ids().size(), 2000U);
    EXPECT_EQ(store.work("pmid:90000040")->title, "Moss 40");
    EXPECT_EQ(store.work_with_records("pmid:90000040")->records.size(), 1U);
    EXPECT_EQ(store.work("pmid:90000041")->title, "Fern 41");
    EXPECT_EQ(store.works_with({"t:Fern"}, 5000).size(), 1950U);
    EXPECT_EQ(store.works_with({"t:Fern"}, 1950).size(), 1950U) << "what is gone does not count";
    EXPECT_EQ(store.works_with({"t:Moss"}, 5000).size(), 50U);
    EXPECT_EQ(found("fern"), 1950U);
    EXPECT_EQ(found("moss"), 50U);
    EXPECT_EQ(found("title:\"fern 40\""), 0U) << "the old record is found no more";
    EXPECT_EQ(found("title:\"moss 40\""), 1U);
  }
};

TEST_F(LayersTest, WhatComesToALargeStoreIsWrittenBesideIt) {
  fill();
  EXPECT_FALSE(is_layered());
  const auto before = layers_of(path);
  Writer writer(path);
  absorb(writer, {revised(5000), revised(5001)});
  EXPECT_TRUE(is_layered());
  EXPECT_EQ(layers_of(path).size(), 2U);
  EXPECT_EQ(Store(path).counts().works, 2002U);
  EXPECT_EQ(Store(path).work("pmid:90005001")->title, "Moss 5001");
  absorb(writer, {revised(5002)});
  EXPECT_EQ(layers_of(path).size(), 2U) << "of two small ones one is made";
  EXPECT_EQ(Store(path).counts().works, 2003U);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(path), {}), 3) << "two layers and their list";
}

TEST_F(LayersTest, ANewerRecordTakesThePlaceOfOneInAnotherLayer) {
  fill();
  Writer writer(path);
  const auto changes = update(writer);
  EXPECT_EQ(changes.size(), 50U);
  EXPECT_TRUE(is_layered());
  expect_updated();
  EXPECT_THAT(update(writer, "/ferns10.xml"), testing::SizeIs(50)) << "and that by the next";
  EXPECT_EQ(Store(path).counts().former, 100U);
  EXPECT_EQ(Store(path).counts().works, 2000U);
}

TEST_F(LayersTest, WhatWasPutAwayCountsAgainWhenTheNewerFileGoes) {
  fill();
  Writer writer(path);
  update(writer);
  writer.remove_file("/ferns9.xml");
  writer.reading_done();
  EXPECT_EQ(unite(writer).size(), 50U);
  writer.linking_done();
  const Store store(path);
  EXPECT_EQ(store.counts().works, 2000U);
  EXPECT_EQ(store.counts().former, 0U);
  EXPECT_EQ(store.work("pmid:90000040")->title, "Fern 40");
  EXPECT_EQ(found("moss"), 0U);
  EXPECT_EQ(found("fern"), 2000U);
}

TEST_F(LayersTest, WhatWasPutAwayInAnOlderLayerCountsAgainToo) {
  fill_and_update();
  compact(path);
  Writer writer(path);
  absorb(writer, {revised(5000, "/others.xml")});
  ASSERT_TRUE(is_layered());
  writer.remove_file("/ferns9.xml");
  writer.reading_done();
  EXPECT_EQ(unite(writer).size(), 50U);
  writer.linking_done();
  EXPECT_EQ(Store(path).counts().works, 2001U);
  EXPECT_EQ(Store(path).counts().former, 0U);
  EXPECT_EQ(Store(path).counts().formats.at("pubmed-xml").works, 2001U);
}

TEST_F(LayersTest, AFileThatComesInPartsStaysInOneLayer) {
  fill();
  Writer writer(path);
  writer.remove_file("/long.xml");
  std::vector<model::WorkRecord> records;
  for (int i = 0; i < 100; ++i) records.push_back(revised(5000 + i, "/long.xml"));
  absorb(writer, records);
  writer.reading_done();
  absorb(writer, {revised(5100, "/long.xml")});
  const auto layers = layers_of(path);
  ASSERT_EQ(layers.size(), 2U);
  EXPECT_EQ(Xapian::Database(layers[1].string()).get_doccount(), 101U);
}

TEST_F(LayersTest, NoWordIsSuggestedThatOnlyWhatIsGoneBears) {
  fill("Zebrafinch 0");
  const auto suggestion = [&] {
    SearchRequest request;
    request.query = "zebrafinhc";
    return search(Store(path), request).suggestion;
  };
  EXPECT_EQ(suggestion(), "zebrafinch");
  Writer writer(path);
  update(writer);
  EXPECT_EQ(suggestion(), "");
}

TEST_F(LayersTest, CompactingMakesOneDatabaseAgainWithoutWhatIsGone) {
  fill_and_update();
  const auto result = compact(path);
  EXPECT_LT(result.bytes_after, result.bytes_before);
  EXPECT_FALSE(is_layered());
  expect_updated();
  EXPECT_EQ(Xapian::Database(path.string()).get_termfreq("fern"), 1950U);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1) << "nothing beside it";
}

TEST_F(LayersTest, AnArticleInTheFirstLayerIsLinkedAgainForAWorkInTheLast) {
  fill();
  Writer writer(path);
  put_linked_article(writer);
  absorb(writer, {revised(5000)});
  EXPECT_THAT(writer.articles_to_link(), ElementsAre("mosses-0123abcd"));
  writer.put_links("mosses-0123abcd", {}, {});
  writer.linking_done();
  EXPECT_THAT(writer.articles_to_link(), IsEmpty());
}

TEST_F(LayersTest, AWriterThatIsKilledBetweenTheCommitsOfTwoLayersIsMadeGood) {
  namespace fs = std::filesystem;
  fill();
  const fs::path kept = folder.path() / "kept";
  {
    Writer writer(path);
    put_linked_article(writer);
    update(writer, "/ferns9.xml");
    fs::copy(layers_of(path)[0], kept);
    update(writer, "/ferns10.xml", 1);
  }
  // As if the last commit had reached the newer layer alone.
  const fs::path older = layers_of(path)[0];
  fs::remove_all(older);
  fs::rename(kept, older);
  EXPECT_GT(Store(path).counts().works, 2000U) << "records and what was to take their place";
  Writer writer(path);
  unite(writer);
  EXPECT_THAT(writer.articles_to_link(), ElementsAre("mosses-0123abcd"))
      << "marks may be lost: all are linked";
  writer.linking_done();
  const Store store(path);
  EXPECT_EQ(store.counts().works, 2000U);
  EXPECT_EQ(store.counts().former, 100U);
  EXPECT_EQ(store.work("pmid:90000041")->title, "Moss 41");
  EXPECT_EQ(found("title:\"fern 41\""), 0U);
  EXPECT_EQ(found("fern"), 1900U);
}

TEST_F(LayersTest, AReaderFollowsFromOneDatabaseToSeveral) {
  fill();
  const Store store(path);
  Writer writer(path);
  update(writer);
  EXPECT_EQ(store.work("pmid:90000041")->title, "Fern 41") << "as it was opened, or as it is now";
  EXPECT_TRUE(store.refresh());
  EXPECT_EQ(store.work("pmid:90000040")->title, "Moss 40");
  EXPECT_FALSE(store.refresh());
  writer.put(preparer.work(test::fern_record(9000), {}));
  writer.commit();
  EXPECT_TRUE(store.refresh());
}

TEST_F(LayersTest, WhatAKilledRunLeftAmongTheLayersIsRemoved) {
  fill_and_update();
  std::filesystem::create_directory(path / "layer-77");
  const Writer writer(path);
  EXPECT_FALSE(std::filesystem::exists(path / "layer-77"));
  expect_updated();
}

TEST_F(LayersTest, AListOfLayersThatIsDamagedIsRefused) {
  fill_and_update();
  std::filesystem::rename(layers_of(path)[1], folder.path() / "elsewhere");
  EXPECT_THROW(Store{path}, StoreError) << "one is missing";
  EXPECT_THROW(Writer{path}, StoreError);
  folder.write("store/XAPIANDB", "auto ../elsewhere\n");
  EXPECT_THROW(Store{path}, StoreError);
  EXPECT_THROW(Writer{path}, StoreError);
}

}  // namespace
}  // namespace evident::index
