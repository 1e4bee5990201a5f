// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <memory>

#include "cli/command.hpp"
#include "query/why.hpp"
#include "render/text.hpp"

namespace evident::cli {

namespace {

struct WhyOptions {
  Common common;
  std::string edge;
};

int run(const WhyOptions& options) {
  const auto store = open_store(options.common);
  const auto passport = query::why(store, options.edge);
  if (!passport) {
    std::fprintf(stderr, "evident: no link is called %s; trace --json and dump show the ids of links\n",
                 options.edge.c_str());
    return exit_partly;
  }
  if (options.common.json) {
    print_json(render::json_why(*passport), true);
  } else {
    print(render::text_why(*passport, terminal(options.common)));
  }
  return exit_done;
}

}  // namespace

void add_why(CLI::App& app, Action& action) {
  auto* command =
      app.add_subcommand("why", "The passport of one link: what it was read from, and why it was made");
  auto options = std::make_shared<WhyOptions>();
  add_store_option(*command, options->common);
  add_output_options(*command, options->common, false);
  command->add_option("EDGE-ID", options->edge, "As trace shows it, \"e\" and 12 hexadecimal digits")
      ->required();
  command->footer("Example:\n  evident why e0123456789ab");
  command->callback([&action, options] { action = [options] { return run(*options); }; });
}

}  // namespace evident::cli
