// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the reading of markers and reference lists against plain-text twins of articles whose mark-up is
// known.
//
// usage: markers_eval [--failures] [FOLDER]     FOLDER holds txt/*.txt and gold/*.json
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extract/extract.hpp"
#include "input/input.hpp"
#include "read/plain/reader.hpp"
#include "text/normal.hpp"

#ifndef EVIDENT_SHARED_DATA
#define EVIDENT_SHARED_DATA "../shared/data"  // seen from the project's folder
#endif

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

class Collector final : public evident::read::Sink {
 public:
  void report(evident::Diagnostic) override {}
  void document(evident::model::Document document) override { documents.push_back(std::move(document)); }
  void work(evident::model::WorkRecord) override {}
  std::vector<evident::model::Document> documents;
};

struct Counts {
  size_t hit = 0, missed = 0, wrong = 0;

  double precision() const { return hit + wrong == 0 ? 0 : double(hit) / double(hit + wrong); }
  double recall() const { return hit + missed == 0 ? 0 : double(hit) / double(hit + missed); }
  double f1() const {
    const double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }
  void print(const char* name) const {
    std::printf("%-12s P %.4f  R %.4f  F1 %.4f  (%zu right, %zu missed, %zu wrong)\n", name, precision(),
                recall(), f1(), hit, missed, wrong);
  }
};

struct Run {
  evident::Span span;
  std::set<int> wanted;
  std::set<int> found;
  bool scored = true;
};

std::string text_or_empty(const json& value) {
  return value.is_string() ? value.get<std::string>() : std::string();
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return c < 0x80 ? std::tolower(c) : c; });
  return text;
}

class Evaluation {
 public:
  explicit Evaluation(bool failures) : m_failures(failures) {}

  void score(const fs::path& gold_file, const fs::path& text_file) {
    std::ifstream stream(gold_file);
    const json gold = json::parse(stream);
    Collector collector;
    const auto input = evident::open_input(text_file, collector);
    evident::read::plain_reader().read(*input, text_file.string(), collector);
    if (collector.documents.size() != 1) {
      std::printf("%s: not read\n", text_file.c_str());
      return;
    }
    m_key = gold.at("key").get<std::string>();
    for (const auto& block : collector.documents[0].blocks) {
      m_blocks[static_cast<int>(block.kind)]++;
      if (m_failures && block.kind == evident::model::BlockKind::boilerplate) {
        fail("boilerplate",
             collector.documents[0].text.substr(block.span.start, std::min<size_t>(block.span.size(), 100)));
      }
    }
    const evident::model::Article article = evident::extract::article(collector.documents[0], collector);
    check_spans(text_file, article);
    score_markers(gold, article);
    score_references(gold, article);
  }

  /// Whatever the file: each span must cut what was read from it.
  void check(const fs::path& text_file) {
    Collector collector;
    const auto input = evident::open_input(text_file, collector);
    evident::read::plain_reader().read(*input, text_file.string(), collector);
    m_key = text_file.stem().string();
    for (const auto& document : collector.documents) {
      check_spans(text_file, evident::extract::article(document, collector));
    }
  }

  size_t bad_spans() const { return m_bad_spans; }

  void print() const {
    m_markers.print("markers");
    m_entries.print("entries");
    m_pmids.print("PMIDs");
    m_dois.print("DOIs");
    for (const auto& [kind, count] : m_blocks) std::printf("blocks of kind %d: %zu\n", kind, count);
    std::printf("sentences %zu, claims %zu, cited sentences that are no claims %zu\n", m_sentences, m_claims,
                m_cited_no_claim);
  }

 private:
  void fail(const char* what, const std::string& detail) const {
    if (m_failures) std::printf("%s: %s: %s\n", m_key.c_str(), what, detail.c_str());
  }

