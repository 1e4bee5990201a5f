// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "extract/extract.hpp"
#include "query/audit.hpp"
#include "text/normal.hpp"

namespace evident::query {

namespace {

Problem problem_at(const index::ClaimNode& claim, const std::string& work_id, std::string code,
                   std::string message) {
  return {std::move(code), Severity::warning, std::move(message),   claim.id,
          work_id,         claim.path,        claim.sentence.source};
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

/// "123" of "123-30", "S5" of "S5-7": what tells one page from another.
std::string first_page(const std::string& pages) {
  std::string page;
  for (const char byte : pages) {
    if (std::isalnum(static_cast<unsigned char>(byte)) == 0) {
      if (page.empty()) continue;
      break;
    }
    page += static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
  }
  return page;
}

bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

/// True where two words differ by one letter more, less or other, or by two that changed places.
bool is_slip(const std::string& left, const std::string& right) {
  if (left == right || left.size() < 4 || right.size() < 4) return false;
  const std::string& longer = left.size() >= right.size() ? left : right;
  const std::string& shorter = left.size() >= right.size() ? right : left;
  const size_t more = longer.size() - shorter.size();
  if (more > 1) return false;
  const size_t at = static_cast<size_t>(std::mismatch(shorter.begin(), shorter.end(), longer.begin()).first -
                                        shorter.begin());
  if (more == 1) return longer.compare(at + 1, std::string::npos, shorter, at, std::string::npos) == 0;
  const auto rest_equal = [&](size_t from) {
    return longer.compare(from, std::string::npos, shorter, from, std::string::npos) == 0;
  };
  const bool swapped =
      at + 1 < longer.size() && longer[at] == shorter[at + 1] && longer[at + 1] == shorter[at];
  return rest_equal(at + 1) || (swapped && rest_equal(at + 2));
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
  return problems;
}

std::vector<Problem> reference_problems(const index::ReferenceNode& node, const std::string& work_id,
                                        const model::WorkRecord& work) {
  std::vector<Problem> problems;
  const auto& fields = node.reference.fields;
  const auto add = [&](const char* what, const std::string& printed, const std::string& recorded) {
    problems.push_back({"reference-error", Severity::note,
                        fmt::format("reference {}: {} is printed as {}, the record has {}",
                                    node.reference.label.empty() ? std::to_string(node.reference.index + 1)
                                                                 : node.reference.label,
                                    what, printed, recorded),
                        node.id, work_id, node.path, node.reference.source});
  };
  // A slip in a name is an error of the print; another name, a collective or a missing author may be the
  // record's.
  if (!fields.authors.empty() && !work.authors.empty()) {
    const std::string& name = fields.authors.front().family;
    const std::string& known = work.authors.front().family;
    if (is_slip(text::fold(name), text::fold(known))) add("the first author", name, known);
  }
  const bool year_fits = fields.year == work.issued.year || fields.year == work.electronic.year;
  if (fields.year > 0 && work.issued.year > 0 && !year_fits) {
    add("the year", std::to_string(fields.year), std::to_string(work.issued.year));
  }
  if (is_number(fields.volume) && is_number(work.volume) && fields.volume != work.volume)
    add("the volume", fields.volume, work.volume);
  const std::string printed = first_page(fields.pages), recorded = first_page(work.pages);
  if (!printed.empty() && !recorded.empty() && printed != recorded)
    add("the first page", fields.pages, work.pages);
  return problems;
}

}  // namespace evident::query
