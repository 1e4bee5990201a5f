// SPDX-License-Identifier: GPL-3.0-or-later
// Components, paths and neighbours against what a few loops find.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "graph/components.hpp"
#include "graph/evidence_path.hpp"
#include "graph/neighbours.hpp"
#include "support/small_graph.hpp"

namespace evident::graph {
namespace {

using test::SmallGraph;
using test::Vertex;

struct GraphAlgorithms : testing::Test {
  template <typename Check>
  void on_random_graphs(int rounds, Check check) {
    std::mt19937 random(11);
    for (int round = 0; round < rounds; ++round) {
      SCOPED_TRACE(round);
      check(test::random_graph(random, 40, round % 2 == 0, 2.5));
    }
  }
};

TEST_F(GraphAlgorithms, Components) {
  on_random_graphs(100, [](const SmallGraph& small) {
    std::vector<Vertex> lowest(small.size);
    for (Vertex vertex = 0; vertex < small.size; ++vertex) lowest[vertex] = vertex;
    for (bool changed = true; changed;) {
      changed = false;
      for (const auto& [from, to] : small.edges) {
        const Vertex both = std::min(lowest[from], lowest[to]);
        changed = changed || lowest[from] != both || lowest[to] != both;
        lowest[from] = lowest[to] = both;
      }
    }
    EXPECT_EQ(components(small.graph()), lowest);
    EXPECT_EQ(components(small.graph(), 5), lowest);
    uint64_t sum = 0, before = small.size;
    for (const auto& component : component_list(small.graph())) {
      EXPECT_EQ(component.size, std::count(lowest.begin(), lowest.end(), component.lowest));
      EXPECT_LE(component.size, before);
      before = component.size;
      sum += component.size;
      for (Vertex vertex = 0; vertex < small.size; ++vertex) {
        if (lowest[vertex] != component.lowest) continue;
        EXPECT_LE(small.graph().sources(vertex).size(), small.graph().sources(component.most_cited).size());
      }
    }
    EXPECT_EQ(sum, small.size);
  });
}

TEST_F(GraphAlgorithms, ShortestPath) {
  on_random_graphs(60, [](const SmallGraph& small) {
    constexpr int far = 1000;
    std::vector<std::vector<int>> distance(small.size, std::vector<int>(small.size, far));
    for (const auto& [from, to] : small.edges) distance[from][to] = 1;
    for (Vertex v = 0; v < small.size; ++v) distance[v][v] = 0;
    for (Vertex k = 0; k < small.size; ++k) {
      for (Vertex i = 0; i < small.size; ++i) {
        for (Vertex j = 0; j < small.size; ++j)
          distance[i][j] = std::min(distance[i][j], distance[i][k] + distance[k][j]);
      }
    }
    for (Vertex from = 0; from < small.size; ++from) {
      for (Vertex to = 0; to < small.size; ++to) {
        const Vertex other = (from + 7) % small.size;
        const auto path = shortest_path(small.graph(), {other, from}, to);
        const int expected = std::min(distance[from][to], distance[other][to]);
        if (expected >= far) {
          EXPECT_TRUE(path.empty());
          continue;
        }
        ASSERT_EQ(path.size(), static_cast<size_t>(expected) + 1);
        EXPECT_TRUE(path.front() == from || path.front() == other);
        EXPECT_EQ(path.back(), to);
        for (size_t step = 1; step < path.size(); ++step) EXPECT_TRUE(small.has(path[step - 1], path[step]));
      }
    }
  });
}

TEST_F(GraphAlgorithms, Neighbours) {
  on_random_graphs(60, [](const SmallGraph& small) {
    const auto check = [&](Vertex vertex, const std::vector<Neighbour>& found, auto leads) {
      std::map<Vertex, uint64_t> shared;
      std::vector<double> degrees(small.size);
      for (Vertex between = 0; between < small.size; ++between) {
        for (Vertex other = 0; other < small.size; ++other) {
          if (!leads(between, other)) continue;
          ++degrees[other];
          if (other != vertex && leads(between, vertex)) ++shared[other];
        }
      }
      ASSERT_EQ(found.size(), shared.size());
      for (size_t i = 0; i < found.size(); ++i) {
        EXPECT_EQ(found[i].shared, shared[found[i].vertex]);
        EXPECT_DOUBLE_EQ(found[i].cosine, static_cast<double>(found[i].shared) /
                                              std::sqrt(degrees[vertex] * degrees[found[i].vertex]));
        if (i > 0) {
          EXPECT_GE(found[i - 1].shared, found[i].shared);
        }
      }
    };
    for (Vertex vertex = 0; vertex < small.size; ++vertex) {
      check(vertex, cocited(small.graph(), vertex),
            [&](Vertex between, Vertex other) { return small.has(between, other); });
      check(vertex, coupled(small.graph(), vertex),
            [&](Vertex between, Vertex other) { return small.has(other, between); });
    }
  });
}

}  // namespace
}  // namespace evident::graph
