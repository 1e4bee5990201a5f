// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <exception>
#include <memory>
#include <string>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/help.hpp"
#include "query/version.hpp"

namespace {

using namespace evident;

/// The one place where what went wrong becomes an exit code.
int run(const cli::Action& action) {
  try {
    const int code = action();
    if (std::fflush(stdout) != 0) throw FileError("the output could not be written");
    return code == cli::exit_done && cli::answers_in_part() ? cli::exit_partly : code;
  } catch (const Error& error) {
    std::fprintf(stderr, "evident: %s\n", error.what());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "evident: unexpected error: %s\n", error.what());
  }
  return cli::exit_failed;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"evident: which studies does a claim rest on, and do they say so?", "evident"};
  app.formatter(std::make_shared<cli::HelpFormatter>());
  app.set_version_flag("--version", std::string("evident ") + query::program_version);
  app.require_subcommand(1);
  app.footer(
      "Example:\n  evident ingest articles/ records/\n  evident trace \"baclofen reduces craving\"\n"
      "Exit codes: 0 done; 1 something was skipped or nothing was found; 2 it cannot be done.");
  cli::Action action;
  cli::add_ingest(app, action);
  cli::add_search(app, action);
  cli::add_trace(app, action);
  cli::add_why(app, action);
  cli::add_bib(app, action);
  cli::add_audit(app, action);
  cli::add_graph(app, action);
  cli::add_dump(app, action);
  cli::add_status(app, action);
  cli::add_check(app, action);
  cli::add_compact(app, action);
  cli::add_formats(app, action);
  if (const std::string problem = cli::command_problem(app, argc, argv); !problem.empty()) {
    std::fprintf(stderr, "evident: %s (--help tells of them)\n", problem.c_str());
    return cli::exit_failed;
  }
  if (argc > 2 && argv[1][0] == '-' && app.get_option_no_throw(argv[1]) == nullptr) {
    std::fprintf(stderr, "evident: the command comes first, then its options, as in evident status %s ...\n",
                 argv[1]);
    return cli::exit_failed;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? cli::exit_done : cli::exit_failed;
  }
  return run(action);
}
