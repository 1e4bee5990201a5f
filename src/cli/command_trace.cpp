// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <memory>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "query/trace.hpp"
#include "render/text.hpp"

namespace evident::cli {

namespace {

struct TraceOptions {
  Common common;
  std::vector<std::string> words;
  query::TraceRequest request;
};

bool is_identifier(const std::string& word) {
  return word.starts_with("pmid:") || word.starts_with("doi:") || word.starts_with("pmcid:");
}

int run(TraceOptions& options) {
  if (options.words.size() > 1 && std::any_of(options.words.begin(), options.words.end(), is_identifier))
    throw UsageError("trace takes one identifier, or words; for several works ask one after the other");
  for (const auto& word : options.words)
    options.request.query += (options.request.query.empty() ? "" : " ") + word;
  const auto store = open_store(options.common);
  const auto trace = query::trace(store, options.request);
  if (options.common.json) {
    print_json(render::json_trace(trace), true);
  } else if (options.common.jsonl) {
    for (const auto& traced : trace.claims) print_json(render::json_claim(traced), false);
  } else {
    print(render::text_trace(trace, terminal(options.common)));
  }
  if (!trace.article.empty())
    std::fprintf(stderr, "evident: this is of the word; of the article of that name tells evident trace %s\n",
                 trace.article.c_str());
  if (!trace.claims.empty() || !trace.works.empty()) return exit_done;
  if (trace.work) {
    std::fputs("evident: no claim in the store leads to this work\n", stderr);
  } else if (query::looks_like_id(options.request.query)) {
    say_unknown(options.request.query);
  } else {
    std::fputs("evident: nothing found\n", stderr);
  }
  return exit_partly;
}

}  // namespace

void add_trace(CLI::App& app, Action& action) {
  auto* command =
      app.add_subcommand("trace", "From a claim to its studies, or from a study to the claims on it");
  auto options = std::make_shared<TraceOptions>();
  add_store_option(*command, options->common);
  add_output_options(*command, options->common, true);
  command
      ->add_option("CLAIM-TEXT|ID", options->words,
                   "Words of a claim, the id of a claim or article (its hash may be left out), or pmid:..., "
                   "doi:..., pmcid:...")
      ->required();
  command->add_option("--limit,-n", options->request.limit, "Claims, and studies found by words, at most")
      ->type_name("N")
      ->check(CLI::Range(1, 100000));
  command->footer(
      "Examples:\n  evident trace baclofen maintains alcohol abstinence\n  evident trace pmid:18068515 "
      "--json");
  command->callback([&action, options] { action = [options] { return run(*options); }; });
}

}  // namespace evident::cli
