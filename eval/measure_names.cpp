// SPDX-License-Identifier: GPL-3.0-or-later
// Names split out of printed references against the names that JATS marks in the same references.
#include <algorithm>

#include <fmt/format.h>

#include "eval/facts.hpp"
#include "eval/measure.hpp"
#include "extract/extract.hpp"
#include "text/normal.hpp"

namespace evident::eval {

namespace {

std::string initials(const model::Person& person) {
  std::string out;
  bool start = true;
  for (const char c : person.initials.empty() ? person.given : person.initials) {
    if (c >= 'A' && c <= 'Z' &&
        (start || person.given.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos ||
         !person.initials.empty()))
      out += c;
    start = c == ' ' || c == '-' || c == '.';
  }
  return out;
}

}  // namespace

Result measure_names(const Options& options) {
  Result result;
  int wanted = 0, found = 0, families = 0, both = 0, lists = 0, lists_right = 0;
  for (const auto& citation : read_jats_citations(options.data / "jats" / "dev50")) {
    const auto& people = citation.facts.authors;
    if (people.empty() || people.front().collective) continue;
    const auto reference = extract::reference(citation.printed);
    const auto& read = reference.fields.authors;
    ++lists;
    wanted += static_cast<int>(people.size());
    found += static_cast<int>(read.size());
    size_t right = 0;
    for (const auto& person : people) {
      const auto at = std::find_if(read.begin(), read.end(), [&](const auto& other) {
        return text::fold(other.family) == text::fold(person.family);
      });
      if (at == read.end()) continue;
      ++families;
      ++right;
      if (initials(*at) == initials(person)) ++both;
    }
    if (right == people.size() && read.size() == people.size()) {
      ++lists_right;
    } else {
      std::string names;
      for (const auto& person : read) names += fmt::format(" [{}|{}]", person.family, person.initials);
      result.failures.push_back(citation.printed + "; read" + names);
    }
  }
  const auto f1 = [&](int right) { return found + wanted > 0 ? 2.0 * right / (found + wanted) : 0; };
  const double whole = static_cast<double>(lists_right) / std::max(1, lists);
  result.table = fmt::format(
      "| marked names | lists | family, F1 | family and initials, F1 | whole lists |\n|---|---|---|---|---|\n"
      "| {} | {} | {:.4f} | {:.4f} | {:.4f} |\n",
      wanted, lists, f1(families), f1(both), whole);
  result.figures.push_back({"family F1", f1(families), 0, 0, 0.003});
  result.figures.push_back({"whole lists", whole, 0, 0, 0.005});
  return result;
}

}  // namespace evident::eval
