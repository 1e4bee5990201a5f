// SPDX-License-Identifier: GPL-3.0-or-later
// Measures reading and resolving of printed references against gold: dev50_txt with the records that it cites
// among 60,000 others. usage: resolution_eval [--failures] DATA_FOLDER
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>
#include <unordered_map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "extract/extract.hpp"
#include "input/input.hpp"
#include "read/pubmed/reader.hpp"
#include "resolve/resolve.hpp"

namespace {

using namespace evident;

/// Works in memory, found by their keys.
class MemoryWorks final : public resolve::WorkSource, public read::Sink {
 public:
  void report(Diagnostic diagnostic) override {
    fmt::print(stderr, "{}: {}\n", diagnostic.path, diagnostic.message);
  }
  void document(model::Document) override {}
  void work(model::WorkRecord work) override {
    if (!m_pmids.insert(work.ids.pmid).second) return;
    for (const auto& key : resolve::work_keys(work)) m_by_key[key].push_back(m_works.size());
    m_works.push_back(std::move(work));
  }
  std::vector<model::WorkRecord> works_with(const std::vector<std::string>& keys, size_t limit) override {
    std::set<size_t> found;
    for (const auto& key : keys) {
      const auto at = m_by_key.find(key);
      if (at == m_by_key.end() || at->second.size() > limit) continue;
      found.insert(at->second.begin(), at->second.end());
    }
    std::vector<model::WorkRecord> works;
    for (size_t i : found) works.push_back(m_works[i]);
    return works;
  }
  bool has(const std::string& pmid) const { return m_pmids.contains(pmid); }
  size_t size() const { return m_works.size(); }

 private:
  std::vector<model::WorkRecord> m_works;
  std::set<std::string> m_pmids;
  std::unordered_map<std::string, std::vector<size_t>> m_by_key;
};

}  // namespace

int main(int argc, char** argv) {
  const bool failures = argc > 2 && std::strcmp(argv[1], "--failures") == 0;
  if (argc < 2) return 2;
  const std::filesystem::path data = std::filesystem::path(argv[argc - 1]) / "jats";
  if (!std::filesystem::exists(data / "dev50_txt")) return 77;
  MemoryWorks works;
  for (const char* name : {"dev50_records.xml.gz", "distractor_records.xml.gz"}) {
    auto input = open_input(data / name, works);
    read::pubmed_reader().read(*input, name, works);
  }

  size_t asked = 0, right = 0, wrong = 0, ambiguous = 0, unknown_linked = 0;
  std::vector<double> times;
  for (const auto& entry : std::filesystem::directory_iterator(data / "dev50_txt" / "gold")) {
    std::ifstream file(entry.path());
    const auto gold = nlohmann::json::parse(file);
    for (const auto& item : gold.at("references")) {
      if (item.at("stripped") != true || item.at("pmid").is_null()) continue;
      const std::string pmid = item.at("pmid");
      std::set<std::string> accepted{"pmid:" + pmid};
      for (const auto& also : item.at("also")) accepted.insert("pmid:" + also.get<std::string>());
      const auto reference = extract::reference(item.at("text").get<std::string>());
      const auto begin = std::chrono::steady_clock::now();
      const auto resolution = resolve::resolve(reference, works);
      times.push_back(
          std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
      const bool known = works.has(pmid);
      asked += known ? 1 : 0;
      if (resolution.status == resolve::Status::ambiguous) ++ambiguous;
      if (resolution.status == resolve::Status::resolved) {
        if (accepted.contains(resolution.candidates.front().work)) {
          ++right;
          continue;
        }
        ++wrong;
        if (!known) ++unknown_linked;
      } else if (!known) {
        continue;
      }
      if (failures) {
        const auto& f = reference.fields;
        fmt::print(
            "{} wanted pmid:{}\n  {}\n  title [{}] authors {} year {} container [{}] volume {} pages {}\n",
            resolution.status == resolve::Status::resolved    ? "WRONG " + resolution.candidates.front().work
            : resolution.status == resolve::Status::ambiguous ? "AMBIGUOUS"
                                                              : "MISSED",
            pmid, reference.text, f.title, f.authors.size(), f.year, f.container, f.volume, f.pages);
        for (const auto& candidate : resolution.candidates) {
          fmt::print("  candidate {} {:.2f}\n", candidate.work, candidate.score);
        }
      }
    }
  }
  std::sort(times.begin(), times.end());
  const double precision =
      static_cast<double>(right) / static_cast<double>(std::max<size_t>(1, right + wrong));
  const double recall = static_cast<double>(right) / static_cast<double>(std::max<size_t>(1, asked));
  fmt::print(
      "| references without identifier | works | precision | recall | F1 | ambiguous | linked though absent "
      "| median ms |\n"
      "|---|---|---|---|---|---|---|---|\n| {} | {} | {:.4f} | {:.4f} | {:.4f} | {} | {} | {:.2f} |\n",
      asked, works.size(), precision, recall, 2 * precision * recall / (precision + recall), ambiguous,
      unknown_linked, times.empty() ? 0 : times[times.size() / 2]);
}
