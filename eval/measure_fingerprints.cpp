// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences that state results without a name or a marker, to the record of their own article by the figures
// alone.
//
// Articles are a seeded sample of ei_bench, every second one a *negative*: its record is not indexed. Indexed
// are the records that the others give of themselves (front matter with abstract, by the JATS reader), the
// front matter of all articles outside the sample and the abstracts of cohen.tsv (all with abstracts), and
// the 60,974 records of distractor_records and dev50_records (without).
//
// Read are the result sentences of an article: sentences of a section whose heading speaks of results,
// outside of abstract and captions, that print at least two telling figures: numbers other than years,
// integers below 10, 95 and 100, the usual levels of significance, and integers before a unit of time or of
// dose, which tell a design and no result. Those of one article are read as one text, each a paragraph far
// from the others. Markers are taken off.
//
// Asked for: sentences of an indexed article that share at least two telling figures with one sentence of its
// abstract. Covered: the sentence is linked to the article's record. A link of any result sentence, asked for
// or not, of an indexed article or of a negative, is right where it goes to the article's own record, and
// wrong else.
#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "eval/jats_sample.hpp"
#include "eval/link_score.hpp"
#include "eval/memory_works.hpp"
#include "eval/named_studies.hpp"
#include "extract/extract.hpp"
#include "input/input.hpp"
#include "resolve/resolve.hpp"
#include "text/normal.hpp"
#include "text/sentences.hpp"

namespace evident::eval {

namespace {

class NoReport final : public DiagnosticSink {
 public:
  void report(Diagnostic) override {}
};

bool digit(char c) {
  return c >= '0' && c <= '9';
}

/// True where a unit of time or dose follows: "12 weeks", "20-mg".
bool of_design(std::string_view rest) {
  while (!rest.empty() && (rest.front() == ' ' || rest.front() == '-')) rest.remove_prefix(1);
  size_t size = 0;
  while (size < rest.size() && std::isalpha(static_cast<unsigned char>(rest[size])) != 0) ++size;
  static const std::set<std::string_view> units = {
      "mg", "g",   "mcg",  "ug",   "ml",    "IU",     "h",     "hr",    "hour", "hours", "min", "minutes",
      "d",  "day", "days", "week", "weeks", "months", "month", "years", "year", "wk",    "wks", "mo"};
  return units.contains(rest.substr(0, size));
}

/// The numbers that tell one study from another, as the measure understands them.
std::set<std::string> telling_figures(std::string_view text) {
  static const std::set<std::string> common = {"95", "100", "0.05", "0.01", "0.001", "0.0001"};
  std::set<std::string> found;
  for (size_t at = 0; at < text.size();) {
    if (!digit(text[at])) {
      ++at;
      continue;
    }
    std::string number;
    while (at < text.size()) {
      const bool more = at + 1 < text.size() && digit(text[at + 1]);
      if (digit(text[at]) || (text[at] == '.' && more)) {
        number += text[at++];
      } else if (text[at] == ',' && at + 3 < text.size() && more && digit(text[at + 2]) &&
                 digit(text[at + 3])) {
        ++at;
      } else if (text.substr(at, 2) == "\xC2\xB7" && at + 2 < text.size() && digit(text[at + 2])) {
        number += '.';
        at += 2;
      } else {
        break;
      }
    }
    const double value = std::strtod(number.c_str(), nullptr);
    const bool whole = number.find('.') == std::string::npos;
    if (whole && of_design(text.substr(at))) continue;
    if (whole && (value < 10 || (number.size() == 4 && value >= 1950 && value < 2030))) continue;
    if (!common.contains(number)) found.insert(number);
  }
  return found;
}

bool of_results(const std::string& section) {
  const std::string folded = text::fold(section);
  return (folded.find("result") != std::string::npos || folded.find("finding") != std::string::npos) &&
         folded.find("abstract") == std::string::npos && folded.find("summary") == std::string::npos;
}

/// All of a stream that is packed in some way, line by line.
template <class Take>
void lines_of(const std::filesystem::path& file, DiagnosticSink& sink, Take take) {
  const auto input = open_input(file, sink);
  std::string rest;
  std::vector<char> buffer(1 << 16);
  for (size_t size = 0; (size = input->read(buffer.data(), buffer.size())) > 0;) {
    rest.append(buffer.data(), size);
    size_t start = 0;
    for (size_t end = rest.find('\n'); end != std::string::npos; end = rest.find('\n', start)) {
      take(rest.substr(start, end - start));
      start = end + 1;
    }
    rest.erase(0, start);
  }
}

model::WorkRecord front_record(const std::string& line) {
  const auto front = nlohmann::json::parse(line);
  const auto field = [&](const char* name) {
    return front.contains(name) && front[name].is_string() ? front[name].get<std::string>() : std::string();
  };
  model::WorkRecord work;
  work.ids.pmid = field("pmid");
  work.ids.doi = field("doi");
  work.title = field("title");
  work.container = field("journal");
  work.container_abbrev = field("ta");
  work.issued.year = std::atoi(field("year").c_str());
  for (const auto& author : front.at("authors")) {
    model::Person person;
    person.family = author.at(0).get<std::string>();
    person.given = author.at(1).get<std::string>();
    work.authors.push_back(std::move(person));
    for (const auto& place : author.at(2)) work.affiliations.push_back(place.get<std::string>());
  }
  for (const auto& part : front.at("abstract"))
    work.abstract.push_back({part.at(0).get<std::string>(), "", part.at(1).get<std::string>()});
  return work;
}

model::WorkRecord cohen_record(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, '\t');) cells.push_back(cell);
  model::WorkRecord work;
  if (cells.size() < 6 || cells[0] == "pmid") return work;
  work.ids.pmid = cells[0];
  work.title = cells[2];
  work.abstract.push_back({"", "", cells[5]});
  return work;
}

