// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.hpp"

#include <algorithm>
#include <sstream>

#include "render/terminal.hpp"

namespace evident::cli {

namespace {

constexpr size_t widest_names = 30;  // columns for the names of options and commands

std::string wrapped(const std::string& text, const std::string& lead) {
  return render::Terminal::of_stdout("never").wrap(text, lead);
}

/// A name, and behind or below it what it does.
std::string entry(const std::string& name, const std::string& about, size_t column) {
  std::string lead = "  " + name;
  if (about.empty()) return lead + "\n";
  std::string above;
  if (lead.size() >= column) {
    above = lead + "\n";
    lead.clear();
  }
  lead.resize(column, ' ');
  return above + wrapped(about, lead);
}

}  // namespace

HelpFormatter::HelpFormatter() {
  column_width(std::min(widest_names, render::Terminal::of_stdout("never").width() * 3 / 8));
}

std::string HelpFormatter::make_description(const CLI::App* app) const {
  return wrapped(Formatter::make_description(app), "");
}

std::string HelpFormatter::make_footer(const CLI::App* app) const {
  std::istringstream lines(app->get_footer());
  std::string out;
  // An example is copied whole.
  for (std::string line; std::getline(lines, line);)
    out += line.empty() || line[0] == ' ' ? line + "\n" : wrapped(line, "");
  return out;
}

std::string HelpFormatter::make_subcommand(const CLI::App* command) const {
  return entry(command->get_display_name(true), command->get_description(), get_column_width());
}

std::string HelpFormatter::make_option(const CLI::Option* option, bool is_positional) const {
  return entry(make_option_name(option, is_positional) + make_option_opts(option), make_option_desc(option),
               get_column_width());
}

std::string command_problem(const CLI::App& app, int argc, const char* const* argv) {
  const CLI::App* command = &app;
  for (int at = 1;; ++at) {
    const auto known = command->get_subcommands([](const CLI::App*) { return true; });
    if (known.empty() || (at < argc && argv[at][0] == '-')) return "";
    const auto named = std::find_if(known.begin(), known.end(), [&](const CLI::App* each) {
      return at < argc && each->check_name(argv[at]);
    });
    if (named != known.end()) {
      command = *named;
      continue;
    }
    std::string path, names;
    for (const CLI::App* each = command; each != &app; each = each->get_parent())
      path = each->get_name() + " " + path;
    for (const CLI::App* each : known) names += (names.empty() ? "" : ", ") + each->get_name();
    return (at < argc ? "there is no command " + path + argv[at] : std::string("a command is missing")) +
           "; evident " + path + "has " + names;
  }
}

}  // namespace evident::cli
