// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/rank.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "graph/components.hpp"
#include "support/small_graph.hpp"

namespace evident::graph {
namespace {

using test::SmallGraph;
using test::Vertex;

/// By the definition: a walker that follows a citation, or jumps; without citations he always jumps.
std::vector<double> ranks_by_walking(const SmallGraph& small, double damping) {
  const double size = small.size;
  std::vector<double> ranks(small.size, 1 / size);
  for (int round = 0; round < 400; ++round) {
    std::vector<double> next(small.size, (1 - damping) / size);
    for (Vertex from = 0; from < small.size; ++from) {
      const auto degree = small.out_offsets[from + 1] - small.out_offsets[from];
      for (Vertex to = 0; to < small.size; ++to) {
        if (degree == 0) next[to] += damping * ranks[from] / size;
        if (small.has(from, to)) next[to] += damping * ranks[from] / static_cast<double>(degree);
      }
    }
    ranks = next;
  }
  return ranks;
}

TEST(PageRank, IsWhatAWalkerFinds) {
  std::mt19937 random(3);
  for (int round = 0; round < 60; ++round) {
    const auto small = test::random_graph(random, 70, round % 2 == 0, 3);
    for (double damping : {0.5, 0.85, 0.95}) {
      RankOptions options;
      options.damping = damping;
      const auto ranks = page_rank(small.graph(), options);
      const auto expected = ranks_by_walking(small, damping);
      double error = 0;
      for (Vertex vertex = 0; vertex < small.size; ++vertex)
        error += std::abs(ranks[vertex] - expected[vertex]);
      EXPECT_LE(error, options.tolerance);
      EXPECT_NEAR(std::accumulate(ranks.begin(), ranks.end(), 0.0), 1, 1e-12);
    }
  }
}

TEST(PageRank, OfNothing) {
  EXPECT_TRUE(page_rank(CsrGraph()).empty());
  EXPECT_EQ(page_rank(SmallGraph(4, {}).graph()), std::vector<double>(4, 0.25));
}

TEST(Graph, IsTheSameAtEveryNumberOfThreads) {
  std::mt19937 random(4);
  constexpr Vertex size = 300000;  // more than one block in each part of a sweep
  std::vector<uint64_t> offsets(size + 1);
  std::vector<Vertex> targets, sources;
  for (Vertex vertex = 0; vertex < size; ++vertex) {
    if (vertex % 3 != 0) targets.push_back(static_cast<Vertex>(random() % size));
    offsets[vertex + 1] = targets.size();
  }
  std::vector<uint64_t> in_offsets(size + 1);
  for (Vertex to : targets) ++in_offsets[to + 1];
  std::partial_sum(in_offsets.begin(), in_offsets.end(), in_offsets.begin());
  sources.resize(targets.size());
  auto next = in_offsets;
  for (Vertex vertex = 0; vertex < size; ++vertex) {
    for (auto at = offsets[vertex]; at < offsets[vertex + 1]; ++at) sources[next[targets[at]]++] = vertex;
  }
  const CsrGraph graph({offsets, in_offsets, targets, sources});
  RankOptions options;
  const auto ranks = page_rank(graph, options);
  const auto parts = components(graph, 1);
  for (unsigned threads : {2U, 5U}) {
    options.threads = threads;
    EXPECT_EQ(page_rank(graph, options), ranks);
    EXPECT_EQ(components(graph, threads), parts);
  }
}

}  // namespace
}  // namespace evident::graph
