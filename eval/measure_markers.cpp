// SPDX-License-Identifier: GPL-3.0-or-later
// Markers and reference lists of plain texts whose markers are known: twins of articles that the shared data
// have, and texts made of JATS articles in several prints (eval/plain_twin.hpp).
#include <array>

#include <fmt/format.h>

#include "eval/marked_text.hpp"
#include "eval/markup.hpp"
#include "eval/plain_twin.hpp"

namespace evident::eval {

namespace {

struct NamedPrint {
  Print print;
  const char* name;
};
constexpr std::array<NamedPrint, 5> prints{{{Print::one_bracket, "[1,3-5]"},
                                            {Print::many_brackets, "[1][3][4][5]"},
                                            {Print::superscript, "¹,³⁻⁵"},
                                            {Print::parentheses, "(1,3-5)"},
                                            {Print::author_and_year, "by name and year"}}};

}  // namespace

Result measure_jats_markers(const Options& options) {
  Result result;
  Failures failures;
  const auto articles = read_jats_sample(options, 0, 500);
  std::vector<MarkerScore> scores;
  for (const auto& print : prints) scores.emplace_back(failures, fmt::format(", {}", print.name));
  for (size_t at = 0; at < articles.size(); ++at) {
    // Each article with numbers in one print, and by name and year where it has that itself.
    for (const size_t print : {at % (prints.size() - 1), prints.size() - 1}) {
      if (const auto twin = plain_twin(articles[at], prints[print].print)) scores[print].add(*twin);
    }
  }
  result.table =
      "| markers printed | articles | entries of lists, F1 | markers | precision | recall | F1 (95 %) |\n"
      "|---|---|---|---|---|---|---|\n";
  PairScore markers, entries;
  const auto row = [&](const char* name, const PairScore& read, const PairScore& listed) {
    result.table += fmt::format("| {} | {} | {:.4f} {}\n", name, read.texts(), listed.f1(), read.cells());
    read.add_figure(result, fmt::format("F1 of {}", name), 0.003);
  };
  for (size_t print = 0; print < prints.size(); ++print) {
    row(prints[print].name, scores[print].markers(), scores[print].entries());
    markers.add(scores[print].markers());
    entries.add(scores[print].entries());
  }
  row("all", markers, entries);
  failures.report(result);
  return result;
}

Result measure_markers(const Options& options) {
  Failures failures;
  MarkerScore score(failures);
  for (const auto& file : files_below(options.data / "jats" / "dev50_txt" / "gold", ".json"))
    score.add(read_marked_text(file));
  Result result;
  result.table = fmt::format(
      "| dev50_txt | wanted | precision | recall | F1 (95 %) |\n|---|---|---|---|---|\n| marker to reference "
      "{}\n| entries of the lists {}\n| PMIDs {}\n| DOIs {}\n",
      score.markers().cells(), score.entries().cells(), score.pmids().cells(), score.dois().cells());
  score.markers().add_figure(result, "markers F1", 0.0005);
  score.entries().add_figure(result, "entries F1", 0.0005);
  score.pmids().add_figure(result, "PMIDs F1", 0.0005);
  score.dois().add_figure(result, "DOIs F1", 0.0005);
  failures.report(result);
  return result;
}

}  // namespace evident::eval
