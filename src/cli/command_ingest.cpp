// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <memory>
#include <thread>

#include <fmt/format.h>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/ingest_reporter.hpp"
#include "ingest/ingest.hpp"

namespace evident::cli {

namespace {

struct IngestOptions {
  Common common;
  ingest::Options options;
  std::string memory, report, part;
  bool verbose = false;
};

/// "2/8".
void set_part(const std::string& part, ingest::Options& options) {
  if (part.empty()) return;
  const size_t slash = std::min(part.find('/'), part.size() - 1);
  const auto number = [&](size_t from, size_t to) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(part.data() + from, part.data() + to, value);
    return error == std::errc() && end == part.data() + to ? value : 0;
  };
  options.part = number(0, slash);
  options.parts = number(slash + 1, part.size());
  if (options.part < 1 || options.part > options.parts)
    throw UsageError(fmt::format("--part {}: not a part; write for example 2/8, the second of eight", part));
}

int run(IngestOptions& options) {
  set_part(options.part, options.options);
  options.options.store = store_path(options.common);
  options.options.report = options.report;
  options.options.memory = bytes_of(options.memory);
  IngestReporter reporter({options.report, options.verbose, options.common.color});
  const auto summary = ingest::ingest(options.options, reporter);
  reporter.finish(summary);
  if (options.common.json) print_json(sums_of(summary), true);
  return summary.files_skipped > 0 || reporter.skipped() ? exit_partly : exit_done;
}

}  // namespace

void add_ingest(CLI::App& app, Action& action) {
  auto* command = app.add_subcommand("ingest", "Read files and folders into the store");
  auto options = std::make_shared<IngestOptions>();
  options->options.jobs = std::max(1U, std::thread::hardware_concurrency());
  add_store_option(*command, options->common);
  add_output_options(*command, options->common, false);
  command
      ->add_option("PATH", options->options.paths,
                   "Files, folders, archives, - for standard input; formats are told by content")
      ->required();
  command
      ->add_option("--jobs,-j", options->options.jobs,
                   "Threads that take apart, write and link; 1 does all in turn")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  command->add_option("--memory", options->memory, "What may wait to be written, e.g. 512M")
      ->type_name("SIZE");
  command->add_option("--report", options->report, "Write every diagnostic there, as JSON lines")
      ->type_name("FILE");
  command->add_flag("--prune", options->options.prune,
                    "Take out what came from files below PATH that are gone");
  command
      ->add_option("--part", options->part,
                   "Read the i-th of n parts of the files alone: machines share a set")
      ->type_name("I/N");
  command
      ->add_option("--works", options->options.works,
                   "Link to the works of this store too, one of several shards that this one is among")
      ->type_name("DIR");
  command->add_flag("--relink", options->options.relink, "Make the links of all articles again");
  command->add_flag("--verbose,-v", options->verbose, "Show all diagnostics, notes too");
  command->footer(
      "Example:\n  evident ingest articles/ pubmed.xml.gz fulltexts.tar.xz --store library\n"
      "  curl https://example.org/export.ris | evident ingest -\n\n"
      "PubMed's newer versions and deletions count in the order of the files' names (pubmed26n1500.xml.gz).");
  command->callback([&action, options] { action = [options] { return run(*options); }; });
}

}  // namespace evident::cli