  void check_spans(const fs::path& text_file, const evident::model::Article& article) {
    std::ifstream stream(text_file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    const auto cut = [&](const evident::Span& span) {
      return span.end > bytes.size() ? std::string()
                                     : evident::text::squeeze(bytes.substr(span.start, span.size()));
    };
    const auto expect = [&](bool good, const std::string& what) {
      m_bad_spans += !good;
      if (!good) std::printf("%s: bad span: %s\n", m_key.c_str(), what.c_str());
    };
    uint64_t last = 0;
    for (const auto& sentence : article.sentences) {
      expect(cut(sentence.source) == sentence.text, sentence.text);
      expect(sentence.source.start >= last, "overlap before: " + sentence.text);
      last = sentence.source.end;
      for (const auto& citation : sentence.citations) {
        expect(cut(citation.source) == citation.marker, citation.marker);
        expect(sentence.source.contains(citation.source), citation.marker + " outside of: " + sentence.text);
      }
    }
    for (const auto& reference : article.references) {
      expect(cut(reference.source).ends_with(reference.text), reference.text);
      expect(reference.label.empty() || cut(reference.source).find(reference.label) != std::string::npos,
             reference.text);
    }
  }

  void score_markers(const json& gold, const evident::model::Article& article) {
    std::vector<Run> runs;
    for (const json& callout : gold.at("callouts")) {
      if (callout.at("start").is_null()) continue;
      Run run;
      run.span = {callout.at("start").get<uint64_t>(), callout.at("end").get<uint64_t>()};
      for (const json& reference : callout.at("refs")) run.wanted.insert(reference.get<int>());
      runs.push_back(std::move(run));
    }
    for (const json& span : gold.at("unlinked")) {
      runs.push_back({{span.at(0).get<uint64_t>(), span.at(1).get<uint64_t>()}, {}, {}, false});
    }
    for (const auto& sentence : article.sentences) {
      ++m_sentences;
      m_claims += sentence.claim;
      if (!sentence.citations.empty() && !sentence.claim) {
        ++m_cited_no_claim;
        fail("no claim", sentence.text);
      }
      for (const auto& citation : sentence.citations) {
        const auto run = std::find_if(runs.begin(), runs.end(), [&](const Run& candidate) {
          return candidate.span.contains(citation.source);
        });
        for (int reference : citation.references) {
          const std::string& label = article.references[static_cast<size_t>(reference)].label;
          if (run != runs.end()) {
            run->found.insert(std::atoi(label.c_str()));
          } else {
            ++m_markers.wrong;
            fail("wrong marker", citation.marker + " (" + citation.rule + ") in: " + sentence.text);
          }
        }
      }
    }
    for (const Run& run : runs) {
      if (!run.scored) continue;
      for (int wanted : run.wanted) {
        const bool hit = run.found.contains(wanted);
        ++(hit ? m_markers.hit : m_markers.missed);
        if (!hit)
          fail("missed marker", std::to_string(wanted) + " at byte " + std::to_string(run.span.start));
      }
      for (int found : run.found) {
        if (run.wanted.contains(found)) continue;
        ++m_markers.wrong;
        fail("wrong reference", std::to_string(found) + " at byte " + std::to_string(run.span.start));
      }
    }
  }

  void score_identifier(Counts& counts, const std::string& wanted, const std::string& found,
                        const std::string& entry) {
    if (!wanted.empty() && lower(wanted) == lower(found)) {
      ++counts.hit;
      return;
    }
    if (!wanted.empty()) ++counts.missed;
    if (!found.empty()) ++counts.wrong;
    if (!wanted.empty() || !found.empty())
      fail("identifier", "wanted '" + wanted + "' found '" + found + "' in: " + entry);
  }

  void score_references(const json& gold, const evident::model::Article& article) {
    std::map<std::string, const evident::model::Reference*> found;
    for (const auto& reference : article.references) found[reference.label] = &reference;
    m_entries.wrong += article.references.size() - found.size();
    for (const json& reference : gold.at("references")) {
      const std::string label = std::to_string(reference.at("n").get<int>());
      const auto entry = found.find(label);
      ++(entry == found.end() ? m_entries.missed : m_entries.hit);
      if (entry == found.end()) {
        fail("missed entry", label);
        continue;
      }
      const bool stripped = reference.at("stripped").is_boolean() && reference.at("stripped").get<bool>();
      const auto& read = *entry->second;
      if (!stripped) {
        score_identifier(m_pmids, text_or_empty(reference.at("pmid")), read.ids.pmid, read.text);
        score_identifier(m_dois, text_or_empty(reference.at("doi")), read.ids.doi, read.text);
      }
      found.erase(entry);
    }
    m_entries.wrong += found.size();
    for (const auto& [label, reference] : found) fail("wrong entry", label + ": " + reference->text);
  }

  bool m_failures;
  size_t m_bad_spans = 0;
  std::string m_key;
  Counts m_markers, m_entries, m_pmids, m_dois;
  std::map<int, size_t> m_blocks;
  size_t m_sentences = 0, m_claims = 0, m_cited_no_claim = 0;
};

}  // namespace

int main(int argc, char** argv) {
  bool failures = false;
  fs::path folder = fs::path(EVIDENT_SHARED_DATA) / "jats" / "dev50_txt";
  for (int at = 1; at < argc; ++at) {
    if (std::string(argv[at]) == "--failures") {
      failures = true;
    } else {
      folder = argv[at];
    }
  }
  if (!fs::is_directory(folder / "gold")) {
    std::printf("%s has no gold: nothing measured\n", folder.c_str());
    return 77;  // what CTest takes for skipped
  }
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder / "gold")) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  Evaluation evaluation(failures);
  for (const fs::path& file : files) evaluation.score(file, folder / "txt" / (file.stem().string() + ".txt"));
  const fs::path seeds = fs::path(EVIDENT_SHARED_DATA) / "seeds";
  if (fs::is_directory(seeds)) {
    for (const auto& entry : fs::directory_iterator(seeds)) evaluation.check(entry.path());
  }
  evaluation.print();
  std::printf("bad spans: %zu\n", evaluation.bad_spans());
  return evaluation.bad_spans() == 0 ? 0 : 1;
}
