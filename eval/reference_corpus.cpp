// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/reference_corpus.hpp"

#include <cstdio>
#include <unordered_set>

#include "eval/styles.hpp"
#include "text/normal.hpp"

namespace evident::eval {

namespace {

constexpr size_t jats_printed_a_file = 4, jats_facts_a_file = 4;
constexpr size_t prints_a_work = 1, prints_a_book = 2, prints_of_marked = 1;
constexpr size_t telling_title = 20;  // bytes; shorter titles are not one work's alone

/// What tells that two references speak of one work: the whole text, and the title.
class Known {
 public:
  void add(const TaggedReference& reference) {
    m_texts.insert(text::fold(reference.text));
    add_title(facts_of(reference).title);
    for (const auto& part : reference.parts) {
      if (part.label == extract::parsing::Label::title)
        add_title(reference.text.substr(part.span.start, part.span.size()));
    }
  }
  bool has(const TaggedReference& reference) const {
    if (m_texts.contains(text::fold(reference.text))) return true;
    for (const auto& part : reference.parts) {
      if (part.label == extract::parsing::Label::title &&
          has_title(reference.text.substr(part.span.start, part.span.size())))
        return true;
    }
    return false;
  }
  bool has_title(const std::string& title) const { return m_titles.contains(text::fold(title)); }

 private:
  void add_title(const std::string& title) {
    if (auto folded = text::fold(title); folded.size() >= telling_title) m_titles.insert(std::move(folded));
  }
  std::unordered_set<std::string> m_texts, m_titles;
};

}  // namespace

ReferenceCorpus read_scored(const std::filesystem::path& citations, const std::filesystem::path& tei) {
  ReferenceCorpus corpus;
  corpus.marked["anystyle"] = read_anystyle(citations / "anystyle_core.xml");
  for (auto& more : read_anystyle(citations / "anystyle_good.xml"))
    corpus.marked["anystyle"].push_back(std::move(more));
  corpus.marked["grobid"] = read_tei(tei);
  corpus.marked["cora"] = read_cora(citations / "cora.tagged.txt");
  return corpus;
}

ReferenceCorpus read_corpus(const std::filesystem::path& citations, const std::filesystem::path& tei,
                            const std::filesystem::path& jats, const std::filesystem::path& journals) {
  ReferenceCorpus corpus = read_scored(citations, tei);
  corpus.jats = read_jats(jats, jats_printed_a_file);
  corpus.facts = read_jats_facts(jats, jats_facts_a_file);
  corpus.journals = read_journal_names(journals);
  return corpus;
}

std::vector<TaggedReference> training_set(const ReferenceCorpus& corpus, const std::string& scored) {
  Known known;
  if (const auto at = corpus.marked.find(scored); at != corpus.marked.end()) {
    for (const auto& reference : at->second) known.add(reference);
  }
  std::vector<TaggedReference> set;
  StyleGenerator styles(corpus.journals, 1);
  size_t left_out = 0, printed = 0;
  const auto print = [&](const Facts& facts, size_t times) {
    if (facts.title.empty() || known.has_title(facts.title)) return;
    for (size_t i = 0; i < times; ++i, ++printed) set.push_back(styles.print(facts));
  };
  for (const auto& [name, references] : corpus.marked) {
    if (name == scored) continue;
    for (const auto& reference : references) {
      if (known.has(reference)) {
        ++left_out;
        continue;
      }
      set.push_back(reference);
      print(facts_of(reference), prints_of_marked);
    }
  }
  for (const auto& reference : corpus.jats) {
    if (known.has(reference))
      ++left_out;
    else
      set.push_back(reference);
  }
  for (const auto& facts : corpus.facts)
    print(facts, facts.type == model::WorkType::article ? prints_a_work : prints_a_book);
  std::fprintf(stderr, "%zu references to learn from (%zu of them made), %zu left out for being in %s\n",
               set.size(), printed, left_out, scored.c_str());
  return set;
}

}  // namespace evident::eval
