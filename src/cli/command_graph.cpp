// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <numeric>

#include <fmt/format.h>

#include "base/error.hpp"
#include "cli/graph_answers.hpp"
#include "graph/components.hpp"
#include "graph/export.hpp"
#include "graph/rank.hpp"

namespace evident::cli {

namespace {

int run_export(const GraphOptions& options) {
  const auto store = open_store(options.common);
  return on_frozen(store, options, [&](const graph::FrozenGraph& frozen) {
    graph::export_graph(frozen, options.format, std::cout);
    std::cout.flush();
    if (!std::cout) throw FileError("the output could not be written");
    return exit_done;
  });
}

int run_freeze(const GraphOptions& options) {
  graph::FreezeOptions how;
  how.memory = bytes_of(options.memory);
  const auto store = open_store(options.common);
  const auto directory = store_path(options.common);
  const auto frozen = graph::freeze(store, directory, how);
  const uint64_t nodes = frozen.graph().vertex_count(), citations = frozen.graph().edge_count();
  const auto path = graph::frozen_path(directory).string();
  if (options.common.json) {
    print_json({{"nodes", nodes}, {"citations", citations}, {"bytes", frozen.file().bytes()}, {"path", path}},
               true);
  } else {
    fmt::print(stderr, "{} works and articles, {} citations, {:.1f} MB: {}\n", nodes, citations,
               static_cast<double>(frozen.file().bytes()) / 1e6, path);
  }
  return exit_done;
}

int run_rank(const GraphOptions& options) {
  const auto store = open_store(options.common);
  return on_frozen(store, options, [&](const graph::FrozenGraph& frozen) {
    graph::RankOptions how;
    how.threads = all_cores();
    const auto ranks = graph::page_rank(frozen.graph(), how);
    std::vector<graph::CsrGraph::Vertex> order(ranks.size());
    std::iota(order.begin(), order.end(), 0);
    const auto end = order.begin() + static_cast<std::ptrdiff_t>(std::min(options.limit, order.size()));
    std::partial_sort(order.begin(), end, order.end(), [&](auto left, auto right) {
      return ranks[left] != ranks[right] ? ranks[left] > ranks[right] : left < right;
    });
    WorkRows rows(store, options.common);
    for (auto vertex = order.begin(); vertex != end; ++vertex) {
      const double score = ranks[*vertex];
      rows.add(frozen.name(*vertex), fmt::format("{:>8.5f}  ", score), {{"score", score}});
    }
    rows.finish({{"total", ranks.size()}}, "works");
    return ranks.empty() ? exit_partly : exit_done;
  });
}

int run_components(const GraphOptions& options) {
  const auto store = open_store(options.common);
  return on_frozen(store, options, [&](const graph::FrozenGraph& frozen) {
    const auto list = graph::component_list(frozen.graph(), all_cores());
    const auto alone =
        std::count_if(list.begin(), list.end(), [](const auto& part) { return part.size == 1; });
    WorkRows rows(store, options.common);
    for (size_t i = 0; i < std::min(options.limit, list.size()); ++i) {
      rows.add(frozen.name(list[i].most_cited), fmt::format("{:>8}  ", list[i].size),
               {{"size", list[i].size}});
    }
    rows.finish({{"total", list.size()}, {"alone", alone}, {"nodes", frozen.graph().vertex_count()}},
                "components");
    if (!options.common.json && !options.common.jsonl)
      fmt::print(stderr, "{} components, {} of them a single work\n", list.size(), alone);
    return list.empty() ? exit_partly : exit_done;
  });
}

}  // namespace

void add_graph(CLI::App& app, Action& action) {
  auto* graph = app.add_subcommand("graph", "The citation graph as a whole");
  graph->require_subcommand(1);

  auto options = add_graph_command(*graph, action, "export", "Print the graph for other programs",
                                   "evident graph export --format dot | dot -Tsvg > graph.svg", run_export);
  graph->get_subcommand("export")
      ->add_option("--format,-f", options->format, "graphml, dot or csv")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"graphml", "dot", "csv"}));

  options = add_graph_command(*graph, action, "freeze", "Keep the citations as a file that opens at once",
                              "evident graph freeze --memory 1G", run_freeze);
  auto* freezing = graph->get_subcommand("freeze");
  add_output_options(*freezing, options->common, false);
  freezing->add_option("--memory", options->memory, "For sorting, e.g. 512M")->type_name("SIZE");

  options = add_graph_command(*graph, action, "rank", "The works that the others lean on most (PageRank)",
                              "evident graph rank --limit 20", run_rank);
  auto* ranking = graph->get_subcommand("rank");
  add_output_options(*ranking, options->common, true);
  add_limit_option(*ranking, *options, "Works at most");

  options =
      add_graph_command(*graph, action, "components", "What hangs together, each part by its most cited work",
                        "evident graph components --limit 5", run_components);
  auto* parts = graph->get_subcommand("components");
  add_output_options(*parts, options->common, true);
  add_limit_option(*parts, *options, "Components at most");

  add_evidence_commands(*graph, action);
  graph->footer("Example:\n  evident graph rank --limit 20");
}

}  // namespace evident::cli
