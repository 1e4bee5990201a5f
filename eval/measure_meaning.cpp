// SPDX-License-Identifier: GPL-3.0-or-later
// Claims in words to the abstracts that bear on them: SciFact's training claims on its 5,183 abstracts.
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <fstream>
#include <map>
#include <numeric>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "eval/failures.hpp"
#include "eval/measure.hpp"
#include "ingest/ingest.hpp"
#include "query/trace.hpp"
#include "text/normal.hpp"

namespace evident::eval {

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr size_t asked_for = 200;  // works a claim; the best hundred count
constexpr size_t folds = 5;

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else
      out += c;
  }
  return out;
}

std::string number(const json& id) {
  return id.is_string() ? id.get<std::string>() : std::to_string(id.get<long>());
}

struct Abstract {
  std::string title, text;
};

/// The abstracts as PubMed XML. Their numbers in the data are no PMIDs, but look like some.
std::map<std::string, Abstract> write_records(const fs::path& from, const fs::path& to) {
  std::map<std::string, Abstract> abstracts;
  std::ifstream corpus(from);
  std::ofstream xml(to);
  xml << "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<PubmedArticleSet>\n";
  for (std::string line; std::getline(corpus, line);) {
    const json item = json::parse(line);
    std::string text;
    for (const std::string sentence : item.at("abstract")) text += (text.empty() ? "" : " ") + sentence;
    const std::string id = number(item.at("doc_id")), title = item.at("title");
    abstracts[id] = {title, text};
    xml << fmt::format(
        "<PubmedArticle><MedlineCitation><PMID "
        "Version=\"1\">{}</PMID><Article><ArticleTitle>{}</ArticleTitle>"
        "<Abstract><AbstractText>{}</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle>\n",
        id, escaped(title), escaped(text));
  }
  xml << "</PubmedArticleSet>\n";
  return abstracts;
}

class Silent final : public ingest::Observer {
 public:
  void progress(const ingest::Progress&) override {}
  void linking(uint64_t, uint64_t) override {}
  void diagnostic(const Diagnostic&) override {}
};

struct Claim {
  std::string text;
  std::set<std::string> cited, evidence;  // ids of works
  std::vector<index::Likeness> found;     // in the order of trace
  size_t fold = 0;
};

std::vector<Claim> read_claims(const fs::path& file) {
  std::vector<Claim> claims;
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    const json item = json::parse(line);
    Claim& claim = claims.emplace_back();
    claim.text = item.at("claim");
    for (const auto& id : item.at("cited_doc_ids")) claim.cited.insert("pmid:" + number(id));
    for (const auto& [id, sentences] : item.at("evidence").items()) claim.evidence.insert("pmid:" + id);
  }
  return claims;
}

/// Claims that share an abstract (one is often the other's opposite) go into one fold.
void set_folds(std::vector<Claim>& claims) {
  std::vector<size_t> group(claims.size());
  std::iota(group.begin(), group.end(), 0);
  std::map<std::string, size_t> first;
  const auto root = [&](size_t i) {
    while (group[i] != i) i = group[i];
    return i;
  };
  for (size_t i = 0; i < claims.size(); ++i) {
    for (const auto& id : claims[i].cited) {
      const auto [place, fresh] = first.emplace(id, i);
      if (!fresh) group[root(i)] = root(place->second);
    }
  }
  std::map<size_t, size_t> fold;
  for (size_t i = 0; i < claims.size(); ++i)
    claims[i].fold = fold.emplace(root(i), fold.size() % folds).first->second;
}

double gain(const std::vector<const index::Likeness*>& order, const std::set<std::string>& relevant) {
  double found = 0, ideal = 0;
  for (size_t i = 0; i < 10; ++i) {
    const double value = 1 / std::log2(static_cast<double>(i) + 2);
    if (i < order.size() && relevant.contains(order[i]->id)) found += value;
    if (i < relevant.size()) ideal += value;
  }
  return found / ideal;
}

double recall(const std::vector<const index::Likeness*>& order, const std::set<std::string>& relevant,
              size_t depth = 100) {
  double found = 0;
  for (size_t i = 0; i < order.size() && i < depth; ++i) found += relevant.contains(order[i]->id) ? 1 : 0;
  return found / static_cast<double>(relevant.size());
}

