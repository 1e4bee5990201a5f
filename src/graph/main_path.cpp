// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/main_path.hpp"

#include <cmath>
#include <limits>

#include "graph/condensation.hpp"

namespace evident::graph {

namespace {

using Vertex = CsrGraph::Vertex;

/// The logarithm of a sum of numbers that are known by their logarithms: counts of paths grow beyond any
/// number.
double log_of_sum(double left, double right) {
  if (left < right) std::swap(left, right);
  return std::isinf(right) ? left : left + std::log1p(std::exp(right - left));
}

constexpr double log_of_none = -std::numeric_limits<double>::infinity();

/// Calls visit(from, to, part of to) for the citations that leave a part.
template <typename Visit>
void leaving(const CsrGraph& graph, const Condensation& parts, uint32_t part, Visit visit) {
  for (Vertex from : parts.members(part)) {
    for (Vertex to : graph.targets(from)) {
      if (parts.part_of(to) != part) visit(from, to, parts.part_of(to));
    }
  }
}

struct Best {
  double sum = 0;    // of the shares from here to the end
  double share = 0;  // of the citation that it begins with
  Vertex entry = CsrGraph::null_vertex();
};

}  // namespace

std::vector<MainStep> main_path(const CsrGraph& graph) {
  const Condensation parts(graph);
  const auto count = static_cast<uint32_t>(parts.count());

  // Logarithms of how many paths lead from each part to the ends, and to it from the beginnings.
  std::vector<double> below(count, log_of_none), above(count, log_of_none);
  double all = log_of_none;
  for (uint32_t part = 0; part < count; ++part) {
    leaving(graph, parts, part,
            [&](Vertex, Vertex, uint32_t to) { below[part] = log_of_sum(below[part], below[to]); });
    if (std::isinf(below[part])) below[part] = 0;
  }
  for (uint32_t part = count; part-- > 0;) {
    bool leads_on = false;
    const bool begins = std::isinf(above[part]);
    if (begins) above[part] = 0;
    leaving(graph, parts, part, [&](Vertex, Vertex, uint32_t to) {
      above[to] = log_of_sum(above[to], above[part]);
      leads_on = true;
    });
    if (begins && leads_on) all = log_of_sum(all, below[part]);
  }

  std::vector<Best> best(count);
  for (uint32_t part = 0; part < count; ++part) {
    leaving(graph, parts, part, [&](Vertex, Vertex to, uint32_t next) {
      const double share = std::exp(above[part] + below[next] - all);
      const double sum = share + best[next].sum;
      Best& here = best[part];
      if (here.entry == CsrGraph::null_vertex() || sum > here.sum || (sum == here.sum && to < here.entry))
        here = {sum, share, to};
    });
  }
  // The best chain begins where nothing leads: one that could be lengthened would grow.
  uint32_t start = 0;
  for (uint32_t part = 0; part < count; ++part) {
    const auto first = [&](uint32_t of) { return parts.members(of).front(); };
    if (best[part].sum > best[start].sum ||
        (best[part].sum == best[start].sum && first(part) < first(start))) {
      start = part;
    }
  }
  std::vector<MainStep> path;
  if (count == 0 || best[start].entry == CsrGraph::null_vertex()) return path;
  Vertex vertex = parts.members(start).front();
  for (;;) {
    const uint32_t part = parts.part_of(vertex);
    path.push_back({vertex, parts.members(part).size(), best[part].share});
    if (best[part].entry == CsrGraph::null_vertex()) return path;
    vertex = best[part].entry;
  }
}

}  // namespace evident::graph
