// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "extract/extract.hpp"
#include "query/audit.hpp"
#include "query/stated_amounts.hpp"
#include "query/stated_years.hpp"
#include "text/normal.hpp"

namespace evident::query {

namespace {

Problem problem_at(const index::ClaimNode& claim, const std::string& work_id, std::string code,
                   std::string message) {
  return {std::move(code),
          Severity::warning,
          std::move(message),
          claim.id,
          work_id,
          claim.path,
          claim.sentence.source,
          {},
          {}};
}

/// "In 2003 nurses began to take it": a year, no number of nurses.
bool is_year(const std::string& claim, const model::Quantity& count) {
  if (count.value < 1850 || count.value > 2100 || count.value != std::floor(count.value)) return false;
  const std::string before = " " + text::fold(claim.substr(0, count.span.start));
  return before.ends_with(" in") || before.ends_with(" since") || before.ends_with(" by") ||
         before.ends_with(" until") || before.ends_with(" before");
}

}  // namespace

std::vector<Problem> figure_problems(const index::ClaimNode& claim, const std::string& work_id,
                                     const model::WorkRecord& work) {
  std::vector<Problem> problems;
  std::vector<model::Quantity> sizes;
  for (auto& quantity : extract::quantities(claim.sentence.text)) {
    if (quantity.kind == model::QuantityKind::sample_size && !is_year(claim.sentence.text, quantity))
      sizes.push_back(std::move(quantity));
  }
  const int known = work.study.sample_size;
  // "Two trials", "one patient": too few to be who was studied.
  constexpr int least_size = 5;
  if (sizes.size() == 1 && known >= least_size && sizes[0].value >= least_size &&
      std::lround(sizes[0].value) != known) {
    // An arm, or a figure of the study's own abstract, is no contradiction: it is another number of the same
    // study.
    bool told = false;
    for (const auto& arm : work.study.arms) told = told || arm.size == std::lround(sizes[0].value);
    for (const auto& quantity : work.study.quantities)
      told = told || quantity.value == sizes[0].value || quantity.of == sizes[0].value;
    if (!told) {
      problems.push_back(problem_at(
          claim, work_id, "claim-figure-differs",
          fmt::format("the claim says \"{}\", the study had {} participants", sizes[0].printed, known)));
    }
  }
  const auto years = stated_years(claim.sentence.text, work);
  const int issued = work.issued.year;
  // A study may come out long after it was made, but not before.
  const int late = years.size() == 1 && issued > 0 ? years[0].year - issued : 0;
  if (late > 1 || (late < -1 && years[0].published)) {
    problems.push_back(problem_at(
        claim, work_id, "claim-figure-differs",
        fmt::format("the claim says \"{}\", the study was published in {}", years[0].printed, issued)));
  }
  for (const OtherAmount& other : other_amounts(claim.sentence.text, work))
    problems.push_back(problem_at(claim, work_id, "claim-figure-differs",
                                  fmt::format("the claim says \"{}\", the study's abstract \"{}\"",
                                              other.claimed, fmt::join(other.stated, "\", \""))));
  return problems;
}

}  // namespace evident::query
