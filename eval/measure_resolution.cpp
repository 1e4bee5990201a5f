// SPDX-License-Identifier: GPL-3.0-or-later
// References whose identifiers were left out, to records among 60,000 others.
#include <algorithm>
#include <array>
#include <chrono>
#include <memory>

#include <fmt/format.h>

#include "eval/dev_references.hpp"
#include "eval/facts.hpp"
#include "eval/failures.hpp"
#include "eval/measure.hpp"
#include "eval/memory_works.hpp"
#include "eval/reference_model.hpp"
#include "extract/extract.hpp"
#include "index/store.hpp"
#include "ingest/ingest.hpp"
#include "resolve/match.hpp"

namespace evident::eval {

namespace {

class StoreWorks final : public resolve::WorkSource {
 public:
  explicit StoreWorks(const std::filesystem::path& folder) : m_store(folder) {}
  std::vector<model::WorkRecord> works_with(const std::vector<std::string>& keys, size_t limit) override {
    return m_store.works_with(keys, limit);
  }

 private:
  index::Store m_store;
};

class Silent final : public ingest::Observer {
 public:
  void progress(const ingest::Progress&) override {}
  void linking(uint64_t, uint64_t) override {}
  void diagnostic(const Diagnostic&) override {}
};

class Resolving {
 public:
  explicit Resolving(const Options& options) : m_source(&m_works) { m_works.read_records(options.data); }

  /// Looks works up in a store of the same records, as the program does.
  void use_store(const Options& options) {
    Silent silent;
    ingest::Options ingesting;
    for (const char* name : {"dev50_records.xml.gz", "distractor_records.xml.gz"})
      ingesting.paths.push_back(options.data / "jats" / name);
    ingesting.store = options.work / "resolution";
    std::filesystem::remove_all(ingesting.store);
    ingest::ingest(ingesting, silent);
    m_store = std::make_unique<StoreWorks>(ingesting.store);
    m_source = m_store.get();
  }

  void ask(const GoldReference& gold) {
    auto reference = extract::reference(gold.text);
    reference.ids = {};
    const auto begin = std::chrono::steady_clock::now();
    const auto resolution = resolve::resolve(reference, *m_source);
    m_times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    const bool known = m_works.with_pmid(gold.pmid) != nullptr;
    const bool linked = resolution.status == resolve::Status::resolved;
    const std::string work = linked ? resolution.candidates.front().work : "";
    const bool right = linked && (work == "pmid:" + gold.pmid ||
                                  (work.starts_with("pmid:") && gold.also.contains(work.substr(5))));
    m_ambiguous += resolution.status == resolve::Status::ambiguous ? 1 : 0;
    m_each.push_back({right ? 1 : 0, linked ? 1 : 0, known ? 1 : 0});
    if (right || (!known && !linked)) return;
    const auto& f = reference.fields;
    m_failures.add(
        linked ? (known ? "wrong, another work" : "wrong, the work is no record")
               : "missed, " + why_missed(reference, resolution, *m_works.with_pmid(gold.pmid)),
        fmt::format("{}pmid:{}: {} (title \"{}\", {} authors, {}, container \"{}\", volume {}, pages {})",
                    linked ? work + " for " : "", gold.pmid, gold.text, f.title, f.authors.size(), f.year,
                    f.container, f.volume, f.pages));
  }

  Result result() {
    std::vector<size_t> all(m_each.size());
    for (size_t i = 0; i < all.size(); ++i) all[i] = i;
    const auto [precision, recall, f1] = figures(all);
    const Interval interval =
        bootstrap(m_each.size(), [&](const std::vector<size_t>& sample) { return figures(sample)[2]; });
    std::sort(m_times.begin(), m_times.end());
    const double median = m_times.empty() ? 0 : m_times[m_times.size() / 2];
    m_result.table = fmt::format(
        "| references without identifier | works | precision | recall | F1 (95 %) | ambiguous | ms, median | "
        "95 "
        "% under |\n|---|---|---|---|---|---|---|---|\n| {} | {} | {:.4f} | {:.4f} | {:.4f} ({:.4f}-{:.4f}) "
        "| {} | "
        "{:.2f} | {:.2f} |\n",
        m_each.size(), m_works.size(), precision, recall, f1, interval.low, interval.high, m_ambiguous,
        median, m_times.empty() ? 0 : m_times[m_times.size() * 95 / 100]);
    if (m_store != nullptr)
      m_result.figures.push_back({"median under 3 ms", median < 3 ? 1.0 : 0.0, 0, 0, 0});
    m_result.figures.push_back({"precision", precision, 0, 0, 0.0021});
    m_result.figures.push_back({"recall", recall, 0, 0, 0.0021});
    m_failures.report(m_result);
    return std::move(m_result);
  }

 private:
  static std::string why_missed(const model::Reference& reference, const resolve::Resolution& resolution,
                                const model::WorkRecord& work) {
    if (resolution.status == resolve::Status::ambiguous) return "ambiguous";
    const auto asked = resolve::reference_keys(reference), known = resolve::work_keys(work);
    if (std::find_first_of(asked.begin(), asked.end(), known.begin(), known.end()) == asked.end())
      return "no key in common";
    std::string differing;
    for (const auto& [field, score] : resolve::match(reference, work).fields)
      if (score < 0.7) differing += (differing.empty() ? "" : ", ") + field;
    return differing.empty() ? "too few fields" : differing + " differs";
  }

  std::array<double, 3> figures(const std::vector<size_t>& sample) const {
    std::array<double, 3> sums{};  // right, linked, asked
    for (const size_t i : sample) {
      for (size_t k = 0; k < sums.size(); ++k) sums[k] += m_each[i][k];
    }
    return {sums[0] / std::max(1.0, sums[1]), sums[0] / std::max(1.0, sums[2]),
            2 * sums[0] / std::max(1.0, sums[1] + sums[2])};
  }

  MemoryWorks m_works;
  std::unique_ptr<StoreWorks> m_store;
  resolve::WorkSource* m_source;
  Result m_result;
  Failures m_failures;
  std::vector<std::array<int, 3>> m_each;
  std::vector<double> m_times;
  int m_ambiguous = 0;
};

}  // namespace

namespace {

Result resolved_dev50(const Options& options, Resolving& resolving) {
  for (const auto& gold : read_gold_references(options.data / "jats" / "dev50_txt")) {
    if (gold.stripped && !gold.pmid.empty()) resolving.ask(gold);
  }
  return resolving.result();
}

}  // namespace

Result measure_resolution(const Options& options) {
  Resolving resolving(options);
  return resolved_dev50(options, resolving);
}

Result measure_resolution_cost(const Options& options) {
  Resolving resolving(options);
  resolving.use_store(options);
  return resolved_dev50(options, resolving);
}

Result measure_jats_resolution(const Options& options) {
  constexpr size_t every = 5;  // of some 20,000
  Resolving resolving(options);
  size_t seen = 0;
  for (const auto& citation : read_jats_citations(jats_articles(options))) {
    if (!citation.pmid.empty() && seen++ % every == 0)
      resolving.ask({citation.printed, citation.pmid, {}, true});
  }
  return resolving.result();
}

}  // namespace evident::eval
