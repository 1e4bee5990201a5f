// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "query/version.hpp"

namespace evident::cli {

namespace {

int run(const Common& common) {
  const auto store = open_store(common);
  const auto counts = store.counts();
  if (common.json) {
    render::Json formats = render::Json::array();
    for (const auto& [name, held] : counts.formats)
      formats.push_back({{"format", name}, {"articles", held.articles}, {"works", held.works}});
    print_json({{"store", std::filesystem::absolute(store_path(common)).string()},
                {"revision", store.revision()},
                {"version", query::program_version},
                {"counts",
                 {{"files", counts.files},
                  {"articles", counts.articles},
                  {"claims", counts.claims},
                  {"references", counts.references},
                  {"works", counts.works},
                  {"ghosts", counts.ghosts},
                  {"former", counts.former},
                  {"deletions", counts.deletions},
                  {"notices", counts.notices},
                  {"edges", counts.edges},
                  {"same_claims", counts.same_claims}}},
                {"formats", std::move(formats)}},
               true);
    return exit_done;
  }
  const auto out = terminal(common);
  const auto row = [&](const char* name, const std::string& value) {
    print(out.paint(fmt::format("{:<11}", name), render::Ink::dim) + value + "\n");
  };
  row("store", std::filesystem::absolute(store_path(common)).string());
  row("revision", store.revision());
  // The note stands behind the number where there is room, else it is left out.
  const auto counted = [&](const char* name, uint64_t count, const std::string& note = "") {
    constexpr size_t number_end = 20;
    const bool room = !note.empty() && number_end + 4 + note.size() <= out.width();
    row(name, fmt::format("{:>9}{}", count, room ? "  (" + note + ")" : ""));
  };
  counted("files", counts.files);
  counted("articles", counts.articles);
  counted("claims", counts.claims);
  counted("references", counts.references);
  counted("works", counts.works, "records; one work may have several");
  counted("ghosts", counts.ghosts, "cited, without a record in the store");
  if (counts.former > 0) counted("former", counts.former, "records that a deletion or a newer file put away");
  if (counts.deletions > 0) counted("deletions", counts.deletions);
  if (counts.notices > 0) counted("notices", counts.notices, "entries of lists of retractions");
  counted(
      "links", counts.edges,
      counts.same_claims == 0 ? "" : fmt::format("{} between claims that say the same", counts.same_claims));
  if (!counts.formats.empty())
    print("\n" + out.paint("read from          articles      works\n", render::Ink::dim));
  for (const auto& [name, held] : counts.formats)
    print(fmt::format("  {:<15} {:>9}  {:>9}\n", name, held.articles, held.works));
  return exit_done;
}

}  // namespace

void add_status(CLI::App& app, Action& action) {
  auto* command = app.add_subcommand("status", "What the store holds");
  auto common = std::make_shared<Common>();
  add_store_option(*command, *common);
  add_output_options(*command, *common, false);
  command->footer("Example:\n  evident status --store library");
  command->callback([&action, common] { action = [common] { return run(*common); }; });
}

}  // namespace evident::cli
