// SPDX-License-Identifier: GPL-3.0-or-later
// The frozen citation graph at scale, beside igraph's C library where that was found when this was built.
//
// graph_scale [VERTICES [CITATIONS [FOLDER]]]: makes a citation graph (each work cites earlier ones, half of
// them chosen as often as they are cited already, one in fifty a later one; numbers say nothing of age),
// freezes it into a file in the folder, opens that, and asks it. Seconds of the processor and of the clock.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <numeric>
#include <random>
#include <thread>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <time.h>  // NOLINT(modernize-deprecated-headers): clock_gettime
#include <unistd.h>

#include "graph/components.hpp"
#include "graph/dominators.hpp"
#include "graph/evidence_path.hpp"
#include "graph/graph_file.hpp"
#include "graph/main_path.hpp"
#include "graph/neighbours.hpp"
#include "graph/rank.hpp"
#ifdef EVIDENT_IGRAPH
#include <igraph.h>
#endif

namespace {

using evident::graph::CsrGraph;
using evident::graph::GraphFile;
using Vertex = CsrGraph::Vertex;
using Edges = std::vector<std::pair<Vertex, Vertex>>;

double seconds_of_processor() {
  timespec time{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

void measure(const char* what, const std::function<void()>& action) {
  const auto begin = std::chrono::steady_clock::now();
  const double processor = seconds_of_processor();
  action();
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  std::printf("| %-44s | %9.3f | %9.3f |\n", what, seconds_of_processor() - processor, taken.count());
  std::fflush(stdout);
}

Edges made_edges(uint64_t vertices, uint64_t citations) {
  std::mt19937_64 random(1);
  const auto below = [&](uint64_t bound) { return random() % bound; };
  uint64_t step = vertices * 6 / 10 + 1;  // scatters the order of age over the numbers
  while (std::gcd(step, vertices) != 1) ++step;
  const auto number = [&](uint64_t age) { return static_cast<Vertex>(age * step % vertices); };
  Edges edges;
  edges.reserve(citations);
  for (uint64_t age = 1; age < vertices; ++age) {
    // Some works cite nothing, some much.
    const uint64_t wanted = std::min(citations, citations * age / (vertices - 1));
    while (edges.size() < wanted) {
      const uint64_t kind = below(100);
      const Vertex from = number(age);
      if (kind < 50 && !edges.empty()) {
        edges.emplace_back(from, edges[below(edges.size())].second);
      } else {
        edges.emplace_back(from, number(kind < 98 ? below(age) : below(vertices)));
      }
      if (below(1000) == 0) break;
    }
  }
  return edges;
}

void freeze(const std::filesystem::path& path, uint64_t vertices, const Edges& edges) {
  const evident::Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC, 0666));
  evident::graph::GraphFileWriter writer(file, path.parent_path(), size_t{256} << 20);
  for (uint64_t vertex = 0; vertex < vertices; ++vertex) {
    char name[32];
    std::snprintf(name, sizeof name, "pmid:%08llu", static_cast<unsigned long long>(vertex));
    writer.add_name(name);
  }
  for (const auto& [from, to] : edges) writer.add_edge(from, to);
  writer.finish(std::string(64, '0'));
}

#ifdef EVIDENT_IGRAPH
void beside_igraph(const CsrGraph& ours, const std::vector<double>& ranks) {
  igraph_vector_int_t ends;
  igraph_vector_int_init(&ends, static_cast<igraph_integer_t>(2 * ours.edge_count()));
  igraph_integer_t at = 0;
  for (Vertex from = 0; from < ours.vertex_count(); ++from) {
    for (Vertex to : ours.targets(from)) {
      VECTOR(ends)[at++] = from;
      VECTOR(ends)[at++] = to;
    }
  }
  igraph_t graph;
  measure("igraph: make the graph", [&] {
    igraph_create(&graph, &ends, static_cast<igraph_integer_t>(ours.vertex_count()), IGRAPH_DIRECTED);
  });
  igraph_vector_int_destroy(&ends);
  igraph_vector_t theirs;
  igraph_vector_init(&theirs, 0);
  measure("igraph: PageRank (PRPACK)", [&] {
    igraph_pagerank(&graph, IGRAPH_PAGERANK_ALGO_PRPACK, &theirs, nullptr, igraph_vss_all(), IGRAPH_DIRECTED,
                    0.85, nullptr, nullptr);
  });
  double difference = 0;
  for (size_t vertex = 0; vertex < ranks.size(); ++vertex)
    difference += std::abs(ranks[vertex] - VECTOR(theirs)[static_cast<igraph_integer_t>(vertex)]);
  igraph_integer_t parts = 0;
  measure("igraph: components",
          [&] { igraph_connected_components(&graph, nullptr, nullptr, &parts, IGRAPH_WEAK); });
  std::printf("sum of the differences of all ranks to igraph's: %.2g; igraph's components: %lld\n",
              difference, static_cast<long long>(parts));
  igraph_vector_destroy(&theirs);
  igraph_destroy(&graph);
}
#endif

}  // namespace

