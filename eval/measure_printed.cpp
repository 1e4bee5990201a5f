// SPDX-License-Identifier: GPL-3.0-or-later
// What the program reads from a printed reference against the record of the work: a field counts where the
// record's value stands in the print.
#include <algorithm>
#include <array>
#include <chrono>

#include <fmt/format.h>

#include "eval/dev_references.hpp"
#include "eval/failures.hpp"
#include "eval/measure.hpp"
#include "eval/memory_works.hpp"
#include "extract/extract.hpp"
#include "text/normal.hpp"

namespace evident::eval {

namespace {

constexpr std::array<std::string_view, 6> names{"first author", "title",      "year",
                                                "volume",       "first page", "container"};
using Values = std::array<std::string, names.size()>;

std::string first_word(const std::string& text) {
  const auto words = text::fold_words(text);
  return words.empty() ? "" : words.front();
}

std::string family(const std::vector<model::Person>& authors) {
  return authors.empty() ? "" : text::fold(authors.front().family);
}

Values of(const model::Reference& reference) {
  const auto& f = reference.fields;
  return {family(f.authors),    text::fold(f.title), f.year > 0 ? std::to_string(f.year) : "",
          first_word(f.volume), first_word(f.pages), text::fold(f.container)};
}

Values of(const model::WorkRecord& work) {
  return {family(work.authors),
          text::fold(work.title),
          work.issued.year > 0 ? std::to_string(work.issued.year) : "",
          first_word(work.volume),
          first_word(work.pages),
          text::fold(work.container_abbrev)};
}

}  // namespace

Result measure_printed(const Options& options) {
  MemoryWorks works;
  works.read(options.data / "jats" / "dev50_records.xml.gz");
  Result result;
  Failures failures;
  std::array<int, names.size()> right{}, wanted{};
  std::vector<double> times;
  for (const auto& gold : read_gold_references(options.data / "jats" / "dev50_txt")) {
    const auto begin = std::chrono::steady_clock::now();
    const auto reference = extract::reference(gold.text);
    times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    const auto* work = works.with_pmid(gold.pmid);
    if (work == nullptr) continue;
    const Values known = of(*work), read = of(reference);
    const std::string print = " " + text::fold(gold.text) + " ";
    for (size_t i = 0; i < names.size(); ++i) {
      if (known[i].empty() || print.find(" " + known[i] + " ") == std::string::npos) continue;
      ++wanted[i];
      if (known[i] == read[i])
        ++right[i];
      else
        failures.add(field_cause(names[i], known[i], read[i]),
                     fmt::format("wanted \"{}\", read \"{}\": {}", known[i], read[i], gold.text));
    }
  }
  int all_right = 0, all_wanted = 0;
  result.table = "| field, where the record's value is printed | references | read right |\n|---|---|---|\n";
  for (size_t i = 0; i < names.size(); ++i) {
    all_right += right[i];
    all_wanted += wanted[i];
    result.table += fmt::format("| {} | {} | {:.4f} |\n", names[i], wanted[i],
                                static_cast<double>(right[i]) / std::max(1, wanted[i]));
  }
  const double share = static_cast<double>(all_right) / std::max(1, all_wanted);
  std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2), times.end());
  result.table += fmt::format("| all | {} | {:.4f}; median {:.2f} ms a reference |\n", all_wanted, share,
                              times[times.size() / 2]);
  result.figures.push_back({"fields read right", share, share, share, 0.003});
  failures.report(result);
  return result;
}

}  // namespace evident::eval