std::vector<const index::Likeness*> as_traced(const Claim& claim) {
  std::vector<const index::Likeness*> order;
  for (const auto& likeness : claim.found) order.push_back(&likeness);
  return order;
}

/// The weights that are learned, in the two orders that Meaning makes.
struct Weights {
  double feedback = 0, passage = 0;
};

std::vector<const index::Likeness*> ordered(const Claim& claim, const Weights& weights) {
  auto order = as_traced(claim);
  const auto sort = [&](size_t count, auto value) {
    std::stable_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count),
                     [&](const auto* left, const auto* right) { return value(*left) > value(*right); });
  };
  sort(order.size(), [&](const auto& item) { return item.words + weights.feedback * item.feedback; });
  // Passages are known for those alone that trace put first.
  sort(std::min<size_t>(50, order.size()),
       [&](const auto& item) { return item.words + weights.passage * item.passage; });
  return order;
}

/// R@100 counts a few abstracts near rank 100: over several depths, chance decides less.
double smooth_recall(const std::vector<const index::Likeness*>& order,
                     const std::set<std::string>& relevant) {
  return recall(order, relevant, 50) + recall(order, relevant, 100) + recall(order, relevant, 150);
}

double sum_over(const std::vector<Claim>& claims, size_t without, const Weights& weights,
                double (*figure)(const std::vector<const index::Likeness*>&, const std::set<std::string>&)) {
  double sum = 0;
  for (const auto& claim : claims) {
    if (claim.fold != without) sum += figure(ordered(claim, weights), claim.cited);
  }
  return sum;
}

/// The weights that are best for the claims of all other folds: that of feedback by what it is for, recall,
/// then that of passages by nDCG@10.
Weights learned(const std::vector<Claim>& claims, size_t without) {
  Weights best;
  const auto choose = [&](double& weight, std::initializer_list<double> values, auto figure) {
    double most = -1, chosen = 0;
    for (const double value : values) {
      weight = value;
      const double sum = sum_over(claims, without, best, figure);
      if (sum <= most) continue;
      most = sum;
      chosen = value;
    }
    weight = chosen;
  };
  choose(best.feedback, {0.0, 0.5, 1.0, 1.5, 2.0, 3.0}, smooth_recall);
  choose(best.passage, {0.0, 0.4, 0.6, 0.8, 1.0, 1.4}, gain);
  return best;
}

struct Scores {
  std::vector<double> gains, recalls;

  void add(const std::vector<const index::Likeness*>& order, const std::set<std::string>& relevant) {
    gains.push_back(gain(order, relevant));
    recalls.push_back(recall(order, relevant));
  }
};

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::string with_interval(const std::vector<double>& values) {
  const Interval interval = bootstrap(values.size(), [&](const std::vector<size_t>& sample) {
    double sum = 0;
    for (const size_t i : sample) sum += values[i];
    return sum / static_cast<double>(sample.size());
  });
  return fmt::format("{:.4f} ({:.4f}-{:.4f})", mean(values), interval.low, interval.high);
}

std::string row(const std::string& name, const Scores& scores) {
  return fmt::format("| {} | {} | {} | {} |\n", name, scores.gains.size(), with_interval(scores.gains),
                     with_interval(scores.recalls));
}

/// How many of a claim's words the abstract has, as it stands: what is left to find it by.
std::string words_shared(const std::string& claim, const std::string& abstract) {
  const auto said = text::fold_words(claim), stated = text::fold_words(abstract);
  const std::set<std::string> known(stated.begin(), stated.end());
  size_t words = 0, shared = 0;
  for (const auto& word : said) {
    if (text::is_stop_word(word)) continue;
    ++words;
    shared += known.contains(word);
  }
  if (2 * shared < words) return "under half of the claim's words in it";
  return shared < words ? "some of the claim's words not in it" : "all of the claim's words in it";
}

