// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <memory>

#include "cli/command.hpp"
#include "render/dump.hpp"

namespace evident::cli {

namespace {

struct DumpOptions {
  Common common;
  std::string id;
};

int run(const DumpOptions& options) {
  const auto store = open_store(options.common);
  const render::LineWriter write = [](const std::string& line) { print(line + "\n"); };
  if (options.id.empty()) {
    render::dump_store(store, write);
    return exit_done;
  }
  if (render::dump_node(store, options.id, write)) return exit_done;
  std::fprintf(stderr, "evident: nothing in the store is called %s\n", options.id.c_str());
  return exit_partly;
}

}  // namespace

void add_dump(CLI::App& app, Action& action) {
  auto* command = app.add_subcommand("dump", "Print the store, or one thing in it, as JSON lines");
  auto options = std::make_shared<DumpOptions>();
  add_store_option(*command, options->common);
  command->add_option("ID", options->id, "Article, claim, reference, work or edge");
  // Always JSON lines; asked for so that scripts may pass it to every command.
  command->add_flag("--json,--jsonl", options->common.jsonl, "JSON lines (always)");
  command->footer("Example:\n  evident dump | jq 'select(.node == \"claim\") | .text'");
  command->callback([&action, options] { action = [options] { return run(*options); }; });
}

}  // namespace evident::cli
