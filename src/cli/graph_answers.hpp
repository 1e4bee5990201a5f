// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "graph/frozen.hpp"

namespace evident::cli {

// What the commands of `evident graph` share.

struct GraphOptions {
  Common common;
  std::string format = "graphml";
  std::string memory = "256M";
  std::vector<std::string> ids;
  size_t limit = 10;
};

/// Adds a command; `run` gets the options when it is called.
std::shared_ptr<GraphOptions> add_graph_command(CLI::App& graph, Action& action, const char* name,
                                                const char* help, const char* example,
                                                int (*run)(const GraphOptions& options));
void add_limit_option(CLI::App& command, GraphOptions& options, const char* help);

/// Runs `read` on the store's citation graph, which is frozen first where it must be.
int on_frozen(const index::Store& store, const GraphOptions& options,
              const std::function<int(const graph::FrozenGraph&)>& read);

unsigned all_cores();

/// The canonical id of what was typed; throws UsageError where there is no such thing.
std::string known_id(const index::Store& store, const std::string& typed);

/// Prints rows with a work in each, as they come, or gathers them for one JSON document.
class WorkRows {
 public:
  WorkRows(const index::Store& store, const Common& common);
  /// `lead` stands before the work in text; `fields` are what JSON has besides "work".
  void add(const std::string& id, const std::string& lead, render::Json fields);
  /// Ends the answer: with --json, prints `fields` and the rows under `name`.
  void finish(render::Json fields, const char* name);

 private:
  const index::Store& m_store;
  const Common& m_common;
  render::Terminal m_out;
  render::Json m_rows = render::Json::array();
};

// The commands of command_graph_evidence.cpp.
void add_evidence_commands(CLI::App& graph, Action& action);

}  // namespace evident::cli
