// SPDX-License-Identifier: GPL-3.0-or-later
// Stance on SciFact: for each claim and each abstract that its annotators judged, what the best finding says.
//   stance_eval ../shared/data [--failures]
#include <cstdio>
#include <fstream>
#include <map>
#include <string>

#include <nlohmann/json.hpp>

#include "extract/extract.hpp"

int main(int argc, char** argv) {
  using namespace evident;
  if (argc < 2) return 2;
  const std::string folder = std::string(argv[1]) + "/scifact/";
  std::map<std::string, model::WorkRecord> abstracts;
  std::ifstream corpus(folder + "corpus.jsonl"), claims(folder + "claims_train.jsonl");
  for (std::string line; std::getline(corpus, line);) {
    const auto item = nlohmann::json::parse(line);
    model::WorkRecord work;
    work.title = item.at("title");
    std::string text;
    for (const std::string sentence : item.at("abstract")) text += (text.empty() ? "" : " ") + sentence;
    work.abstract = {{"", "", text}};
    const auto& id = item.at("doc_id");
    abstracts[id.is_string() ? id.get<std::string>() : std::to_string(id.get<long>())] = std::move(work);
  }
  std::map<std::string, std::map<std::string, int>> counts;  // gold -> said -> pairs
  for (std::string line; std::getline(claims, line);) {
    const auto item = nlohmann::json::parse(line);
    const std::string claim = item.at("claim");
    for (const auto& id : item.at("cited_doc_ids")) {
      const std::string document = std::to_string(id.get<long>());
      auto& work = abstracts.at(document);
      if (work.study.findings.empty()) extract::study_facts(work);
      std::string gold = "NONE";
      if (item.at("evidence").contains(document)) gold = item.at("evidence").at(document).at(0).at("label");
      const auto best = extract::best_finding(claim, work.study.findings);
      const std::string said(extract::to_string(best.answer.stance));
      ++counts[gold][said];
      if (argc > 2 && (said == "supports" || said == "disputes"))
        std::printf("%.2f %s, said %s: %s\n  %s\n", best.answer.score, gold.c_str(), said.c_str(),
                    claim.c_str(), best.finding->text.c_str());
    }
  }
  int right = 0, decided = 0, all = 0;
  for (const auto& [gold, answers] : counts) {
    std::printf("%-10s", gold.c_str());
    for (const auto& [said, count] : answers) {
      std::printf("  %s %d", said.c_str(), count);
      all += count;
      if (said != "supports" && said != "disputes") continue;
      decided += count;
      if ((said == "supports") == (gold == "SUPPORT") && gold != "NONE") right += count;
    }
    std::printf("\n");
  }
  std::printf("decided %d of %d pairs, %d right\n", decided, all, right);
}