/// Abstracts that come behind the tenth place, the latest first, each once.
void add_failures(const std::vector<Claim>& claims, const std::map<std::string, Abstract>& abstracts,
                  Result& result) {
  struct Miss {
    size_t rank;
    std::string cause, text;
  };
  std::vector<Miss> misses;
  std::set<std::string> seen;
  for (const auto& claim : claims) {
    for (const auto& id : claim.cited) {
      const auto at = std::find_if(claim.found.begin(), claim.found.end(),
                                   [&](const auto& likeness) { return likeness.id == id; });
      const auto rank = static_cast<size_t>(at - claim.found.begin());
      if (rank < 10 || !seen.insert(id).second) continue;
      const Abstract& abstract = abstracts.at(id.substr(5));
      misses.push_back(
          {rank,
           fmt::format("{}, {}, {}", claim.evidence.contains(id) ? "evidence" : "cited alone",
                       at == claim.found.end() ? fmt::format("not among {}", asked_for)
                       : rank < 100            ? "behind the tenth"
                                               : "behind the hundredth",
                       words_shared(claim.text, abstract.title + " " + abstract.text)),
           fmt::format("{}{} <- {}", at == claim.found.end() ? "" : fmt::format("rank {}: ", rank + 1),
                       abstract.title, claim.text)});
    }
  }
  std::stable_sort(misses.begin(), misses.end(),
                   [](const Miss& left, const Miss& right) { return left.rank > right.rank; });
  Failures failures;
  for (auto& miss : misses) failures.add(miss.cause, std::move(miss.text));
  failures.report(result);
}

}  // namespace

Result measure_meaning(const Options& options) {
  const fs::path folder = options.work / "meaning";
  fs::remove_all(folder);
  fs::create_directories(folder);
  const auto abstracts = write_records(options.data / "scifact" / "corpus.jsonl", folder / "records.xml");
  Silent silent;
  ingest::Options ingesting;
  ingesting.paths = {folder / "records.xml"};
  ingesting.store = folder / "store";
  ingest::ingest(ingesting, silent);
  const index::Store store(folder / "store");

  auto claims = read_claims(options.data / "scifact" / "claims_train.jsonl");
  set_folds(claims);
  std::vector<double> times;
  for (auto& claim : claims) {
    const auto begin = std::chrono::steady_clock::now();
    for (auto& work : query::trace(store, {claim.text, asked_for}).works)
      claim.found.push_back(std::move(work.likeness));
    times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  }

  Scores learned_scores, learned_evidence, shipped, shipped_evidence;
  std::array<Weights, folds> weights;
  for (size_t fold = 0; fold < folds; ++fold) weights[fold] = learned(claims, fold);
  for (const auto& claim : claims) {
    const auto order = ordered(claim, weights[claim.fold]);
    learned_scores.add(order, claim.cited);
    shipped.add(as_traced(claim), claim.cited);
    if (claim.evidence.empty()) continue;
    learned_evidence.add(order, claim.evidence);
    shipped_evidence.add(as_traced(claim), claim.evidence);
  }

  Result result;
  result.table =
      "| claim to abstract | claims | nDCG@10 (95 %) | R@100 (95 %) |\n|---|---|---|---|\n" +
      row("all claims, all abstracts that they cite; weights by cross-validation", learned_scores) +
      row("the same, weights as shipped", shipped) +
      row("claims with evidence, the abstracts that hold it; by cross-validation", learned_evidence) +
      row("the same, weights as shipped", shipped_evidence);
  std::sort(times.begin(), times.end());
  fmt::print("learned:");
  for (const auto& each : weights) fmt::print(" feedback {}, passage {};", each.feedback, each.passage);
  fmt::print(" a trace that shows {} works takes {:.1f} ms (median), {:.1f} ms (99 %)\n", asked_for,
             times[times.size() / 2], times[times.size() * 99 / 100]);
  result.figures = {{"nDCG@10", mean(learned_scores.gains), 0, 0, 0.005},
                    {"R@100", mean(learned_scores.recalls), 0, 0, 0.005},
                    {"nDCG@10 of evidence", mean(learned_evidence.gains), 0, 0, 0.005},
                    {"R@100 of evidence", mean(learned_evidence.recalls), 0, 0, 0.005}};
  add_failures(claims, abstracts, result);
  return result;
}

}  // namespace evident::eval
