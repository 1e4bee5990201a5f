// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "read/reader.hpp"

namespace evident::cli {

namespace {

int run(const Common& common) {
  render::Json formats = render::Json::array();
  const auto out = terminal(common);
  for (const auto* reader : read::readers()) {
    if (common.json) {
      formats.push_back({{"name", reader->name()}, {"description", reader->description()}});
    } else {
      print(out.wrap(reader->description(), fmt::format("{:<18}", reader->name())));
    }
  }
  if (common.json) print_json({{"formats", std::move(formats)}}, true);
  return exit_done;
}

}  // namespace

void add_formats(CLI::App& app, Action& action) {
  auto* command = app.add_subcommand("formats", "The formats that ingest reads");
  auto common = std::make_shared<Common>();
  add_output_options(*command, *common, false);
  command->footer("Example:\n  evident formats --json");
  command->callback([&action, common] { action = [common] { return run(*common); }; });
}

}  // namespace evident::cli
