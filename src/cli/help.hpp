// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <CLI/CLI.hpp>

namespace evident::cli {

/// Help that is as wide as all other output.
class HelpFormatter final : public CLI::Formatter {
 public:
  HelpFormatter();
  std::string make_description(const CLI::App* app) const override;
  std::string make_footer(const CLI::App* app) const override;
  std::string make_subcommand(const CLI::App* command) const override;
  std::string make_option(const CLI::Option* option, bool is_positional) const override;
};

/// What is wrong where the words name no command, or one whose own commands they do not go on to; empty where
/// all is well.
std::string command_problem(const CLI::App& app, int argc, const char* const* argv);

}  // namespace evident::cli
