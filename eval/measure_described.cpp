// SPDX-License-Identifier: GPL-3.0-or-later
// Studies described in a sentence or two as a newspaper would, without a marker, to their records.
//
// Descriptions are our own prose with true facts (eval/described.tsv): of 60 records drawn at random from
// pubmed/xml, and of 20 studies that are no record but are like one. Indexed are all records of pubmed/xml,
// of distractor_records and of dev50_records. Each description is an article of its own.
//
// Asked for: the record of each description. Covered: a sentence is linked to it. A link is right where it
// goes to that record. Half of the descriptions were set apart before any rule was made of the others; their
// failures are not shown.
#include <algorithm>
#include <fstream>
#include <stdexcept>

#include <fmt/format.h>

#include "eval/link_score.hpp"
#include "eval/measure.hpp"
#include "eval/memory_works.hpp"
#include "input/input.hpp"
#include "read/pubmed/reader.hpp"
#include "text/sentences.hpp"

namespace evident::eval {

namespace {

class QuietWorks final {
 public:
  explicit QuietWorks(const std::filesystem::path& data) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(data / "pubmed" / "xml"))
      if (entry.path().string().find(".xml") != std::string::npos) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
      const auto input = open_input(file, m_sink);
      read::pubmed_reader().read(*input, file.string(), m_sink);
    }
    m_sink.works.read_records(data);
  }
  MemoryWorks& works() { return m_sink.works; }

 private:
  /// What is damaged in these files is told by other measures.
  struct Sink final : read::Sink {
    void report(Diagnostic) override {}
    void document(model::Document) override {}
    void work(model::WorkRecord work) override { works.work(std::move(work)); }
    MemoryWorks works;
  };
  Sink m_sink;
};

struct Description {
  bool apart = false;
  std::string study;  ///< id of its record; "" where there is none
  model::Article article;
};

std::vector<Description> descriptions(const std::filesystem::path& file) {
  std::ifstream lines(file);
  std::vector<Description> found;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("#")) continue;
    const size_t first = line.find('\t'), second = line.find('\t', first + 1);
    if (second == std::string::npos) throw std::runtime_error(file.string() + ": not three fields: " + line);
    Description each;
    each.apart = line.substr(0, first) == "apart";
    const std::string pmid = line.substr(first + 1, second - first - 1);
    if (pmid != "-") each.study = "pmid:" + pmid;
    const std::string text = line.substr(second + 1);
    for (const Span& span : text::sentences(text)) {
      model::Sentence sentence;
      sentence.number = static_cast<int>(each.article.sentences.size()) + 1;
      sentence.paragraph = 1;
      sentence.text = text.substr(span.start, span.size());
      each.article.sentences.push_back(std::move(sentence));
    }
    found.push_back(std::move(each));
  }
  return found;
}

struct Tally {
  LinkScore score;
  size_t descriptions = 0, strangers = 0, links_of_strangers = 0;
};

void read(const Description& each, MemoryWorks& works, Tally& tally) {
  if (!each.study.empty() && works.with_id(each.study) == nullptr)
    throw std::runtime_error("no record: " + each.study);
  tally.score.next_article();
  ++tally.descriptions;
  tally.strangers += each.study.empty() ? 1 : 0;
  bool found = false;
  const std::string text = each.article.sentences.front().text;
  for (const auto& mention : resolve::mentions(each.article, {}, works)) {
    const bool right = mention.candidate.work == each.study;
    // Every sentence of a description may be linked; a study is one link.
    if (right && found) continue;
    found = found || right;
    tally.score.link(right);
    tally.links_of_strangers += each.study.empty() ? 1 : 0;
    if (right) continue;
    const auto* work = works.with_id(mention.candidate.work);
    tally.score.failure(each.study.empty() ? "wrong, the study is no record" : "wrong, another record",
                        fmt::format("\"{}\" {} \"{}\" by {} for {}", text, mention.candidate.work,
                                    work == nullptr ? "" : work->title, mention.rule,
                                    each.study.empty() ? "none" : each.study));
  }
  if (each.study.empty()) return;
  tally.score.asked(found);
  if (!found) tally.score.failure("missed", fmt::format("\"{}\" {}", text, each.study));
}

std::string row(const char* name, const Tally& tally) {
  return fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", name, tally.descriptions, tally.strangers,
                     tally.score.precision(), tally.score.coverage(), tally.score.links(),
                     tally.links_of_strangers);
}

}  // namespace

Result measure_described(const Options& options) {
  QuietWorks records(options.data);
  Tally looked_at, apart;
  for (const Description& each : descriptions(options.project / "eval" / "described.tsv"))
    read(each, records.works(), each.apart ? apart : looked_at);
  Result result;
  result.table = fmt::format(
      "Works: {}.\n\n| half | descriptions | of studies without a record | precision (95 %) | coverage (95 "
      "%) | "
      "links | of them of studies without a record |\n|---|---|---|---|---|---|---|\n",
      records.works().size());
  result.table += row("whose failures were read", looked_at) + row("set apart", apart);
  looked_at.score.add_figures(result, "", 0.02);
  apart.score.add_figures(result, "apart, ", 0.02);
  looked_at.score.add_failures(result);
  return result;
}

}  // namespace evident::eval
