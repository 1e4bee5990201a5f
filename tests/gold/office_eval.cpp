// SPDX-License-Identifier: GPL-3.0-or-later
// Measures what is read of PDF, DOCX, ODT and EPUB files that office_files.py made of plain-text articles:
// the claims and references that both forms give, and the markers against the articles' gold.
//
// usage: office_eval [--failures] DATA MADE     DATA holds txt/*.txt and gold/*.json, MADE a folder a kind
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "extract/extract.hpp"
#include "input/input.hpp"
#include "read/reader.hpp"
#include "text/normal.hpp"

namespace {

namespace fs = std::filesystem;
using evident::model::Article;
using nlohmann::json;

constexpr size_t context_size = 24;  // letters before a marker that tell its place

class Collector final : public evident::read::Sink {
 public:
  void report(evident::Diagnostic diagnostic) override { diagnostics.push_back(std::move(diagnostic)); }
  void document(evident::model::Document document) override {
    if (document.sha256.empty()) document.sha256 = std::string(64, '0');
    articles.push_back(evident::extract::article(document, *this));
  }
  void work(evident::model::WorkRecord) override {}
  std::vector<Article> articles;
  std::vector<evident::Diagnostic> diagnostics;
};

Article read(const fs::path& path) {
  Collector collector;
  const auto head_input = evident::open_file(path);
  const std::string head = evident::read_all(*head_input, 64 * 1024);
  for (const auto* reader : evident::read::readers()) {
    if (!reader->accepts(head)) continue;
    const auto input = evident::open_file(path);
    reader->read(*input, path.string(), collector);
    break;
  }
  if (collector.articles.empty()) return {};
  // An EPUB may come as several documents; their sentences are one text here.
  Article whole = std::move(collector.articles.front());
  for (size_t at = 1; at < collector.articles.size(); ++at) {
    Article& part = collector.articles[at];
    const auto references = static_cast<int>(whole.references.size());
    for (auto& sentence : part.sentences) {
      for (auto& citation : sentence.citations) {
        for (int& reference : citation.references) reference += references;
      }
      whole.sentences.push_back(std::move(sentence));
    }
    for (auto& reference : part.references) whole.references.push_back(std::move(reference));
  }
  return whole;
}

/// ASCII letters in lower case; what marks a citation has none.
std::string letters(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (c >= 'a' && c <= 'z') out += c;
  }
  return out;
}

std::string tail(const std::string& text) {
  return text.size() > context_size ? text.substr(text.size() - context_size) : text;
}

struct Counts {
  size_t hit = 0, missed = 0, wrong = 0;
  double precision() const { return hit + wrong == 0 ? 0 : double(hit) / double(hit + wrong); }
  double recall() const { return hit + missed == 0 ? 0 : double(hit) / double(hit + missed); }
  double f1() const {
    const double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }
  void print(const char* name) const {
    std::printf("  %-10s P %.4f  R %.4f  F1 %.4f  (%zu right, %zu missed, %zu wrong)\n", name, precision(),
                recall(), f1(), hit, missed, wrong);
  }
};

template <typename Set>
void compare(const Set& wanted, const Set& found, Counts& counts, bool failures, const char* what) {
  for (const auto& [item, count] : wanted) {
    const auto here = found.find(item);
    const size_t both = std::min(count, here == found.end() ? 0 : here->second);
    counts.hit += both;
    counts.missed += count - both;
    if (failures && both < count) std::printf("missed %s: %s\n", what, item.c_str());
  }
  for (const auto& [item, count] : found) {
    const auto here = wanted.find(item);
    const size_t both = std::min(count, here == wanted.end() ? 0 : here->second);
    counts.wrong += count - both;
    if (failures && both < count) std::printf("wrong %s: %s\n", what, item.c_str());
  }
}

using Bag = std::map<std::string, size_t>;

