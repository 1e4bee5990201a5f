// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/frozen.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "index/prepared.hpp"
#include "support/temporary_folder.hpp"

namespace evident::graph {
namespace {

std::string id(int number) {
  return "pmid:" + std::to_string(90000000 + number);
}

/// A work that cites others.
model::WorkRecord work(int number, const std::vector<int>& cited) {
  model::WorkRecord record;
  record.ids.pmid = std::to_string(90000000 + number);
  record.ids.doi = "10.9999/fern." + std::to_string(number);
  record.title = "Fern " + std::to_string(number);
  record.path = "/ferns.xml";
  record.format = "pubmed-xml";
  for (int other : cited) {
    model::WorkLink link;
    link.relation = model::WorkRelation::cites;
    if (other % 2 == 0) {
      link.target.pmid = std::to_string(90000000 + other);
    } else {
      link.target.doi = "10.9999/fern." + std::to_string(other);  // by another identifier than its id
    }
    record.links.push_back(link);
  }
  return record;
}

struct FrozenTest : testing::Test {
  FrozenTest() {
    put({work(1, {2, 3}), work(2, {3, 77}), work(3, {}), work(4, {2})});
    // An article that refers to two works, to one of them without certainty, and mentions a third.
    index::Writer writer(path);
    model::Article article;
    article.key = "Ferns-0123abcd";
    article.path = "/ferns.txt";
    writer.put(index::Preparer().article(article, {}, {}));
    const auto edge = [&](model::EdgeKind kind, const char* from, int to, bool ambiguous) {
      model::Edge made;
      made.kind = kind;
      made.from = article.key + from;
      made.to = id(to);
      made.ambiguous = ambiguous;
      made.id = model::edge_id(made);
      return made;
    };
    writer.put_links(
        article.key,
        {edge(model::EdgeKind::refers_to, "/ref/1", 1, false),
         edge(model::EdgeKind::refers_to, "/ref/2", 2, true), edge(model::EdgeKind::mentions, "#1", 4, false),
         edge(model::EdgeKind::mentions, "#2", 4, false), edge(model::EdgeKind::rests_on, "#2", 3, false),
         edge(model::EdgeKind::mentions, "#3", 55, false)},
        {});
    writer.commit();
  }
  void put(const std::vector<model::WorkRecord>& works) const {
    index::Writer writer(path);
    for (const auto& each : works) writer.put(index::Preparer().work(each, {}));
    writer.commit();
  }
  std::vector<std::string> citations(const FrozenGraph& frozen) const {
    std::vector<std::string> list;
    for (auto [edge, end] = edges(frozen.graph()); edge != end; ++edge)
      list.push_back(frozen.name((*edge).from) + " " + frozen.name((*edge).to));
    return list;
  }
  std::vector<std::string> read() {
    const index::Store store(path);
    std::vector<std::string> list;
    with_frozen(
        store, path, [this](const std::string& note) { notes.push_back(note); },
        [&](const FrozenGraph& frozen) { list = citations(frozen); });
    return list;
  }
  void damage(const std::string& bytes, std::streamoff at) const {
    std::fstream file(frozen_path(path), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(at);
    file << bytes;
  }

  test::TemporaryFolder folder;
  std::filesystem::path path = folder.path() / "store";
  std::vector<std::string> notes;
  const std::vector<std::string> expected{"Ferns-0123abcd " + id(1), "Ferns-0123abcd " + id(4),
                                          id(1) + " " + id(2),       id(1) + " " + id(3),
                                          id(2) + " " + id(3),       id(4) + " " + id(2)};
};

TEST_F(FrozenTest, HoldsEveryCitationOfTheStore) {
  EXPECT_EQ(read(), expected);
  const FrozenGraph frozen{GraphFile(frozen_path(path))};
  EXPECT_TRUE(frozen.is_of(index::Store(path)));
  for (CsrGraph::Vertex vertex = 0; vertex < frozen.graph().vertex_count(); ++vertex)
    EXPECT_EQ(frozen.find(frozen.name(vertex)), vertex);
  EXPECT_FALSE(frozen.find("pmid:1"));
  EXPECT_FALSE(frozen.find(""));
  FreezeOptions little;
  little.memory = 0;
  EXPECT_EQ(citations(freeze(index::Store(path), path, little)), expected);
}

TEST_F(FrozenTest, IsMadeAnewWhenTheStoreHasGoneOn) {
  read();
  const auto first = std::filesystem::last_write_time(frozen_path(path));
  read();
  EXPECT_EQ(std::filesystem::last_write_time(frozen_path(path)), first);
  put({work(5, {1})});
  auto more = expected;
  more.push_back(id(5) + " " + id(1));
  EXPECT_EQ(read(), more);
  EXPECT_TRUE(notes.empty());
}

TEST_F(FrozenTest, IsMadeAnewWhenDamaged) {
  read();
  damage("none of ours", 0);
  EXPECT_EQ(read(), expected);
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_NE(notes[0].find("no file of evident"), std::string::npos);

  std::filesystem::resize_file(frozen_path(path), 200);
  EXPECT_EQ(read(), expected);
  ASSERT_EQ(notes.size(), 2U);
  EXPECT_NE(notes[1].find("cut short"), std::string::npos);

  const auto size = static_cast<std::streamoff>(std::filesystem::file_size(frozen_path(path)));
  damage(std::string(60, '\xff'), size - 60);  // behind the header: seen when it is walked
  EXPECT_EQ(read(), expected);
  ASSERT_EQ(notes.size(), 3U);
  EXPECT_EQ(read(), expected);
  EXPECT_EQ(notes.size(), 3U);
}

TEST_F(FrozenTest, AReaderKeepsTheOldOne) {
  read();
  const FrozenGraph old{GraphFile(frozen_path(path))};
  put({work(5, {1})});
  read();
  EXPECT_EQ(citations(old), expected);
  EXPECT_FALSE(old.is_of(index::Store(path)));
}

TEST_F(FrozenTest, NothingButTheFileStays) {
  read();
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    const auto name = entry.path().filename();
    EXPECT_TRUE(name == "citations.graph" || name == "flintlock" || name == "iamglass" ||
                entry.path().extension() == ".glass")
        << name;
  }
}

TEST_F(FrozenTest, OfAnEmptyStore) {
  path = folder.path() / "empty";
  put({});
  EXPECT_TRUE(read().empty());
  EXPECT_TRUE(read().empty());
}

TEST_F(FrozenTest, IdsTooLongForATermKeepTheirNames) {
  auto long_one = work(6, {});
  long_one.ids = {};
  long_one.ids.doi = "10.9999/" + std::string(400, 'x');
  auto citing = work(7, {});
  model::WorkLink link;
  link.relation = model::WorkRelation::cites;
  link.target.doi = long_one.ids.doi;
  citing.links.push_back(link);
  put({long_one, citing});
  const auto list = read();
  EXPECT_NE(std::find(list.begin(), list.end(), id(7) + " doi:" + long_one.ids.doi), list.end());
  const FrozenGraph frozen{GraphFile(frozen_path(path))};
  EXPECT_TRUE(frozen.find("doi:" + long_one.ids.doi));
}

}  // namespace
}  // namespace evident::graph
