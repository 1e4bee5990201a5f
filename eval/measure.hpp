// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace evident::eval {

/// One number that a measure finds; higher is better.
struct Figure {
  std::string name;  ///< "anystyle micro-F1"
  double value = 0;
  double low = 0, high = 0;  ///< 95 % interval (bootstrap); equal where there is none
  double noise = 0;          ///< a fall by more than this is a regression
};

struct Result {
  std::vector<Figure> figures;
  std::string table;                  ///< Markdown, for docs/quality.md
  std::vector<std::string> failures;  ///< most instructive first, a paragraph each
};

struct Options {
  std::filesystem::path data;     ///< the shared data
  std::filesystem::path work;     ///< for files that a measure makes; may be emptied by whoever likes
  std::filesystem::path project;  ///< the checkout, for what is our own
};

struct Measure {
  std::string name;
  bool quick = false;              ///< under a minute: part of the default tests
  std::vector<std::string> needs;  ///< below Options::data; without them there is nothing to measure
  std::function<Result(const Options&)> run;
};

/// All measures. A new one adds its declaration and its row in registry.cpp.
const std::vector<Measure>& registry();

Result measure_sentences(const Options& options);     ///< ends of sentences
Result measure_markers(const Options& options);       ///< markers and lists of plain texts
Result measure_jats_markers(const Options& options);  ///< the same of texts made of JATS, in several prints
Result measure_claims(const Options& options);        ///< which sentences are taken for claims
Result measure_stance(const Options& options);        ///< what abstracts say of claims
Result measure_changed_findings(const Options& options);  ///< claims that are known not to be supported
Result measure_references(
    const Options& options);                     ///< field parsing, each source by a model trained without it
Result measure_printed(const Options& options);  ///< fields of printed references against the cited records
Result measure_names(const Options& options);    ///< splitting of lists of authors against marked names
Result measure_jats_resolution(
    const Options& options);                         ///< the same with a fifth of all articles' references
Result measure_same_claims(const Options& options);  ///< pairs of claims, made by editing
Result measure_resolution(const Options& options);   ///< references without identifiers among all records
Result measure_resolution_cost(const Options& options);  ///< the same, works looked up in a store
Result measure_calibration(
    const Options& options);  ///< the probability of a match by fields against how often it is right
Result measure_meaning(const Options& options);   ///< claims in words to the abstracts that bear on them
Result measure_mentions(const Options& options);  ///< studies named in the text, without their markers
Result measure_other_mentions(const Options& options);  ///< the same with articles that no rule was made from
Result measure_described(const Options& options);       ///< studies told of as a newspaper would
Result measure_fingerprints(const Options& options);    ///< results without any name, by their figures
Result measure_other_fingerprints(
    const Options& options);  ///< the same with articles that no rule was made from

/// Mean and 95 % interval of a statistic over resampled items (1,000 times, fixed seed).
struct Interval {
  double low = 0, high = 0;
};
Interval bootstrap(size_t items, const std::function<double(const std::vector<size_t>&)>& statistic);

}  // namespace evident::eval
