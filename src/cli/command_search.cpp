// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <memory>

#include "cli/command.hpp"
#include "index/search.hpp"
#include "render/text.hpp"

namespace evident::cli {

namespace {

struct SearchOptions {
  Common common;
  std::vector<std::string> words;
  std::string sort = "relevance";
  index::SearchRequest request;
};

int run(SearchOptions& options) {
  for (const auto& word : options.words)
    options.request.query += (options.request.query.empty() ? "" : " ") + word;
  if (options.sort == "year") options.request.sort = index::SortOrder::year;
  if (options.sort == "cited") options.request.sort = index::SortOrder::cited;
  const auto store = open_store(options.common);
  const auto result = index::search(store, options.request);
  if (options.common.json) {
    print_json(render::json_search(options.request.query, result), true);
  } else if (options.common.jsonl) {
    for (const auto& hit : result.hits) print_json(render::json_hit(hit), false);
  } else {
    print(render::text_search(result, options.request.offset, terminal(options.common)));
  }
  const bool merely_counted = options.request.limit == 0 && result.total > 0;
  if (!result.hits.empty() || merely_counted) return exit_done;
  if (result.total > 0 && options.request.offset >= result.total)
    std::fprintf(stderr, "evident: there are %llu matches, fewer than --offset passes over\n",
                 static_cast<unsigned long long>(result.total));
  else
    std::fputs("evident: nothing found\n", stderr);
  return exit_partly;
}

}  // namespace

void add_search(CLI::App& app, Action& action) {
  auto* command = app.add_subcommand("search", "Full text over claims, works and articles");
  auto options = std::make_shared<SearchOptions>();
  add_store_option(*command, options->common);
  add_output_options(*command, options->common, true);
  command
      ->add_option("QUERY", options->words, "Words, \"phrases\", AND OR NOT, word*, author: title: year: ...")
      ->required();
  command->add_option("--limit,-n", options->request.limit, "Hits at most")
      ->type_name("N")
      ->check(CLI::Range(0, 100000));
  command->add_option("--offset", options->request.offset, "Hits to pass over")
      ->type_name("N")
      ->check(CLI::NonNegativeNumber);
  command->add_option("--kind", options->request.kind, "Only claim, work or article")
      ->type_name("KIND")
      ->check(CLI::IsMember({"claim", "work", "article"}));
  command->add_option("--sort", options->sort, "relevance, year or cited")
      ->type_name("ORDER")
      ->check(CLI::IsMember({"relevance", "year", "cited"}));
  command->add_option("--facet", options->request.facets, "Count by year, design, journal, kind, article")
      ->type_name("FIELD,...")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"year", "design", "journal", "kind", "article"}));
  command->footer("Example:\n  evident search baclofen craving --kind claim --facet design");
  command->callback([&action, options] { action = [options] { return run(*options); }; });
}

}  // namespace evident::cli
