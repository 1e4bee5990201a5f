// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences that name the authors and the year of a study with a marker, the marker taken off.
//
// Articles are a seeded sample of ei_bench, those of them that name a study. Of each, the markers and the
// reference list are taken off (eval/named_studies.hpp says how), then it is read like any text, and its
// mentions are made among 60,974 records (distractor_records, dev50_records) and one made of every reference
// with a PMID of the sample that none of these is.
//
// Asked for: every reference with a PMID that a marker of its own pointed to, where the sentence still prints
// the surname of its first author and its year. Covered: the sentence is linked to it. A link of such a
// sentence is right where it goes to a work that any marker of the sentence had pointed to. A sentence that
// names a study whose reference has no PMID is read as well: unless the reference is one of the records (by
// resolve::resolve), every link of it is wrong. Links of all other sentences that had markers are told apart:
// right by the same rule. The second row: the same where citations by name and year in brackets, "(Smith et
// al., 2005)", stay as bare print and are asked for too.
#include <algorithm>
#include <chrono>
#include <set>

#include <fmt/format.h>

#include "eval/jats_sample.hpp"
#include "eval/link_score.hpp"
#include "eval/memory_works.hpp"
#include "eval/named_studies.hpp"
#include "extract/extract.hpp"
#include "resolve/resolve.hpp"
#include "text/normal.hpp"

namespace evident::eval {

namespace {

class NoReport final : public DiagnosticSink {
 public:
  void report(Diagnostic) override {}
};

struct Paper {
  UnmarkedArticle running, bracketed;
  std::vector<model::Reference> references;
};

class NamedMentions {
 public:
  NamedMentions(const Options& options, size_t skipped, size_t count) {
    m_works.read_records(options.data);
    NoReport silent;
    for (auto& each : read_jats_sample(options, skipped, count)) {
      const model::Article article = extract::article(each.document, silent);
      for (const auto& reference : article.references) {
        const auto& fields = reference.fields;
        if (!reference.ids.pmid.empty() && !fields.title.empty() && !fields.container.empty() &&
            fields.year > 0)
          m_works.work(ghost_of(article, reference));
      }
      m_papers.push_back({unmark(each.document, article.references),
                          unmark(each.document, article.references, Bracketed::stays), article.references});
      const auto& studies = m_papers.back().bracketed.studies;
      if (std::none_of(studies.begin(), studies.end(), [](const MarkedStudy& study) { return study.named; }))
        m_papers.pop_back();
    }
  }

  Result result() {
    Tally running, bracketed;
    for (const Paper& paper : m_papers) {
      read(paper, paper.running, running);
      read(paper, paper.bracketed, bracketed);
    }
    Result result;
    result.table = fmt::format(
        "Articles that name a study: {}, works: {}.\n\n| named | sentences | studies asked for | precision "
        "(95 %) | coverage "
        "(95 %) | "
        "links of other sentences with markers, precision (95 %) | ms an article "
        "|\n|---|---|---|---|---|---|---|\n",
        m_papers.size(), m_works.size());
    result.table += row("in the running text", running) + row("there or in brackets", bracketed);
    running.named.add_figures(result, "", 0.01);
    bracketed.named.add_figures(result, "with brackets, ", 0.01);
    running.named.add_failures(result);
    return result;
  }

 private:
  struct Tally {
    LinkScore named, others;
    size_t sentences = 0;
    double seconds = 0;
  };

  std::string row(const char* name, const Tally& tally) const {
    return fmt::format("| {} | {} | {} | {} | {} | {}: {} | {:.1f} |\n", name, tally.sentences,
                       tally.named.studies(), tally.named.precision(), tally.named.coverage(),
                       tally.others.links(), tally.others.precision(),
                       1e3 * tally.seconds / static_cast<double>(std::max<size_t>(1, m_papers.size())));
  }

  void read(const Paper& paper, const UnmarkedArticle& unmarked, Tally& tally) {
    tally.named.next_article();
    tally.others.next_article();
    const auto begin = std::chrono::steady_clock::now();
    const auto mentions = resolve::mentions(unmarked.article, {}, m_works);
    tally.seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    for (const auto& sentence : unmarked.article.sentences) score(paper, unmarked, sentence, mentions, tally);
  }

  std::string work_of(const model::Reference& reference) {
    if (!reference.ids.pmid.empty() && m_works.with_pmid(reference.ids.pmid) != nullptr)
      return "pmid:" + reference.ids.pmid;
    const auto resolution = resolve::resolve(reference, m_works);
    return resolution.status == resolve::Status::resolved ? resolution.candidates.front().work : "";
  }

  void score(const Paper& paper, const UnmarkedArticle& unmarked, const model::Sentence& sentence,
             const std::vector<resolve::Mention>& mentions, Tally& tally) {
    std::set<std::string> cited, asked;
    bool named = false, marked = false;
    for (const auto& study : unmarked.studies) {
      if (study.source.start < sentence.source.start || study.source.start > sentence.source.end) continue;
      marked = true;
      const std::string work = work_of(paper.references[static_cast<size_t>(study.reference)]);
      if (!work.empty()) cited.insert(work);
      if (!study.named || !study.sole) continue;
      named = true;
      if (!work.empty()) asked.insert(work);
    }
    if (!marked) return;
    tally.sentences += named ? 1 : 0;
    std::set<std::string> linked;
    for (const auto& mention : mentions) {
      if (mention.sentence != sentence.number) continue;
      const bool right = cited.contains(mention.candidate.work);
      linked.insert(mention.candidate.work);
      (named ? tally.named : tally.others).link(right);
      if (named && !right)
        tally.named.failure(
            cited.empty() ? "wrong, the study is no record" : "wrong, another work",
            told(sentence, mention.candidate.work) + " by " + mention.rule + " for " + list(cited));
    }
    for (const auto& work : asked) {
      const bool found = linked.contains(work);
      tally.named.asked(found);
      if (!found) tally.named.failure("missed, " + cause(sentence, work, linked), told(sentence, work));
    }
  }

  std::string list(const std::set<std::string>& works) const {
    std::string all;
    for (const auto& work : works) all += (all.empty() ? "" : "; ") + title_of(work);
    return all.empty() ? "none" : all;
  }

  std::string title_of(const std::string& id) const {
    const auto* work = m_works.with_id(id);
    return work == nullptr ? id : fmt::format("{} \"{}\" ({})", id, work->title, work->issued.year);
  }

  std::string told(const model::Sentence& sentence, const std::string& work) const {
    return fmt::format("\"{}\" {}", sentence.text.substr(0, 300), title_of(work));
  }

  std::string cause(const model::Sentence& sentence, const std::string& id,
                    const std::set<std::string>& linked) {
    if (!linked.empty()) return "another study of the sentence linked";
    const auto* work = m_works.with_id(id);
    const auto words = text::fold_words(sentence.text);
    const std::set<std::string> said(words.begin(), words.end());
    int shared = 0;
    for (const auto& word : text::fold_words(work->title))
      shared += !text::is_stop_word(word) && said.contains(word);
    if (shared == 0) return "no word of the title in the sentence";
    return shared == 1 ? "one word of the title in the sentence" : "more words of the title in the sentence";
  }

  MemoryWorks m_works;
  std::vector<Paper> m_papers;
};

constexpr size_t looked_at = 1000;  ///< articles whose failures were read while the rules were written

}  // namespace

Result measure_mentions(const Options& options) {
  return NamedMentions(options, 0, looked_at).result();
}

Result measure_other_mentions(const Options& options) {
  return NamedMentions(options, looked_at, 1200).result();
}

}  // namespace evident::eval
