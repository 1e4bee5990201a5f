// SPDX-License-Identifier: GPL-3.0-or-later
// References whose identifiers were left out, to records among 60,000 others.
#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "eval/dev_references.hpp"
#include "eval/measure.hpp"
#include "eval/memory_works.hpp"
#include "extract/extract.hpp"

namespace evident::eval {

Result measure_resolution(const Options& options) {
  MemoryWorks works;
  for (const char* name : {"dev50_records.xml.gz", "distractor_records.xml.gz"})
    works.read(options.data / "jats" / name);
  Result result;
  std::vector<std::array<int, 3>> each;  // right, linked, asked
  std::vector<double> times;
  int ambiguous = 0;
  for (const auto& gold : read_gold_references(options.data / "jats" / "dev50_txt")) {
    if (!gold.stripped || gold.pmid.empty()) continue;
    const auto reference = extract::reference(gold.text);
    const auto begin = std::chrono::steady_clock::now();
    const auto resolution = resolve::resolve(reference, works);
    times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    const bool known = works.with_pmid(gold.pmid) != nullptr;
    const bool linked = resolution.status == resolve::Status::resolved;
    const std::string work = linked ? resolution.candidates.front().work : "";
    const bool right = linked && (work == "pmid:" + gold.pmid ||
                                  (work.starts_with("pmid:") && gold.also.contains(work.substr(5))));
    ambiguous += resolution.status == resolve::Status::ambiguous ? 1 : 0;
    each.push_back({right ? 1 : 0, linked ? 1 : 0, known ? 1 : 0});
    if (right || (!known && !linked)) continue;
    const auto& f = reference.fields;
    result.failures.push_back(
        fmt::format("{} pmid:{}: {} (title \"{}\", {} authors, {}, container \"{}\", volume {}, pages {})",
                    linked ? "wrong, " + work + " for" : "missed", gold.pmid, gold.text, f.title,
                    f.authors.size(), f.year, f.container, f.volume, f.pages));
  }
  const auto measure = [&](const std::vector<size_t>& sample) {
    std::array<double, 3> sums{};
    for (const size_t i : sample) {
      for (size_t k = 0; k < 3; ++k) sums[k] += each[i][k];
    }
    return std::array<double, 3>{sums[0] / std::max(1.0, sums[1]), sums[0] / std::max(1.0, sums[2]),
                                 2 * sums[0] / std::max(1.0, sums[1] + sums[2])};
  };
  std::vector<size_t> all(each.size());
  for (size_t i = 0; i < all.size(); ++i) all[i] = i;
  const auto [precision, recall, f1] = measure(all);
  const Interval interval = bootstrap(each.size(), [&](const auto& sample) { return measure(sample)[2]; });
  std::sort(times.begin(), times.end());
  result.table = fmt::format(
      "| references without identifier | works | precision | recall | F1 (95 %) | ambiguous | median ms, "
      "keys in memory |\n"
      "|---|---|---|---|---|---|---|\n| {} | {} | {:.4f} | {:.4f} | {:.4f} ({:.4f}-{:.4f}) | {} | {:.2f} |\n",
      each.size(), works.size(), precision, recall, f1, interval.low, interval.high, ambiguous,
      times.empty() ? 0 : times[times.size() / 2]);
  result.figures.push_back({"precision", precision, 0, 0, 0.0021});
  result.figures.push_back({"recall", recall, 0, 0, 0.0021});
  return result;
}

}  // namespace evident::eval
