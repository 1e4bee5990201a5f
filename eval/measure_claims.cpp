// SPDX-License-Identifier: GPL-3.0-or-later
// Which sentences are taken for claims: assertions must be, titles and headings must not.
#include <algorithm>
#include <fstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "eval/failures.hpp"
#include "eval/jats_sample.hpp"
#include "eval/measure.hpp"
#include "extract/extract.hpp"

namespace evident::eval {
namespace {

using nlohmann::json;
using Texts = std::vector<std::string>;

Texts scifact_claims(const std::filesystem::path& folder) {
  Texts out;
  std::ifstream lines(folder / "claims_train.jsonl");
  for (std::string line; std::getline(lines, line);) out.push_back(json::parse(line).at("claim"));
  return out;
}

/// Sentences of abstracts that two of three annotators call claims. They may be measured, not quoted: their
/// data set states no licence.
Texts voted_claims(const std::filesystem::path& folder) {
  Texts out;
  for (const char* name : {"train.jsonl", "validation.jsonl"}) {
    std::ifstream lines(folder / name);
    for (std::string line; std::getline(lines, line);) {
      const json item = json::parse(line);
      for (size_t i = 0; i < item.at("sentences").size(); ++i)
        if (item.at("labels").at(i) == "1") out.push_back(item.at("sentences").at(i));
    }
  }
  return out;
}

}  // namespace

Result measure_claims(const Options& options) {
  Result result;
  Failures failures;
  result.table = "| sentences | number | taken for claims | wanted |\n|---|---|---|---|\n";
  const auto count = [&](const std::string& name, const Texts& texts, bool wanted, bool quoted = true) {
    size_t taken = 0;
    for (const std::string& text : texts) {
      const bool is = extract::is_claim(text);
      taken += is;
      if (is != wanted && quoted) failures.add(fmt::format("{}, {}", is ? "wrong" : "missed", name), text);
    }
    const double share = static_cast<double>(taken) / static_cast<double>(std::max<size_t>(1, texts.size()));
    result.table +=
        fmt::format("| {} | {} | {:.4f} | {} |\n", name, texts.size(), share, wanted ? "all" : "few");
    result.figures.push_back({name, wanted ? share : 1 - share, 0, 0, 0.005});
  };
  count("SciFact's claims", scifact_claims(options.data / "scifact"), true);
  count("sentences of abstracts, voted claims", voted_claims(options.data / "claim_sentences"), true, false);
  Texts titles, closed_titles, headings;
  for (const JatsArticle& article : read_jats_sample(options, 0, 500)) {
    titles.push_back(article.own.title);
    closed_titles.push_back(article.own.title + '.');
    for (const auto& block : article.document.blocks)
      if (block.kind == model::BlockKind::heading)
        headings.push_back(article.document.text.substr(block.span.start, block.span.end - block.span.start));
  }
  count("titles of articles", titles, false);
  count("titles, a full stop behind them", closed_titles, false);
  count("headings of sections", headings, false);
  failures.report(result);
  return result;
}

}  // namespace evident::eval
