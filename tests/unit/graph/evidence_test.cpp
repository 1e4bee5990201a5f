// SPDX-License-Identifier: GPL-3.0-or-later
// Dominators and main paths against all paths of small graphs.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dominator_tree.hpp>

#include "graph/dominators.hpp"
#include "graph/main_path.hpp"
#include "support/small_graph.hpp"

namespace evident::graph {
namespace {

using test::EdgeSet;
using test::SmallGraph;
using test::Vertex;

/// What can be reached without going through one vertex.
std::vector<bool> reached(const SmallGraph& small, const std::vector<Vertex>& starts, Vertex without) {
  std::vector<bool> seen(small.size);
  std::vector<Vertex> open(starts);
  while (!open.empty()) {
    const Vertex vertex = open.back();
    open.pop_back();
    if (vertex == without || seen[vertex]) continue;
    seen[vertex] = true;
    for (Vertex to : small.graph().targets(vertex)) open.push_back(to);
  }
  return seen;
}

std::vector<std::vector<bool>> reach_of_all(const SmallGraph& small) {
  std::vector<std::vector<bool>> reach;
  for (Vertex vertex = 0; vertex < small.size; ++vertex)
    reach.push_back(reached(small, {vertex}, CsrGraph::null_vertex()));
  return reach;
}

std::vector<bool> grounds(const SmallGraph& small) {
  const auto reach = reach_of_all(small);
  std::vector<bool> ground(small.size, true);
  for (Vertex from = 0; from < small.size; ++from) {
    for (Vertex to = 0; to < small.size; ++to) {
      if (reach[from][to] && !reach[to][from]) ground[from] = false;
    }
  }
  return ground;
}

TEST(Dominators, AreWhatNoChainGoesRound) {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    SCOPED_TRACE(round);
    const auto small = test::random_graph(random, 25, round % 3 != 0, 1 + random() % 3);
    const auto ground = grounds(small);
    std::vector<std::vector<Vertex>> things(1 + random() % 4);
    std::map<Vertex, uint64_t> expected;
    for (auto& works : things) {
      works.resize(1 + random() % 3);
      for (Vertex& work : works) work = static_cast<Vertex>(random() % small.size);
      for (Vertex vertex = 0; vertex < small.size; ++vertex) {
        const auto seen = reached(small, works, vertex);
        bool round_it = false;
        for (Vertex end = 0; end < small.size; ++end) round_it = round_it || (seen[end] && ground[end]);
        if (!round_it) ++expected[vertex];
      }
    }
    std::map<Vertex, uint64_t> found;
    uint64_t before = things.size();
    for (const auto& support : single_supports(small.graph(), things)) {
      found[support.vertex] = support.resting;
      EXPECT_LE(support.resting, before);
      before = support.resting;
    }
    EXPECT_EQ(found, expected);
  }
}

TEST(Dominators, AreThoseOfLengauerAndTarjan) {
  std::mt19937 random(6);
  for (int round = 0; round < 200; ++round) {
    SCOPED_TRACE(round);
    const auto small = test::random_graph(random, 40, round % 2 == 0, 3);
    // Turned round, with a root below the ground.
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS> turned(small.size + 1);
    for (const auto& [from, to] : small.edges) add_edge(to, from, turned);
    const auto ground = grounds(small);
    for (Vertex vertex = 0; vertex < small.size; ++vertex) {
      if (ground[vertex]) add_edge(small.size, vertex, turned);
    }
    std::vector<size_t> tree(small.size + 1, small.size);
    boost::lengauer_tarjan_dominator_tree(
        turned, size_t{small.size},
        boost::make_iterator_property_map(tree.begin(), get(boost::vertex_index, turned)));
    const Foundations foundations(small.graph());
    for (Vertex vertex = 0; vertex < small.size; ++vertex) {
      const Vertex below = foundations.below(vertex);
      EXPECT_EQ(below == Foundations::none ? small.size : below, tree[vertex]);
    }
  }
}

TEST(Dominators, OfALongChainNeedNoRecursion) {
  constexpr Vertex size = 300000;
  EdgeSet edges;
  for (Vertex vertex = 1; vertex < size; ++vertex) edges.emplace(vertex, vertex - 1);
  edges.emplace(size - 1, size / 2);
  const SmallGraph small(size, edges);
  const auto supports = single_supports(small.graph(), {{size - 1}});
  ASSERT_EQ(supports.size(), size / 2 + 2);
  EXPECT_EQ(supports.front().vertex, 0U);
  EXPECT_EQ(supports.back().vertex, size - 1);
}

TEST(MainPath, RunsAlongTheCitationsThatMostPathsTake) {
  std::mt19937 random(8);
  for (int round = 0; round < 300; ++round) {
    SCOPED_TRACE(round);
    const auto small = test::random_graph(random, 9, round % 2 == 0, 2);
    const auto reach = reach_of_all(small);
    const auto same = [&](Vertex left, Vertex right) { return reach[left][right] && reach[right][left]; };
    // Every path over the cycles drawn together, as the citations that it takes.
    std::map<std::pair<Vertex, Vertex>, double> counts;
    std::vector<std::vector<std::pair<Vertex, Vertex>>> paths;
    std::vector<std::pair<Vertex, Vertex>> path;
    const std::function<void(Vertex)> walk = [&](Vertex at) {
      bool end = true;
      for (const auto& [from, to] : small.edges) {
        if (!same(from, at) || same(from, to)) continue;
        end = false;
        path.emplace_back(from, to);
        walk(to);
        path.pop_back();
      }
      if (!end || path.empty()) return;
      paths.push_back(path);
      for (const auto& edge : path) ++counts[edge];
    };
    for (Vertex start = 0; start < small.size; ++start) {
      bool begins = true;
      for (Vertex other = 0; other < start; ++other) begins = begins && !same(other, start);
      for (const auto& [from, to] : small.edges) begins = begins && (!same(to, start) || same(from, to));
      if (begins) walk(start);
    }
    const auto total = static_cast<double>(paths.size());
    double best = 0;
    for (const auto& each : paths) {
      double sum = 0;
      for (const auto& edge : each) sum += counts[edge] / total;
      best = std::max(best, sum);
    }
    const auto found = main_path(small.graph());
    ASSERT_EQ(found.empty(), paths.empty());
    double sum = 0;
    for (size_t step = 0; step < found.size(); ++step) {
      uint64_t cycle = 0;
      for (Vertex other = 0; other < small.size; ++other) cycle += same(other, found[step].vertex) ? 1 : 0;
      EXPECT_EQ(found[step].cycle, cycle);
      if (step + 1 == found.size()) continue;
      bool taken = false;
      for (const auto& [edge, count] : counts) {
        taken = taken || (same(edge.first, found[step].vertex) && edge.second == found[step + 1].vertex &&
                          std::abs(count / total - found[step].share) < 1e-9);
      }
      EXPECT_TRUE(taken);
      sum += found[step].share;
    }
    EXPECT_NEAR(sum, best, 1e-9);
  }
}

TEST(MainPath, CountsMorePathsThanNumbersHold) {
  EdgeSet edges;
  for (Vertex layer = 0; layer + 1 < 2000; ++layer) {
    for (Vertex from : {2 * layer + 2, 2 * layer + 3}) {
      for (Vertex to : {2 * layer, 2 * layer + 1}) edges.emplace(from, to);
    }
  }
  const auto path = main_path(SmallGraph(4000, edges).graph());
  ASSERT_EQ(path.size(), 2000U);
  for (size_t step = 0; step + 1 < path.size(); ++step) EXPECT_NEAR(path[step].share, 0.25, 1e-6);
}

}  // namespace
}  // namespace evident::graph
