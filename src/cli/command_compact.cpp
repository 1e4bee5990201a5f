// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <memory>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "index/compact.hpp"

namespace evident::cli {

namespace {

int run(const Common& common) {
  const auto result = index::compact(store_path(common));
  if (common.json) {
    print_json({{"bytes_before", result.bytes_before}, {"bytes_after", result.bytes_after}}, true);
  } else {
    fmt::print(stderr, "{:.1f} MB before, {:.1f} MB after\n", static_cast<double>(result.bytes_before) / 1e6,
               static_cast<double>(result.bytes_after) / 1e6);
  }
  return exit_done;
}

}  // namespace

void add_compact(CLI::App& app, Action& action) {
  auto* command = app.add_subcommand("compact", "Rewrite the store as small as it gets");
  auto common = std::make_shared<Common>();
  add_store_option(*command, *common);
  add_output_options(*command, *common, false);
  command->footer("Example:\n  evident compact --store library");
  command->callback([&action, common] { action = [common] { return run(*common); }; });
}

}  // namespace evident::cli
