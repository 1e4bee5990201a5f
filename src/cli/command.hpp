// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include <CLI/CLI.hpp>

#include "index/store.hpp"
#include "render/json.hpp"
#include "render/terminal.hpp"

namespace evident::cli {

inline constexpr int exit_done = 0;
inline constexpr int exit_partly = 1;  ///< something was skipped, or nothing was found
inline constexpr int exit_failed = 2;  ///< usage, no store, damaged store

/// What main runs once the command line is understood; returns the exit code.
using Action = std::function<int()>;

/// Options that most commands share.
struct Common {
  std::string store;
  std::string color = "auto";
  bool json = false, jsonl = false;
};

void add_store_option(CLI::App& command, Common& common);
void add_output_options(CLI::App& command, Common& common, bool jsonl);

/// --store, else EVIDENT_STORE, else the XDG data folder.
std::filesystem::path store_path(const Common& common);
/// Says on stderr which shards of it do not answer.
index::Store open_store(const Common& common);
bool answers_in_part();  ///< a shard of the store that was opened is missing

/// What --memory was given, "64M", "2G" or "1000", in bytes; 0 for an empty one. Throws UsageError.
uint64_t bytes_of(const std::string& size);

/// For what goes to stdout.
render::Terminal terminal(const Common& common);
/// Tells on stderr that nothing in the store has an identifier.
void say_unknown(const std::string& id);

void print(const std::string& text);  ///< to stdout; a reader that has gone away ends the program quietly
/// One document (`indented`), which names the shards that are missing, or a line of many.
void print_json(const render::Json& json, bool indented);

// One a command; each stands in command_<name>.cpp.
void add_ingest(CLI::App& app, Action& action);
void add_search(CLI::App& app, Action& action);
void add_trace(CLI::App& app, Action& action);
void add_why(CLI::App& app, Action& action);
void add_bib(CLI::App& app, Action& action);
void add_audit(CLI::App& app, Action& action);
void add_graph(CLI::App& app, Action& action);
void add_dump(CLI::App& app, Action& action);
void add_status(CLI::App& app, Action& action);
void add_check(CLI::App& app, Action& action);
void add_compact(CLI::App& app, Action& action);
void add_formats(CLI::App& app, Action& action);

}  // namespace evident::cli
