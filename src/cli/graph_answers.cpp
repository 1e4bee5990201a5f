// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/graph_answers.hpp"

#include <cstdio>
#include <thread>

#include <fmt/format.h>

#include "base/error.hpp"
#include "render/people.hpp"

namespace evident::cli {

std::shared_ptr<GraphOptions> add_graph_command(CLI::App& graph, Action& action, const char* name,
                                                const char* help, const char* example,
                                                int (*run)(const GraphOptions& options)) {
  auto* command = graph.add_subcommand(name, help);
  auto options = std::make_shared<GraphOptions>();
  add_store_option(*command, options->common);
  command->footer(std::string("Example:\n  ") + example);
  command->callback([&action, options, run] { action = [options, run] { return run(*options); }; });
  return options;
}

void add_limit_option(CLI::App& command, GraphOptions& options, const char* help) {
  command.add_option("--limit,-n", options.limit, help)->type_name("N")->check(CLI::Range(1, 1000000));
}

int on_frozen(const index::Store& store, const GraphOptions& options,
              const std::function<int(const graph::FrozenGraph&)>& read) {
  int code = exit_done;
  graph::with_frozen(
      store, store_path(options.common),
      [](const std::string& message) { std::fprintf(stderr, "evident: %s\n", message.c_str()); },
      [&](const graph::FrozenGraph& frozen) { code = read(frozen); });
  return code;
}

unsigned all_cores() {
  return std::max(1U, std::thread::hardware_concurrency());
}

std::string known_id(const index::Store& store, const std::string& typed) {
  auto id = store.find_id(typed);
  if (!id) throw UsageError("nothing in the store is called " + typed);
  return *id;
}

WorkRows::WorkRows(const index::Store& store, const Common& common)
    : m_store(store), m_common(common), m_out(terminal(common)) {}

void WorkRows::add(const std::string& id, const std::string& lead, render::Json fields) {
  auto known = m_store.work(id);
  auto work = known ? std::move(*known) : model::WorkRecord{};
  if (!known) {
    if (const auto article = m_store.article(id)) work.title = article->title;
  }
  if (m_common.json || m_common.jsonl) {
    fields["work"] = render::json_work(id, work);
    if (m_common.jsonl) {
      print_json(fields, false);
    } else {
      m_rows.push_back(std::move(fields));
    }
    return;
  }
  std::string line = render::call_name(work);
  if (!work.authors.empty()) line += ". " + work.title;
  print(m_out.wrap(render::printable(fmt::format("{} [{}]", line, id)), lead));
}

void WorkRows::finish(render::Json fields, const char* name) {
  if (!m_common.json) return;
  fields[name] = std::move(m_rows);
  print_json(fields, true);
}

}  // namespace evident::cli
