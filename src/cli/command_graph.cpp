// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <memory>

#include <fmt/format.h>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "graph/export.hpp"
#include "graph/rank.hpp"
#include "render/people.hpp"

namespace evident::cli {

namespace {

struct GraphOptions {
  Common common;
  std::string format = "graphml";
  size_t limit = 10;
};

int run_export(const GraphOptions& options) {
  const auto store = open_store(options.common);
  graph::export_graph(store, options.format, std::cout);
  std::cout.flush();
  if (!std::cout) throw FileError("the output could not be written");
  return exit_done;
}

int run_rank(const GraphOptions& options) {
  const auto store = open_store(options.common);
  auto ranks = graph::page_rank(store);
  std::stable_sort(ranks.begin(), ranks.end(), [](const auto& left, const auto& right) {
    return left.second != right.second ? left.second > right.second : left.first < right.first;
  });
  const size_t total = ranks.size();
  if (ranks.size() > options.limit) ranks.resize(options.limit);
  const auto out = terminal(options.common);
  render::Json works = render::Json::array();
  for (const auto& [id, score] : ranks) {
    const auto work = store.work(id).value_or(model::WorkRecord{});
    if (options.common.json || options.common.jsonl) {
      render::Json row = {{"score", score}, {"work", render::json_work(id, work)}};
      if (options.common.jsonl) print_json(row, false);
      works.push_back(std::move(row));
    } else {
      std::string line = render::call_name(work);
      if (!work.authors.empty()) line += ". " + work.title;
      print(out.wrap(render::printable(fmt::format("{} [{}]", line, id)), fmt::format("{:>8.5f}  ", score)));
    }
  }
  if (options.common.json) print_json({{"total", total}, {"works", std::move(works)}}, true);
  return total == 0 ? exit_partly : exit_done;
}

}  // namespace

void add_graph(CLI::App& app, Action& action) {
  auto* command = app.add_subcommand("graph", "The citation graph as a whole");
  command->require_subcommand(1);
  auto* exporting = command->add_subcommand("export", "Print the graph for other programs");
  auto options = std::make_shared<GraphOptions>();
  add_store_option(*exporting, options->common);
  exporting->add_option("--format,-f", options->format, "graphml, dot or csv")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"graphml", "dot", "csv"}));
  exporting->footer("Example:\n  evident graph export --format dot | dot -Tsvg > graph.svg");
  exporting->callback([&action, options] { action = [options] { return run_export(*options); }; });

  auto* ranking = command->add_subcommand("rank", "The works that the others lean on most (PageRank)");
  add_store_option(*ranking, options->common);
  add_output_options(*ranking, options->common, true);
  ranking->add_option("--limit,-n", options->limit, "Works at most")
      ->type_name("N")
      ->check(CLI::Range(1, 1000000));
  ranking->footer("Example:\n  evident graph rank --limit 20");
  ranking->callback([&action, options] { action = [options] { return run_rank(*options); }; });
  command->footer("Example:\n  evident graph rank --limit 20");
}

}  // namespace evident::cli