struct Paper {
  std::vector<model::Sentence> sentences;
  std::string own;                              ///< id of its record
  std::vector<std::set<std::string>> abstract;  ///< figures of its title and of each sentence of its abstract
  bool indexed = false;
};

class Fingerprints final {
 public:
  Fingerprints(const Options& options, size_t skipped, size_t count) {
    NoReport silent;
    std::set<std::string> sampled;
    bool indexed = false;
    for (auto& each : read_jats_sample(options, skipped, count)) {
      sampled.insert(each.own.ids.pmid);
      if (each.own.abstract.empty()) continue;
      indexed = !indexed;
      Paper paper;
      paper.own = work_id(each.own);
      paper.indexed = indexed;
      paper.abstract.push_back(telling_figures(each.own.title));
      for (const auto& section : each.own.abstract)
        for (const Span& span : text::sentences(section.text))
          paper.abstract.push_back(telling_figures(section.text.substr(span.start, span.size())));
      const model::Article article = extract::article(each.document, silent);
      std::erase_if(each.document.blocks, [](const model::Block& block) {
        return block.kind != model::BlockKind::paragraph && block.kind != model::BlockKind::list_item &&
               block.kind != model::BlockKind::reference;
      });
      for (auto& sentence : unmark(std::move(each.document), article.references).article.sentences) {
        if (of_results(sentence.section) && telling_figures(sentence.text).size() >= 2)
          paper.sentences.push_back(std::move(sentence));
      }
      if (indexed) m_works.work(std::move(each.own));
      m_papers.push_back(std::move(paper));
    }
    lines_of(options.data / "pubmed" / "ei_front.jsonl.xz", silent, [&](const std::string& line) {
      if (model::WorkRecord work = front_record(line); !sampled.contains(work.ids.pmid))
        m_works.work(std::move(work));
    });
    lines_of(options.data / "pubmed" / "cohen.tsv.xz", silent, [&](const std::string& line) {
      if (model::WorkRecord work = cohen_record(line); !work.title.empty()) m_works.work(std::move(work));
    });
    m_works.read_records(options.data);
  }

