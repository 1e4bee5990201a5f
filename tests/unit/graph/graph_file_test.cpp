// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/graph_file.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>

#include <cstring>
#include <fstream>
#include <iterator>

#include "graph/components.hpp"
#include "graph/dominators.hpp"
#include "graph/evidence_path.hpp"
#include "graph/main_path.hpp"
#include "graph/neighbours.hpp"
#include "graph/rank.hpp"
#include "support/small_graph.hpp"
#include "support/temporary_folder.hpp"

namespace evident::graph {
namespace {

std::string read_all(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

struct GraphFileTest : testing::Test {
  void write(const test::SmallGraph& small, size_t memory = 1 << 20) {
    const Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC, 0666));
    GraphFileWriter writer(file, folder.path(), memory);
    for (Vertex vertex = 0; vertex < small.size; ++vertex) writer.add_name("pmid:" + std::to_string(vertex));
    for (auto edge = small.edges.rbegin(); edge != small.edges.rend(); ++edge) {
      writer.add_edge(edge->first, edge->second);
      writer.add_edge(edge->first, edge->second);
    }
    writer.finish(std::string(64, 'k'));
  }
  using Vertex = CsrGraph::Vertex;
  test::TemporaryFolder folder;
  std::filesystem::path path = folder.path() / "graph";
  std::mt19937 random{7};
};

/// Everything that can be asked; a damaged file may end it with DamagedGraph alone.
void ask_all(const GraphFile& file) {
  const CsrGraph& graph = file.graph();
  for (CsrGraph::Vertex vertex = 0; vertex < graph.vertex_count(); ++vertex) {
    (void)file.name(vertex);
    (void)cocited(graph, vertex);
    (void)coupled(graph, vertex);
  }
  (void)page_rank(graph);
  (void)component_list(graph, 2);
  if (graph.vertex_count() == 0) return;
  (void)shortest_path(graph, {0}, graph.vertex_count() - 1);
  (void)main_path(graph);
  (void)single_supports(graph, {{0}, {graph.vertex_count() - 1}});
  for (auto [edge, end] = edges(graph); edge != end; ++edge) (void)*edge;
}

TEST_F(GraphFileTest, GivesBackWhatWasWritten) {
  for (int round = 0; round < 30; ++round) {
    const auto small = test::random_graph(random, 60, true, 4);
    write(small, round % 2 == 0 ? 0 : 1 << 20);
    const GraphFile file(path);
    const CsrGraph& graph = file.graph();
    ASSERT_EQ(graph.vertex_count(), small.size);
    ASSERT_EQ(graph.edge_count(), small.edges.size());
    EXPECT_EQ(file.key(), std::string(64, 'k'));
    test::EdgeSet forwards, backwards, listed;
    for (Vertex vertex = 0; vertex < small.size; ++vertex) {
      EXPECT_EQ(file.name(vertex), "pmid:" + std::to_string(vertex));
      for (auto [edge, end] = out_edges(vertex, graph); edge != end; ++edge)
        forwards.emplace(source(*edge, graph), target(*edge, graph));
      for (auto [edge, end] = in_edges(vertex, graph); edge != end; ++edge)
        backwards.emplace(source(*edge, graph), target(*edge, graph));
    }
    for (auto [edge, end] = edges(graph); edge != end; ++edge) listed.emplace((*edge).from, (*edge).to);
    EXPECT_EQ(forwards, small.edges);
    EXPECT_EQ(backwards, small.edges);
    EXPECT_EQ(listed, small.edges);
  }
}

TEST_F(GraphFileTest, EveryCutIsSeen) {
  write(test::SmallGraph(3, {{0, 1}, {1, 2}}));
  const std::string bytes = read_all(path);
  for (size_t size = 0; size < bytes.size(); ++size) {
    folder.write("graph", bytes.substr(0, size));
    EXPECT_THROW(GraphFile{path}, DamagedGraph) << size;
  }
  folder.write("graph", bytes + "x");
  EXPECT_THROW(GraphFile{path}, DamagedGraph);
}

TEST_F(GraphFileTest, EveryChangeOfTheHeaderIsSeen) {
  write(test::SmallGraph(3, {{0, 1}, {1, 2}}));
  const std::string bytes = read_all(path);
  for (size_t at = 0; at < sizeof(GraphHeader); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x20);
    folder.write("graph", changed);
    EXPECT_THROW(GraphFile{path}, DamagedGraph) << at;
  }
}

TEST_F(GraphFileTest, SaysWhatIsWrong) {
  const auto message = [&] {
    try {
      GraphFile{path};
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  write(test::SmallGraph(3, {{0, 1}, {1, 2}}));
  const std::string bytes = read_all(path);
  const auto with = [&](size_t at, const char* value, size_t size) {
    folder.write("graph", std::string(bytes).replace(at, size, value, size));
    return message();
  };
  EXPECT_NE(with(0, "%PDF-1.5", 8).find("no file of evident"), std::string::npos);
  EXPECT_NE(with(8, "\x09\0\0\0", 4).find("another version"), std::string::npos);
  EXPECT_NE(with(12, "\x01\x02\x03\x04", 4).find("byte order"), std::string::npos);
  EXPECT_NE(with(16, "\x09", 1).find("checksum"), std::string::npos);
  std::filesystem::remove(path);
  EXPECT_NE(message().find("cannot open"), std::string::npos);
  std::filesystem::create_directory(path);
  EXPECT_NE(message(), "");
}

TEST_F(GraphFileTest, DamageBehindTheHeaderEndsInAnAnswerOrAnErrorAndNothingElse) {
  for (int round = 0; round < 300; ++round) {
    write(test::random_graph(random, 30, true, 3));
    std::string bytes = read_all(path);
    for (int change = 0; change < 3; ++change) {
      if (bytes.size() == sizeof(GraphHeader)) break;
      const size_t at = sizeof(GraphHeader) + random() % (bytes.size() - sizeof(GraphHeader));
      bytes[at] = static_cast<char>(random() % 3 == 0 ? 0xff : random());
    }
    folder.write("graph", bytes);
    const GraphFile file(path);
    try {
      ask_all(file);
    } catch (const DamagedGraph&) {
      continue;
    }
  }
}

}  // namespace
}  // namespace evident::graph
