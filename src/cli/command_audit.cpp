// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <memory>

#include "cli/command.hpp"
#include "query/audit.hpp"
#include "render/text.hpp"

namespace evident::cli {

namespace {

struct AuditOptions {
  Common common;
  std::string article;
};

int run(const AuditOptions& options) {
  const auto store = open_store(options.common);
  const auto audit = query::audit(store, options.article);
  if (options.common.json) {
    print_json(render::json_audit(audit), true);
  } else if (options.common.jsonl) {
    for (const auto& article : audit.articles) print_json(render::json_article_audit(article), false);
  } else {
    print(render::text_audit(audit, terminal(options.common)));
  }
  if (!audit.articles.empty()) return exit_done;
  std::fputs(
      "evident: no such article in the store; audit takes the id or the key of an article, and "
      "\"evident search --kind article WORDS\" finds them\n",
      stderr);
  return exit_partly;
}

}  // namespace

void add_audit(CLI::App& app, Action& action) {
  auto* command =
      app.add_subcommand("audit", "What became of every claim and reference, and what is wrong with them");
  auto options = std::make_shared<AuditOptions>();
  add_store_option(*command, options->common);
  add_output_options(*command, options->common, true);
  command->add_option("ARTICLE", options->article,
                      "Key of an article, its hash may be left out; all of them by default");
  command->footer("Example:\n  evident audit wikipedia-mirror");
  command->callback([&action, options] { action = [options] { return run(*options); }; });
}

}  // namespace evident::cli