  Result result() {
    for (const Paper& paper : m_papers) {
      m_score.next_article();
      ask(paper);
    }
    Result result;
    result.table = fmt::format(
        "| result sentences | of articles | works | asked for | precision (95 %) | coverage (95 %) | links | "
        "of them of negatives |\n|---|---|---|---|---|---|---|---|\n| {} and {} of negatives | {} | {} | {} "
        "| {} | {} | {} | {} |\n",
        m_sentences[1], m_sentences[0], m_papers.size(), m_works.size(), m_score.studies(),
        m_score.precision(), m_score.coverage(), m_score.links(), m_negative_links);
    m_score.add_figures(result, "", 0.01);
    m_score.add_failures(result);
    return result;
  }

 private:
  void ask(const Paper& paper) {
    model::Article text;
    text.sentences = paper.sentences;
    for (size_t at = 0; at < text.sentences.size(); ++at)
      text.sentences[at].paragraph = 10 * static_cast<int>(at);
    const auto mentions = resolve::mentions(text, {}, m_works);
    for (const auto& sentence : paper.sentences) score(paper, sentence, mentions);
  }

  void score(const Paper& paper, const model::Sentence& sentence,
             const std::vector<resolve::Mention>& mentions) {
    ++m_sentences[paper.indexed ? 1 : 0];
    bool found = false;
    for (const auto& mention : mentions) {
      if (mention.sentence != sentence.number) continue;
      const bool right = paper.indexed && mention.candidate.work == paper.own;
      found = found || right;
      m_score.link(right);
      m_negative_links += paper.indexed ? 0 : 1;
      if (!right)
        m_score.failure(paper.indexed ? "wrong, another record" : "wrong, the study is no record",
                        told(sentence, mention.candidate) + " for " + paper.own);
    }
    const std::vector<std::string> shared = repeated(paper, sentence);
    if (!paper.indexed || shared.size() < 2) return;
    m_score.asked(found);
    if (!found)
      m_score.failure(fmt::format("missed, {} figures shared",
                                  shared.size() > 4 ? "more than 4" : std::to_string(shared.size())),
                      fmt::format("\"{}\" {}; a sentence of its abstract: {}", sentence.text.substr(0, 400),
                                  paper.own, fmt::join(shared, ", ")));
  }

  /// The most figures of a sentence that one sentence of the abstract prints too.
  static std::vector<std::string> repeated(const Paper& paper, const model::Sentence& sentence) {
    std::vector<std::string> most;
    const auto figures = telling_figures(sentence.text);
    for (const auto& stated : paper.abstract) {
      std::vector<std::string> both;
      std::set_intersection(figures.begin(), figures.end(), stated.begin(), stated.end(),
                            std::back_inserter(both));
      if (both.size() > most.size()) most = std::move(both);
    }
    return most;
  }

  std::string told(const model::Sentence& sentence, const resolve::Candidate& candidate) const {
    std::string fields;
    for (const auto& [field, score] : candidate.fields) fields += fmt::format(" {} {:.2f}", field, score);
    const auto* work = m_works.with_id(candidate.work);
    return fmt::format("\"{}\" {} \"{}\"{}", sentence.text.substr(0, 400), candidate.work,
                       work == nullptr ? "" : work->title, fields);
  }

  MemoryWorks m_works;
  std::vector<Paper> m_papers;
  LinkScore m_score;
  size_t m_sentences[2] = {0, 0};
  size_t m_negative_links = 0;
};

constexpr size_t looked_at = 300;  ///< articles whose failures were read while the rules were written

}  // namespace

Result measure_fingerprints(const Options& options) {
  return Fingerprints(options, 0, looked_at).result();
}

Result measure_other_fingerprints(const Options& options) {
  return Fingerprints(options, looked_at, 600).result();
}

}  // namespace evident::eval
