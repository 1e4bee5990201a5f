// SPDX-License-Identifier: GPL-3.0-or-later
// What a graph says of given claims and works, and of the line that a field took.
#include <algorithm>
#include <cstdio>
#include <set>

#include <fmt/format.h>

#include "base/error.hpp"
#include "cli/graph_answers.hpp"
#include "graph/dominators.hpp"
#include "graph/evidence_path.hpp"
#include "graph/main_path.hpp"
#include "graph/neighbours.hpp"

namespace evident::cli {

namespace {

using graph::CsrGraph;
using graph::FrozenGraph;

/// The works that a claim or reference means without doubt.
void add_works(const index::Store& store, const std::string& node, std::set<std::string>& works) {
  for (const auto& edge : store.edges_from(node)) {
    if (edge.ambiguous) continue;
    if (edge.kind == model::EdgeKind::cites) {
      add_works(store, edge.to, works);
    } else if (edge.kind != model::EdgeKind::rests_on) {
      works.insert(edge.to);
    }
  }
}

/// Where chains of evidence begin that lead down from an id: itself where it is an article or a work, else
/// the works that it means.
std::vector<CsrGraph::Vertex> starts_of(const index::Store& store, const FrozenGraph& frozen,
                                        const std::string& id) {
  if (const auto vertex = frozen.find(id)) return {*vertex};
  std::set<std::string> works;
  add_works(store, id, works);
  std::vector<CsrGraph::Vertex> starts;
  for (const auto& work : works) {
    if (const auto vertex = frozen.find(work)) starts.push_back(*vertex);
  }
  return starts;
}

CsrGraph::Vertex known_vertex(const index::Store& store, const FrozenGraph& frozen,
                              const std::string& typed) {
  const auto vertex = frozen.find(known_id(store, typed));
  if (!vertex) throw UsageError(typed + " is neither a work nor an article");
  return *vertex;
}

int run_path(const GraphOptions& options) {
  const auto store = open_store(options.common);
  return on_frozen(store, options, [&](const FrozenGraph& frozen) {
    const std::string from = known_id(store, options.ids.at(0));
    const CsrGraph::Vertex to = known_vertex(store, frozen, options.ids.at(1));
    const auto starts = starts_of(store, frozen, from);
    const auto path = graph::shortest_path(frozen.graph(), starts, to);
    WorkRows rows(store, options.common);
    for (CsrGraph::Vertex vertex : path) rows.add(frozen.name(vertex), "-> ", render::Json::object());
    rows.finish({{"from", from}, {"to", frozen.name(to)}}, "steps");
    if (!path.empty()) return exit_done;
    std::fprintf(stderr, "evident: no chain of citations leads from %s to %s\n", from.c_str(),
                 frozen.name(to).c_str());
    return exit_partly;
  });
}

int run_dominators(const GraphOptions& options) {
  const auto store = open_store(options.common);
  return on_frozen(store, options, [&](const FrozenGraph& frozen) {
    std::vector<std::vector<CsrGraph::Vertex>> things;
    uint64_t asked = 0;
    const auto add = [&](std::vector<CsrGraph::Vertex> works) {
      ++asked;
      if (!works.empty()) things.push_back(std::move(works));
    };
    for (const auto& typed : options.ids) {
      const std::string id = known_id(store, typed);
      if (store.article(id)) {
        for (const auto& claim : store.claims_of(id)) add(starts_of(store, frozen, claim.id));
      } else if (const auto vertex = frozen.find(id)) {
        const auto cited = frozen.graph().targets(*vertex);
        add({cited.begin(), cited.end()});
      } else {
        add(starts_of(store, frozen, id));
      }
    }
    auto supports = graph::single_supports(frozen.graph(), things);
    const size_t total = supports.size();
    if (total > options.limit) supports.resize(options.limit);
    WorkRows rows(store, options.common);
    for (const auto& support : supports) {
      rows.add(frozen.name(support.vertex), fmt::format("{:>6} of {}  ", support.resting, asked),
               {{"resting", support.resting}});
    }
    rows.finish({{"asked", asked}, {"with_evidence", things.size()}, {"total", total}}, "works");
    if (total > 0) return exit_done;
    std::fputs("evident: none of it rests on a single work\n", stderr);
    return exit_partly;
  });
}

int run_mainpath(const GraphOptions& options) {
  const auto store = open_store(options.common);
  return on_frozen(store, options, [&](const FrozenGraph& frozen) {
    const auto path = graph::main_path(frozen.graph());
    WorkRows rows(store, options.common);
    for (const auto& step : path) {
      const bool last = &step == &path.back();
      rows.add(frozen.name(step.vertex), last ? "        " : fmt::format("{:>7.4f} ", step.share),
               {{"share", last ? render::Json() : render::Json(step.share)}, {"cycle", step.cycle}});
    }
    rows.finish(render::Json::object(), "steps");
    return path.empty() ? exit_partly : exit_done;
  });
}

int run_neighbours(const GraphOptions& options) {
  const auto store = open_store(options.common);
  return on_frozen(store, options, [&](const FrozenGraph& frozen) {
    const CsrGraph::Vertex work = known_vertex(store, frozen, options.ids.at(0));
    size_t total = 0;
    WorkRows rows(store, options.common);
    const auto show = [&](const char* relation, const std::vector<graph::Neighbour>& neighbours) {
      total += neighbours.size();
      for (size_t i = 0; i < std::min(options.limit, neighbours.size()); ++i) {
        const auto& [vertex, shared, cosine] = neighbours[i];
        rows.add(frozen.name(vertex), fmt::format("{:<9}{:>6} {:>6.3f}  ", relation, shared, cosine),
                 {{"relation", relation}, {"shared", shared}, {"cosine", cosine}});
      }
    };
    show("cocited", graph::cocited(frozen.graph(), work));
    show("coupled", graph::coupled(frozen.graph(), work));
    rows.finish({{"id", frozen.name(work)}, {"total", total}}, "neighbours");
    if (total > 0) return exit_done;
    std::fputs("evident: nothing is cited with it, and nothing cites what it cites\n", stderr);
    return exit_partly;
  });
}

}  // namespace

void add_evidence_commands(CLI::App& graph, Action& action) {
  auto options =
      add_graph_command(graph, action, "path", "The shortest chain of citations between two things",
                        "evident graph path critical-review pmid:18068515", run_path);
  auto* command = graph.get_subcommand("path");
  add_output_options(*command, options->common, true);
  command->add_option("FROM TO", options->ids, "From a claim, article or work to an article or work")
      ->expected(2)
      ->required();

  options =
      add_graph_command(graph, action, "dominators", "The works that claims rest on alone, by every chain",
                        "evident graph dominators critical-review", run_dominators);
  command = graph.get_subcommand("dominators");
  add_output_options(*command, options->common, true);
  add_limit_option(*command, *options, "Works at most");
  command->add_option("ID", options->ids, "Claims, articles (for all their claims), works")->required();

  options = add_graph_command(graph, action, "mainpath", "The line of citations that most chains run along",
                              "evident graph mainpath", run_mainpath);
  add_output_options(*graph.get_subcommand("mainpath"), options->common, true);

  options =
      add_graph_command(graph, action, "neighbours", "Works cited with a work, works that cite the same",
                        "evident graph neighbours pmid:18068515", run_neighbours);
  command = graph.get_subcommand("neighbours");
  add_output_options(*command, options->common, true);
  add_limit_option(*command, *options, "Works of each relation at most");
  command->add_option("WORK", options->ids, "A work or article")->expected(1)->required();
}

}  // namespace evident::cli
