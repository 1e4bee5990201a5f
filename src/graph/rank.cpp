// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/rank.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "graph/huge_pages.hpp"
#include "graph/parallel.hpp"

namespace evident::graph {

namespace {

constexpr size_t parts = 32;               // of a sweep, one after the other
constexpr size_t size_of_block = 1 << 13;  // what a thread takes at once; fixed, for the order of sums

/// Sweeps begin below the weights and come nearer by the damping at least.
int most_sweeps(const RankOptions& options) {
  const double reach = (1 - options.damping) / options.damping;
  return 2 + static_cast<int>(std::log(options.tolerance / 2 * reach * reach) / std::log(options.damping));
}

double sum_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

/// What vertices without out-edges hand to all alike scales all ranks alike, as the jumps do: so the weights
/// y = 1 + damping * (sum of y / out-degree over what cites it), made to sum to one, are the ranks, and
/// nothing is lost. They are found by sweeps over parts of the vertices in turn (Gauss-Seidel), each vertex
/// of a part from the values before that part (Jacobi): hence the threads cannot show. Each sweep goes the
/// other way than the last, as citations lead one way for the most part.
///
/// With D the sum of what a sweep changed, what is still missing from the weights is at most
/// damping / (1 - damping) * D.
std::vector<double> page_rank(const CsrGraph& graph, const RankOptions& options) {
  const size_t size = graph.vertex_count();
  if (size == 0) return {};
  const double damping = options.damping;
  std::vector<double> weights(size, 1.0);
  HugeVector<double> shares(size);  // a share is what each cited vertex gets
  const auto share = [&](size_t vertex) {
    const uint64_t degree = graph.out_degree(static_cast<CsrGraph::Vertex>(vertex));
    return degree == 0 ? 0.0 : damping * weights[vertex] / static_cast<double>(degree);
  };
  for (size_t vertex = 0; vertex < size; ++vertex) shares[vertex] = share(vertex);

  const size_t size_of_part = std::max<size_t>((size + parts - 1) / parts, 1);
  std::vector<double> changes(size_of_part / size_of_block + 1), sums(changes.size());
  for (int sweep = 0, most = most_sweeps(options); sweep < most; ++sweep) {
    double change = 0, total = 0;
    for (size_t part = 0; part < parts; ++part) {
      const size_t begin = std::min(size, (sweep % 2 == 0 ? part : parts - 1 - part) * size_of_part);
      const size_t end = std::min(size, begin + size_of_part);
      std::fill(changes.begin(), changes.end(), 0.0);
      std::fill(sums.begin(), sums.end(), 0.0);
      in_blocks(begin, end, size_of_block, options.threads, [&](size_t first, size_t last, size_t block) {
        double changed = 0, sum = 0;
        for (size_t vertex = first; vertex < last; ++vertex) {
          double weight = 1;
          for (CsrGraph::Vertex citing : graph.sources(static_cast<CsrGraph::Vertex>(vertex)))
            weight += shares[citing];
          changed += std::abs(weight - weights[vertex]);
          sum += weight;
          weights[vertex] = weight;
        }
        changes[block] = changed;
        sums[block] = sum;
      });
      in_blocks(begin, end, size_of_block, options.threads, [&](size_t first, size_t last, size_t) {
        for (size_t vertex = first; vertex < last; ++vertex) shares[vertex] = share(vertex);
      });
      change += sum_of(changes);
      total += sum_of(sums);
    }
    // Ranks are weights over their sum, which errs as much as they do together: hence the half.
    if (change * damping / (1 - damping) <= options.tolerance / 2 * total) break;
  }
  const double total = sum_of(weights);
  if (!std::isfinite(total)) damaged_graph();  // the two directions contradict each other
  for (double& weight : weights) weight /= total;
  return weights;
}

}  // namespace evident::graph
