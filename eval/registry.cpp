// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <random>

#include "eval/measure.hpp"

namespace evident::eval {

const std::vector<Measure>& registry() {
  static const std::vector<Measure> measures{
      {"sentences", true, {"sentences"}, measure_sentences},
      {"markers", true, {"jats/dev50_txt"}, measure_markers},
      {"jats-markers", true, {"jats/ei_bench.tar.xz"}, measure_jats_markers},
      {"claims", true, {"scifact", "claim_sentences", "jats/ei_bench.tar.xz"}, measure_claims},
      {"stance", true, {"scifact"}, measure_stance},
      {"changed-findings", true, {"scifact"}, measure_changed_findings},
      {"references", false, {"citations", "jats/ei_bench.tar.xz", "journals"}, measure_references},
      {"printed", true, {"jats/dev50_txt", "jats/dev50_records.xml.gz"}, measure_printed},
      {"names", true, {"jats/dev50"}, measure_names},
      {"resolution", true, {"jats/dev50_txt", "jats/distractor_records.xml.gz"}, measure_resolution},
      {"resolution-cost",
       false,
       {"jats/dev50_txt", "jats/distractor_records.xml.gz"},
       measure_resolution_cost},
      {"jats-resolution",
       false,
       {"jats/ei_bench.tar.xz", "jats/distractor_records.xml.gz"},
       measure_jats_resolution},
      {"calibration", false, {"jats/ei_bench.tar.xz", "jats/distractor_records.xml.gz"}, measure_calibration},
      {"same-claims", true, {"jats/dev50_txt"}, measure_same_claims},
      {"meaning", true, {"scifact"}, measure_meaning},
      {"mentions", true, {"jats/ei_bench.tar.xz", "jats/distractor_records.xml.gz"}, measure_mentions},
      {"other-mentions",
       false,
       {"jats/ei_bench.tar.xz", "jats/distractor_records.xml.gz"},
       measure_other_mentions},
      {"described", true, {"pubmed/xml", "jats/distractor_records.xml.gz"}, measure_described},
      {"fingerprints", true, {"jats/ei_bench.tar.xz", "pubmed/cohen.tsv.xz"}, measure_fingerprints},
      {"other-fingerprints",
       false,
       {"jats/ei_bench.tar.xz", "pubmed/cohen.tsv.xz"},
       measure_other_fingerprints},
  };
  return measures;
}

Interval bootstrap(size_t items, const std::function<double(const std::vector<size_t>&)>& statistic) {
  constexpr size_t times = 1000;
  std::mt19937 random(1);
  std::vector<double> values;
  std::vector<size_t> sample(items);
  for (size_t i = 0; i < times && items > 0; ++i) {
    for (size_t& item : sample) item = random() % items;
    values.push_back(statistic(sample));
  }
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  return {values[times / 40], values[times - 1 - times / 40]};
}

}  // namespace evident::eval
