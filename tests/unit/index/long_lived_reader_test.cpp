// SPDX-License-Identifier: GPL-3.0-or-later
// One store stays open while another thread writes: commits, and merges that put a new folder in its place.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "index/bulk.hpp"
#include "index/layers.hpp"
#include "index/search.hpp"
#include "index/store.hpp"
#include "support/fern_record.hpp"
#include "support/temporary_folder.hpp"

namespace evident::index {
namespace {

struct LongLivedReader : testing::Test {
  test::TemporaryFolder folder;
  std::filesystem::path path = folder.path() / "store";
  Preparer preparer;
  int written = 0;

  void put(Writer& writer, int count) {
    for (int i = 0; i < count; ++i) writer.put(preparer.work(test::fern_record(written++), {}));
    writer.commit();
  }
  void absorb(Writer& writer, int count) {
    Bulk bulk(path);
    std::vector<Prepared> batch;
    for (int i = 0; i < count; ++i) batch.push_back(preparer.work(test::fern_record(written++), {}));
    bulk.append(bulk.write(batch));
    writer.absorb(bulk);
  }
};

TEST_F(LongLivedReader, SeesWhatIsCommittedWhenItLooksAgain) {
  Writer writer(path);
  put(writer, 3);
  const Store store(path);
  EXPECT_FALSE(store.refresh()) << "nothing is new";
  put(writer, 2);
  EXPECT_TRUE(store.refresh());
  EXPECT_EQ(store.counts().works, 5U);
  absorb(writer, 4);
  EXPECT_TRUE(store.refresh()) << "another folder has taken its place";
  EXPECT_EQ(store.counts().works, 9U);
  EXPECT_EQ(store.work("pmid:90000008")->title, "Fern 8");
}

TEST_F(LongLivedReader, NeverFailsForAWriter) {
  constexpr int rounds = 60, step = 20;
  Writer writer(path);
  put(writer, step);
  const Store store(path);
  std::atomic<bool> done = false;
  std::thread writing([&] {
    for (int round = 0; round < rounds; ++round) round % 10 == 9 ? absorb(writer, step) : put(writer, step);
    done = true;
  });
  uint64_t seen = 0, looks = 0;
  std::string failure;
  try {
    for (bool last = false; !last; ++looks) {
      last = done;
      if (looks % 3 == 0 || last) store.refresh();  // else it reads on in what it opened, which ages
      const uint64_t works = store.counts().works;
      EXPECT_GE(works, seen);
      seen = works;
      SearchRequest request;
      request.query = "fern";
      const auto found = search(store, request);
      EXPECT_TRUE(found.estimated || found.total >= seen);
      EXPECT_EQ(found.hits.size(), 10U);
      EXPECT_EQ(store.work("pmid:90000007")->title, "Fern 7");
    }
  } catch (const std::exception& error) {
    failure = error.what();
  }
  writing.join();
  EXPECT_EQ(failure, "");
  EXPECT_EQ(seen, uint64_t{step} * (rounds + 1));
  EXPECT_GT(looks, 5U);
}

TEST_F(LongLivedReader, SeesLayersOfOneCommitTogether) {
  constexpr int files = 100, records = 10;
  const auto path_of = [](int file) { return "/ferns" + std::to_string(file) + ".xml"; };
  Writer writer(path);
  {
    Bulk bulk(path);
    std::vector<Prepared> batch;
    for (int i = 0; i < files * records; ++i) {
      batch.push_back(preparer.work(test::fern_record(i), {}));
      batch.back().set_file(file_mark(path_of(i / records)));
    }
    bulk.append(bulk.write(batch));
    writer.absorb(bulk);
  }
  written = files * records;
  absorb(writer, 1);
  ASSERT_EQ(layers_of(path).size(), 2U);
  std::atomic<bool> done = false;
  std::thread writing([&] {  // each file's records go from the first layer into the second
    for (int file = 0; file < files; ++file) {
      writer.remove_file(path_of(file));
      for (int i = 0; i < records; ++i) writer.put(preparer.work(test::fern_record(file * records + i), {}));
      writer.put_file({path_of(file), "aa", "pubmed-xml", 0, records, {}});
      writer.commit();
    }
    done = true;
  });
  int looks = 0;
  for (; !done; ++looks) EXPECT_EQ(Store(path).counts().works, 1001U);
  writing.join();
  EXPECT_GT(looks, 3);
  EXPECT_EQ(Store(path).counts().works, 1001U);
}

}  // namespace
}  // namespace evident::index
