// SPDX-License-Identifier: GPL-3.0-or-later
// Stance on SciFact: for each claim and each abstract that it cites, what the best finding of that abstract
// says, against what its annotators said.
#include <algorithm>
#include <fstream>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "eval/failures.hpp"
#include "eval/measure.hpp"
#include "eval/scifact.hpp"
#include "extract/extract.hpp"

namespace evident::eval {

using nlohmann::json;

Result measure_stance(const Options& options) {
  auto abstracts = read_abstracts(options.data / "scifact" / "corpus.jsonl");
  std::ifstream lines(options.data / "scifact" / "claims_train.jsonl");
  std::map<std::string, std::map<std::string, int>> counts;  // what people said, what is said, pairs
  Failures failures;
  std::vector<int> decided_right;  // of each pair that is decided
  int pairs = 0, judged = 0;
  for (std::string line; std::getline(lines, line);) {
    const json item = json::parse(line);
    const std::string claim = item.at("claim");
    for (const long id : item.at("cited_doc_ids")) {
      auto& work = abstracts.at(id);
      if (work.study.findings.empty()) extract::study_facts(work);
      const json& evidence = item.at("evidence");
      const std::string key = std::to_string(id);
      std::string wanted = "neither";
      if (evidence.contains(key))
        wanted = evidence.at(key).at(0).at("label") == "SUPPORT" ? "supports" : "disputes";
      const auto best = extract::best_finding(claim, work.study.findings, work.title);
      const std::string said(extract::to_string(best.answer.stance));
      ++counts[wanted][said];
      ++pairs;
      judged += wanted != "neither";
      const bool decided = said == "supports" || said == "disputes";
      if (decided) decided_right.push_back(said == wanted);
      if (said == wanted || (!decided && wanted == "neither")) continue;
      failures.add(
          decided ? fmt::format("wrong, says {}, people say {}", said, wanted)
                  : fmt::format("undecided ({}), people say {}", said, wanted),
          fmt::format("\"{}\" by \"{}\"", claim, best.finding == nullptr ? work.title : best.finding->text));
    }
  }
  const auto share = [](double right, size_t of) {
    return right / static_cast<double>(std::max<size_t>(1, of));
  };
  const auto right = static_cast<double>(std::count(decided_right.begin(), decided_right.end(), 1));
  const Interval range = bootstrap(decided_right.size(), [&](const std::vector<size_t>& sample) {
    double sum = 0;
    for (const size_t at : sample) sum += decided_right[at];
    return share(sum, sample.size());
  });
  Result result;
  result.table = fmt::format(
      "| pairs | with evidence | decided | precision of these (95 %) |\n|---|---|---|---|\n"
      "| {} | {} | {} | {:.4f} ({:.4f}-{:.4f}) |\n\n| people say | supports | disputes | neutral | unknown "
      "|\n"
      "|---|---|---|---|---|\n",
      pairs, judged, decided_right.size(), share(right, decided_right.size()), range.low, range.high);
  for (auto& [wanted, said] : counts)
    result.table += fmt::format("| {} | {} | {} | {} | {} |\n", wanted, said["supports"], said["disputes"],
                                said["neutral"], said["unknown"]);
  result.figures = {{"right of decided", share(right, decided_right.size()), range.low, range.high, 0.05},
                    {"right of pairs with evidence", share(right, static_cast<size_t>(judged)), 0, 0, 0.003}};
  failures.report(result);
  return result;
}

}  // namespace evident::eval
