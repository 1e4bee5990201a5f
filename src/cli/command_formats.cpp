// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "input/compression.hpp"
#include "read/reader.hpp"

namespace evident::cli {

namespace {

struct Row {
  std::string name, description;
};
using Rows = std::vector<Row>;

Rows formats() {
  Rows rows;
  for (const auto* reader : read::readers())
    rows.push_back({std::string(reader->name()), std::string(reader->description())});
  return rows;
}

Rows packings() {
  Rows rows;
  for (const auto& compression : compressions())
    rows.push_back({compression.name, "undone while reading; " + compression.description});
  rows.push_back({"zip, tar",
                  "read in place, compressed and one in the other too: a member is "
                  "\"archive.tar.xz!folder/article.xml\""});
  return rows;
}

render::Json json_of(const Rows& rows) {
  render::Json json = render::Json::array();
  for (const auto& row : rows) json.push_back({{"name", row.name}, {"description", row.description}});
  return json;
}

int run(const Common& common) {
  if (common.json) {
    print_json({{"formats", json_of(formats())}, {"packed", json_of(packings())}}, true);
    return exit_done;
  }
  const auto out = terminal(common);
  for (const auto& row : formats()) print(out.wrap(row.description, fmt::format("{:<18}", row.name)));
  print("\n");
  for (const auto& row : packings()) print(out.wrap(row.description, fmt::format("{:<18}", row.name)));
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