Bag claims_of(const Article& article) {
  Bag bag;
  for (const auto& sentence : article.sentences) {
    if (sentence.claim) ++bag[letters(sentence.text)];
  }
  return bag;
}

Bag entries_of(const Article& article) {
  Bag bag;
  for (const auto& reference : article.references)
    ++bag[reference.label + " " + letters(evident::text::fold(reference.text))];
  return bag;
}

/// Place and number of each citation.
Bag markers_of(const Article& article, const std::set<std::string>& ignored) {
  Bag bag;
  std::string before;
  for (const auto& sentence : article.sentences) {
    size_t at = 0;
    for (const auto& citation : sentence.citations) {
      const size_t found = sentence.text.find(citation.marker, at);
      if (found != std::string::npos) {
        before += letters(sentence.text.substr(at, found - at));
        at = found + citation.marker.size();
      }
      for (int reference : citation.references) {
        const std::string place = tail(before);
        if (!ignored.contains(place))
          ++bag[place + " " + article.references[static_cast<size_t>(reference)].label];
      }
    }
    before += letters(std::string_view(sentence.text).substr(at));
  }
  return bag;
}

std::string place_in(const std::string& text, size_t at) {
  const size_t from = at > 400 ? at - 400 : 0;
  std::string before = text.substr(from, at - from);
  // Headings and reference lists are no sentences: only the paragraph counts, as far as it reaches.
  return tail(letters(before));
}

Bag gold_markers(const json& gold, const std::string& text, std::set<std::string>& ignored) {
  Bag bag;
  for (const json& callout : gold.at("callouts")) {
    if (callout.at("start").is_null()) continue;
    const std::string place = place_in(text, callout.at("start").get<size_t>());
    std::set<int> numbers;
    for (const json& reference : callout.at("refs")) numbers.insert(reference.get<int>());
    for (int number : numbers) ++bag[place + " " + std::to_string(number)];
  }
  for (const json& span : gold.at("unlinked")) ignored.insert(place_in(text, span.at(0).get<size_t>()));
  return bag;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<fs::path> paths;
  bool failures = false;
  for (int at = 1; at < argc; ++at) {
    if (std::string_view(argv[at]) == "--failures") {
      failures = true;
    } else {
      paths.emplace_back(argv[at]);
    }
  }
  if (paths.size() != 2) {
    std::fputs("usage: office_eval [--failures] DATA MADE\n", stderr);
    return 2;
  }
  std::vector<fs::path> kinds;
  for (const auto& entry : fs::directory_iterator(paths[1])) kinds.push_back(entry.path());
  std::sort(kinds.begin(), kinds.end());
  kinds.insert(kinds.begin(), paths[0] / "txt");
  for (const auto& kind : kinds) {
    Counts claims, entries, markers;
    size_t files = 0;
    std::vector<fs::path> made;
    for (const auto& entry : fs::directory_iterator(kind)) made.push_back(entry.path());
    std::sort(made.begin(), made.end());
    for (const auto& path : made) {
      const fs::path plain = paths[0] / "txt" / (path.stem().string() + ".txt");
      const fs::path gold_file = paths[0] / "gold" / (path.stem().string() + ".json");
      if (!fs::exists(gold_file)) continue;
      std::ifstream stream(plain, std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(stream), {}};
      std::ifstream gold_stream(gold_file);
      const json gold = json::parse(gold_stream);
      if (failures) std::printf("== %s\n", path.c_str());
      const Article wanted = read(plain), found = read(path);
      compare(claims_of(wanted), claims_of(found), claims, failures, "claim");
      compare(entries_of(wanted), entries_of(found), entries, failures, "entry");
      std::set<std::string> ignored;
      const Bag gold_bag = gold_markers(gold, text, ignored);
      compare(gold_bag, markers_of(found, ignored), markers, failures, "marker");
      ++files;
    }
    std::printf("%s: %zu files\n", kind.filename().c_str(), files);
    claims.print("claims");
    entries.print("entries");
    markers.print("markers");
  }
  return 0;
}
