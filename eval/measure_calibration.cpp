// SPDX-License-Identifier: GPL-3.0-or-later
// How well the probability of a match by fields tells how often such matches are right.
#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "eval/facts.hpp"
#include "eval/measure.hpp"
#include "eval/memory_works.hpp"
#include "eval/reference_model.hpp"
#include "extract/extract.hpp"
#include "resolve/match.hpp"

namespace evident::eval {

namespace {

constexpr size_t every = 5;         // of some 20,000 references
constexpr size_t too_common = 200;  // works of a key

struct Match {
  double score = 0;
  bool right = false;
  bool even = false;  ///< of the references with an even number
};

/// Every candidate that the keys of a reference without identifiers find.
std::vector<Match> matches(const Options& options) {
  MemoryWorks works;
  works.read_records(options.data);
  std::vector<Match> found;
  size_t seen = 0;
  for (const auto& citation : read_jats_citations(jats_articles(options))) {
    if (citation.pmid.empty() || seen++ % every != 0) continue;
    auto reference = extract::reference(citation.printed);
    reference.ids = {};
    for (const auto& work : works.works_with(resolve::reference_keys(reference), too_common))
      found.push_back(
          {resolve::match(reference, work).score, work.ids.pmid == citation.pmid, seen / every % 2 == 0});
  }
  return found;
}

/// A logistic curve over the score: slope and middle, by Newton's method on the likelihood.
struct Curve {
  double slope = 0, middle = 0;
  double operator()(double score) const { return 1 / (1 + std::exp(-slope * (score - middle))); }
};

template <typename Of>
Curve fitted(const std::vector<Match>& all, Of of) {
  double weight = 10, bias = -7;
  for (int round = 0; round < 100; ++round) {
    double g0 = 0, g1 = 0, h00 = 1e-6, h01 = 0, h11 = 1e-6;
    for (const Match& match : all) {
      if (!of(match)) continue;
      const double p = Curve{weight, -bias / weight}(match.score);
      const double error = (match.right ? 1 : 0) - p, spread = p * (1 - p);
      g0 += error;
      g1 += error * match.score;
      h00 += spread;
      h01 += spread * match.score;
      h11 += spread * match.score * match.score;
    }
    const double determinant = h00 * h11 - h01 * h01;
    const double db = (h11 * g0 - h01 * g1) / determinant, dw = (h00 * g1 - h01 * g0) / determinant;
    bias += db;
    weight += dw;
    if (std::abs(db) + std::abs(dw) < 1e-9) break;
  }
  return {weight, -bias / weight};
}

}  // namespace

Result measure_calibration(const Options& options) {
  const auto all = matches(options);
  const Curve whole = fitted(all, [](const Match&) { return true; });
  const Curve even = fitted(all, [](const Match& match) { return match.even; });
  const Curve odd = fitted(all, [](const Match& match) { return !match.even; });
  constexpr std::array<double, 7> edges{0, 0.01, 0.1, 0.5, 0.9, 0.99, 1.01};
  struct Bin {
    double predicted = 0, right = 0, count = 0;
  };
  std::array<Bin, edges.size() - 1> bins{};
  double brier = 0, shipped = 0;
  for (const Match& match : all) {
    const double p = (match.even ? odd : even)(match.score);  // by the curve of the other half
    const double truth = match.right ? 1 : 0;
    brier += (p - truth) * (p - truth);
    shipped += std::pow(resolve::probability(match.score) - truth, 2);
    size_t at = 0;
    while (p >= edges[at + 1]) ++at;
    bins[at].predicted += p;
    bins[at].right += truth;
    bins[at].count += 1;
  }
  const auto n = static_cast<double>(std::max<size_t>(all.size(), 1));
  Result result;
  result.table = "| probability | candidates | told, mean | right |\n|---|---|---|---|\n";
  double off = 0;
  for (size_t i = 0; i < bins.size(); ++i) {
    const double count = std::max(1.0, bins[i].count);
    off += std::abs(bins[i].predicted - bins[i].right) / n;
    result.table += fmt::format("| {}-{} | {} | {:.4f} | {:.4f} |\n", edges[i], std::min(1.0, edges[i + 1]),
                                bins[i].count, bins[i].predicted / count, bins[i].right / count);
  }
  result.table += fmt::format(
      "\nBrier score {:.4f} (as shipped {:.4f}), mean distance of told and right {:.4f}; slope {:.1f}, "
      "middle {:.3f} "
      "fitted on all.\n",
      brier / n, shipped / n, off, whole.slope, whole.middle);
  result.figures.push_back({"1 - Brier", 1 - shipped / n, 0, 0, 0.003});
  return result;
}

}  // namespace evident::eval
