// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "extract/extract.hpp"
#include "query/audit.hpp"
#include "query/stated_amounts.hpp"

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

/// Years that a claim gives as "in 2009": only these can be held against a date of publication.
std::vector<int> years_in(const std::string& text) {
  std::vector<int> years;
  for (size_t i = 0; i + 7 <= text.size(); ++i) {
    if (text.compare(i, 3, "in ") != 0 && text.compare(i, 3, "In ") != 0) continue;
    if (i > 0 && std::isalnum(static_cast<unsigned char>(text[i - 1])) != 0) continue;
    size_t digits = 0;
    while (i + 3 + digits < text.size() &&
           std::isdigit(static_cast<unsigned char>(text[i + 3 + digits])) != 0)
      ++digits;
    const int year = std::atoi(text.substr(i + 3, 4).c_str());
    if (digits == 4 && year >= 1850 && year <= 2100) years.push_back(year);
  }
  return years;
}

}  // namespace

std::vector<Problem> figure_problems(const index::ClaimNode& claim, const std::string& work_id,
                                     const model::WorkRecord& work) {
  std::vector<Problem> problems;
  std::vector<model::Quantity> sizes;
  for (auto& quantity : extract::quantities(claim.sentence.text)) {
    if (quantity.kind == model::QuantityKind::sample_size) sizes.push_back(std::move(quantity));
  }
  const int known = work.study.sample_size;
  if (sizes.size() == 1 && known > 0 && std::lround(sizes[0].value) != known) {
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
  const auto years = years_in(claim.sentence.text);
  const int issued = work.issued.year;
  if (years.size() == 1 && issued > 0 && std::abs(years[0] - issued) > 1) {
    problems.push_back(
        problem_at(claim, work_id, "claim-figure-differs",
                   fmt::format("the claim says \"in {}\", the study was published in {}", years[0], issued)));
  }
  for (const OtherAmount& other : other_amounts(claim.sentence.text, work))
    problems.push_back(problem_at(claim, work_id, "claim-figure-differs",
                                  fmt::format("the claim says \"{}\", the study's abstract \"{}\"",
                                              other.claimed, fmt::join(other.stated, "\", \""))));
  return problems;
}

}  // namespace evident::query
