// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/rank.hpp"

#include <algorithm>
#include <numeric>

#include <boost/graph/page_rank.hpp>
#include <boost/property_map/property_map.hpp>

#include "graph/frozen.hpp"

namespace evident::graph {

namespace {
constexpr double damping = 0.85;
constexpr std::size_t rounds = 50;  // 0.85^50 < 0.0003: the order no longer changes
}  // namespace

std::vector<std::pair<std::string, double>> page_rank(const index::Store& store) {
  const FrozenGraph frozen = freeze(store);
  const size_t size = frozen.names.size();
  if (size == 0) return {};
  std::vector<double> ranks(size), scratch(size);
  const auto index = get(boost::vertex_index, frozen.graph);
  boost::graph::page_rank(frozen.graph, boost::make_iterator_property_map(ranks.begin(), index),
                          boost::graph::n_iterations(rounds), damping, size,
                          boost::make_iterator_property_map(scratch.begin(), index));
  // Boost drops the rank of vertices without out-edges. Spread evenly, as PageRank has it, that rank scales
  // all ranks alike.
  const double sum = std::accumulate(ranks.begin(), ranks.end(), 0.0);
  std::vector<std::pair<std::string, double>> ranked;
  ranked.reserve(size);
  for (size_t vertex = 0; vertex < size; ++vertex)
    ranked.emplace_back(frozen.names[vertex], ranks[vertex] / sum);
  std::sort(ranked.begin(), ranked.end(), [](const auto& left, const auto& right) {
    return left.second != right.second ? left.second > right.second : left.first < right.first;
  });
  return ranked;
}

}  // namespace evident::graph