int main(int argc, char** argv) {
  const uint64_t vertices = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 100000;
  const uint64_t citations = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 10 * vertices;
  const std::filesystem::path folder = argc > 3 ? argv[3] : std::filesystem::temp_directory_path().c_str();
  if (vertices < 2) return 2;
  const auto path = folder / ("graph_scale." + std::to_string(::getpid()));
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());

  std::printf("| %-44s | processor | clock     |\n|---|---|---|\n", "seconds");
  {
    const Edges edges = made_edges(vertices, citations);
    measure("freeze (256 MB for sorting)", [&] { freeze(path, vertices, edges); });
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    std::printf("peak memory so far %ld MB, of it %zu MB for the list of citations that was made up\n",
                usage.ru_maxrss / 1024, edges.capacity() * sizeof edges[0] >> 20);
  }
  std::vector<double> openings;
  for (int round = 0; round < 101; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    const GraphFile opened(path);
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
    openings.push_back(taken.count());
  }
  std::sort(openings.begin(), openings.end());
  const GraphFile file(path);
  const CsrGraph& graph = file.graph();
  std::printf("%u vertices, %llu citations, %.1f MB; opened in %.3f ms (median), %.3f ms (slowest of 101)\n",
              graph.vertex_count(), static_cast<unsigned long long>(graph.edge_count()),
              static_cast<double>(file.bytes()) / 1e6, openings[50], openings.back());

  evident::graph::RankOptions options;
  std::vector<double> ranks, strict;
  measure("PageRank to 1e-8, one thread", [&] { ranks = evident::graph::page_rank(graph, options); });
  options.tolerance = 1e-10;  // PRPACK's
  measure("PageRank to 1e-10, one thread", [&] { strict = evident::graph::page_rank(graph, options); });
  options.tolerance = 1e-8;
  options.threads = cores;
  measure("PageRank to 1e-8, all cores", [&] {
    if (evident::graph::page_rank(graph, options) != ranks) std::abort();
  });
#ifdef EVIDENT_IGRAPH
  beside_igraph(graph, ranks);
#endif
  double error = 0;
  for (size_t vertex = 0; vertex < ranks.size(); ++vertex) error += std::abs(ranks[vertex] - strict[vertex]);
  std::printf("sum of the differences between the two tolerances: %.2g\n", error);

  size_t parts = 0;
  measure("components, one thread", [&] { parts = evident::graph::component_list(graph).size(); });
  measure("components, all cores", [&] { parts = evident::graph::component_list(graph, cores).size(); });
  const Vertex top = static_cast<Vertex>(std::max_element(ranks.begin(), ranks.end()) - ranks.begin()),
               last = graph.vertex_count() - 1;
  size_t steps = 0, along = 0, near = 0, supports = 0;
  measure("path from the last work to the highest rank",
          [&] { steps = evident::graph::shortest_path(graph, {last}, top).size(); });
  measure("neighbours of the last work", [&] {
    near = evident::graph::cocited(graph, last).size() + evident::graph::coupled(graph, last).size();
  });
  measure("dominators of what the last work cites", [&] {
    const auto cited = graph.targets(last);
    supports = evident::graph::single_supports(graph, {{cited.begin(), cited.end()}}).size();
  });
  measure("main path", [&] { along = evident::graph::main_path(graph).size(); });
  std::printf("%zu components, path of %zu works, %zu neighbours, %zu dominators, main path of %zu works\n",
              parts, steps, near, supports, along);
  std::filesystem::remove(path);
  return 0;
}
