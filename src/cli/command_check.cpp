// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <set>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "render/text.hpp"

namespace evident::cli {

namespace {

/// Reads every node and link of the store; what does not fit together is told.
std::vector<std::string> faults_of(const index::Store& store) {
  std::vector<std::string> faults;
  std::set<std::string> works;
  const auto check_edge = [&](const model::Edge& edge) {
    const auto is_there = [&] {
      if (edge.kind == model::EdgeKind::cites) return store.reference(edge.to).has_value();
      if (edge.kind == model::EdgeKind::same_claim) return store.claim(edge.to).has_value();
      return !works.insert(edge.to).second || store.work(edge.to).has_value();
    };
    if (!is_there()) {
      faults.push_back(fmt::format("link {} ({}) ends at {}, which is not there", edge.id,
                                   model::to_string(edge.kind), edge.to));
    }
  };
  for (const auto& article : store.articles()) {
    const auto& [references, citations, claims] = store.ledger(article.key);
    if (references.seen != references.resolved + references.ambiguous + references.unresolved ||
        citations.seen != citations.attached + citations.dangling ||
        claims.seen != claims.with_evidence + claims.without_evidence) {
      faults.push_back(fmt::format("the ledger of {} does not balance", article.key));
    }
    for (const auto& claim : store.claims_of(article.key)) {
      for (const auto& edge : store.edges_from(claim.id)) check_edge(edge);
    }
    const auto listed = store.references_of(article.key);
    if (static_cast<int>(listed.size()) != article.references) {
      faults.push_back(
          fmt::format("{} has {} references, {} are there", article.key, article.references, listed.size()));
    }
    for (const auto& reference : listed) {
      for (const auto& edge : store.edges_from(reference.id)) check_edge(edge);
    }
  }
  return faults;
}

int run(const Common& common) {
  const auto store = open_store(common);
  const auto faults = faults_of(store);
  if (common.json) {
    print_json({{"ok", faults.empty()}, {"faults", faults}}, true);
  } else {
    for (const auto& fault : faults) print(render::printable(fault) + "\n");
    if (faults.empty()) print("no faults found\n");
  }
  return faults.empty() ? exit_done : exit_failed;
}

}  // namespace

void add_check(CLI::App& app, Action& action) {
  auto* command = app.add_subcommand("check", "Read the whole store and tell what does not fit together");
  auto common = std::make_shared<Common>();
  add_store_option(*command, *common);
  add_output_options(*command, *common, false);
  command->footer("Example:\n  evident check --store library");
  command->callback([&action, common] { action = [common] { return run(*common); }; });
}

}  // namespace evident::cli
