// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.hpp"

#include <cstdio>
#include <cstdlib>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "base/error.hpp"

namespace evident::cli {

void add_store_option(CLI::App& command, Common& common) {
  command
      .add_option("--store", common.store,
                  "Folder of the store (else EVIDENT_STORE, else the XDG data folder)")
      ->type_name("DIR");
}

void add_output_options(CLI::App& command, Common& common, bool jsonl) {
  command.add_option("--color", common.color, "Colours: auto, always or never")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  auto* json = command.add_flag("--json", common.json, "Print one JSON document");
  if (jsonl) command.add_flag("--jsonl", common.jsonl, "Print one JSON document a line")->excludes(json);
}

std::filesystem::path store_path(const Common& common) {
  if (!common.store.empty()) return common.store;
  const auto variable = [](const char* name) -> std::string {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
  };
  if (const auto store = variable("EVIDENT_STORE"); !store.empty()) return store;
  if (const auto data = variable("XDG_DATA_HOME"); !data.empty())
    return std::filesystem::path(data) / "evident";
  const auto home = variable("HOME");
  if (home.empty())
    throw UsageError("neither HOME nor EVIDENT_STORE is set: say where the store is with --store DIR");
  return std::filesystem::path(home) / ".local" / "share" / "evident";
}

uint64_t bytes_of(const std::string& size) {
  if (size.empty()) return 0;
  size_t used = 0;
  unsigned long long value = 0;
  try {
    value = std::stoull(size, &used);
  } catch (const std::exception&) {
    used = 0;
  }
  const std::string unit = size.substr(used);
  const std::map<std::string, unsigned> shifts{{"", 0},   {"K", 10},  {"k", 10}, {"KB", 10}, {"M", 20},
                                               {"m", 20}, {"MB", 20}, {"G", 30}, {"g", 30},  {"GB", 30}};
  const auto shift = shifts.find(unit);
  if (used == 0 || size[0] == '-' || shift == shifts.end()) {
    throw UsageError(fmt::format("--memory {}: not a size; write for example 512M or 2G", size));
  }
  return static_cast<uint64_t>(value) << shift->second;
}

namespace {

/// Shards that did not answer: all that this process prints is without them.
std::vector<std::string>& missing() {
  static std::vector<std::string> names;
  return names;
}

}  // namespace

index::Store open_store(const Common& common) {
  index::Store store(store_path(common));
  missing() = store.missing_shards();
  for (const auto& name : missing())
    std::fprintf(stderr, "evident: the shard %s does not answer: what follows is without it\n", name.c_str());
  return store;
}

bool answers_in_part() {
  return !missing().empty();
}

void say_unknown(const std::string& id) {
  std::fprintf(stderr, "evident: nothing in the store has the identifier %s\n",
               render::printable(id).c_str());
}

render::Terminal terminal(const Common& common) {
  return render::Terminal::of_stdout(common.color);
}

void print(const std::string& text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
    throw FileError("the output could not be written");
  }
}

void print_json(const render::Json& json, bool indented) {
  if (answers_in_part() && json.is_object() && indented) {
    render::Json marked = json;
    marked["missing_shards"] = missing();
    print(render::to_text(marked, indented) + "\n");
    return;
  }
  print(render::to_text(json, indented) + "\n");
}

}  // namespace evident::cli
