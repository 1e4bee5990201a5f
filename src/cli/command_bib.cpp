// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <memory>

#include "cli/command.hpp"
#include "query/bibliography.hpp"
#include "render/bibliography.hpp"

namespace evident::cli {

namespace {

struct BibOptions {
  Common common;
  std::vector<std::string> arguments;
  std::string format = "markdown", style = "vancouver";
  size_t limit = 20;
};

int run(const BibOptions& options) {
  const auto store = open_store(options.common);
  const auto bibliography = query::bibliography(store, options.arguments, options.limit);
  const auto style = options.style == "vancouver" ? render::Style::vancouver : render::Style::author_year;
  const std::string format = options.common.json ? "csl-json" : options.format;
  if (options.common.jsonl) {
    for (const auto& item : render::csl_bibliography(bibliography)) print_json(item, false);
  } else if (format == "csl-json") {
    print_json(render::csl_bibliography(bibliography), true);
  } else if (format == "bibtex") {
    print(render::bibtex_bibliography(bibliography));
  } else if (format == "ris") {
    print(render::ris_bibliography(bibliography));
  } else if (format == "text") {
    print(render::text_bibliography(bibliography, style, terminal(options.common)));
  } else if (!bibliography.entries.empty()) {
    print(render::markdown_bibliography(bibliography, style));
  }
  for (const std::string& id : bibliography.missing) say_unknown(id);
  if (bibliography.missing.empty() && bibliography.entries.empty())
    std::fputs("evident: nothing found\n", stderr);
  return bibliography.entries.empty() || !bibliography.missing.empty() ? exit_partly : exit_done;
}

}  // namespace

void add_bib(CLI::App& app, Action& action) {
  auto* command =
      app.add_subcommand("bib", "Annotated bibliography of the studies behind a claim, or of given works");
  auto options = std::make_shared<BibOptions>();
  add_store_option(*command, options->common);
  add_output_options(*command, options->common, true);
  command->add_option("QUERY|ID", options->arguments, "Words of a claim, or identifiers of works")
      ->required();
  command->add_option("--format,-f", options->format, "markdown, text, csl-json, bibtex or ris")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"markdown", "text", "csl-json", "bibtex", "ris"}));
  command->add_option("--style", options->style, "vancouver or author-year")
      ->type_name("STYLE")
      ->check(CLI::IsMember({"vancouver", "author-year"}));
  command->add_option("--limit,-n", options->limit, "Claims looked at, at most")
      ->type_name("N")
      ->check(CLI::Range(1, 100000));
  command->footer("Example:\n  evident bib baclofen alcohol abstinence --format bibtex > refs.bib");
  command->callback([&action, options] { action = [options] { return run(*options); }; });
}

}  // namespace evident::cli
