// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/mention_keys.hpp"

#include <algorithm>
#include <set>

#include "base/hash.hpp"
#include "extract/extract.hpp"
#include "extract/topic.hpp"
#include "resolve/mention_cues.hpp"
#include "resolve/mention_figures.hpp"
#include "resolve/mention_passages.hpp"
#include "resolve/printed_citations.hpp"
#include "resolve/resolve.hpp"
#include "resolve/study_names.hpp"
#include "resolve/text_words.hpp"
#include "text/normal.hpp"

namespace evident::resolve {
namespace {

constexpr size_t key_limit = 60;
constexpr size_t most_figure_keys = 100;  // of a work or a description
constexpr size_t most_whereabouts = 4;  // of a sentence: each makes as many keys as there are pairs of words
constexpr size_t most_fingerprint_keys = 16;  // of one sentence: each is a search

void add(std::set<std::string>& keys, const std::string& kind, const std::string& rest) {
  keys.insert(mention_key(kind, rest));
}

/// Keys by figures, the same for a work and for a description of it.
void add_figures(std::set<std::string>& keys, const std::vector<model::Quantity>& quantities,
                 const std::set<int>& sizes) {
  for (std::string& key : figure_keys(figures_of(quantities), most_figure_keys)) keys.insert(std::move(key));
  std::set<int> durations;
  for (const model::Quantity& figure : quantities)
    if (figure.kind == model::QuantityKind::duration && figure.value >= 1 && figure.value < 5000)
      durations.insert(rough_duration(figure.value));
  int pairs = 0;
  for (int size : sizes)
    for (int duration : durations)
      if (++pairs <= 30) add(keys, "nd", std::to_string(size) + ":" + std::to_string(duration));
}

void add_place_topics(std::set<std::string>& keys, const std::set<std::string>& places,
                      const std::vector<std::string>& topics) {
  for (const std::string& place : places)
    for (size_t one = 0; one < topics.size(); ++one)
      for (size_t other = one + 1; other < topics.size(); ++other)
        add(keys, "pt",
            place + ":" + std::min(topics[one], topics[other]) + ":" + std::max(topics[one], topics[other]));
}

/// Journal and year, "a study in the Lancet in 2007", tell few works with a word of the title.
void add_journal_topics(std::set<std::string>& keys, const std::string& initials, int year,
                        const std::vector<std::string>& topics) {
  if (initials.empty() || year <= 0) return;
  for (const std::string& topic : topics)
    add(keys, "jy", initials + ":" + std::to_string(year) + ":" + topic);
}

/// A journal tells few works with two words of the title.
void add_journal_pairs(std::set<std::string>& keys, const std::string& initials,
                       const std::vector<std::string>& topics) {
  if (initials.empty()) return;
  for (size_t one = 0; one < topics.size(); ++one)
    for (size_t other = one + 1; other < topics.size(); ++other)
      add(keys, "jt",
          initials + ":" + std::min(topics[one], topics[other]) + ":" + std::max(topics[one], topics[other]));
}

/// So does the number studied with one of them.
void add_size_topics(std::set<std::string>& keys, int size, const std::vector<std::string>& topics) {
  constexpr int least = 5;
  if (size < least) return;
  for (const std::string& topic : topics) add(keys, "nt", std::to_string(size) + ":" + topic);
}

/// "University of Texas Health Science Center" is called the University of Texas, "Peking University School
/// of Stomatology" Peking University. Folded; the whole name first.
std::vector<std::string> names_of_institution(const std::string& name) {
  std::vector<std::string> names{name};
  const std::string university = "university";
  const size_t at = name.find(university);
  if (at == std::string::npos) return names;
  size_t end = at + university.size();
  if (at == 0 && name.starts_with("university of "))
    end = name.find(' ', std::string("university of ").size());
  if (end < name.size()) names.push_back(name.substr(0, end));
  return names;
}

std::vector<std::string> first_few(std::vector<std::string> words, size_t count) {
  // Long words are the rarer ones.
  std::stable_sort(words.begin(), words.end(), [](const std::string& left, const std::string& right) {
    return left.size() > right.size();
  });
  if (words.size() > count) words.resize(count);
  return words;
}

std::vector<std::string> sorted(const std::set<std::string>& keys) {
  return {keys.begin(), keys.end()};
}

}  // namespace

std::string mention_key(const std::string& kind, const std::string& rest) {
  std::string key = "m:" + kind + ":" + rest;
  // Long keys are hashed, never cut: two institutions may share their first words.
  return key.size() <= key_limit ? key : "m:" + kind + ":#" + short_hash(rest, 16);
}

std::vector<std::string> work_mention_keys(const model::WorkRecord& work) {
  std::set<std::string> keys;
  model::WorkRecord filled;
  const model::WorkRecord* record = &work;
  if (work.study == model::StudyFacts{}) {
    filled = work;
    extract::study_facts(filled);
    record = &filled;
  }
  const model::StudyFacts& study = record->study;
  std::vector<std::string> names;
  // Texts name a work by its first authors or its last; the list of a consortium names nothing.
  for (size_t at = 0; at < work.authors.size(); ++at)
    if (at < 3 || at + 1 == work.authors.size())
      if (!work.authors[at].collective) names.push_back(text::fold(work.authors[at].family));
  std::string initials = journal_initials(work.container.empty() ? work.container_abbrev : work.container);
  const auto last_word = [](const std::string& name) { return name.substr(name.rfind(' ') + 1); };
  if (names.size() >= 2 && !work.authors[1].collective && work.issued.year > 0)
    add(keys, "nn", last_word(names[0]) + ":" + last_word(names[1]) + ":" + std::to_string(work.issued.year));
  for (const std::string& name : names) {
    if (name.empty()) continue;
    std::string last = last_word(name);
    add(keys, "name", last);
    if (!initials.empty()) add(keys, "nj", last + ":" + initials);
    if (work.issued.year > 0) add(keys, "ny", last + ":" + std::to_string(work.issued.year));
    if (work.electronic.year > 0) add(keys, "ny", last + ":" + std::to_string(work.electronic.year));
  }
  const std::vector<std::string> title_topics = first_few(extract::topic_words(work.title), 6);
  for (int year : std::set<int>{work.issued.year, work.electronic.year})
    add_journal_topics(keys, initials, year, first_few(title_topics, 4));
  add_journal_pairs(keys, initials, first_few(title_topics, 5));
  add_size_topics(keys, study.sample_size, title_topics);
  for (size_t at = 0; at < study.institutions.size() && at < 8; ++at) {
    for (const std::string& institution : names_of_institution(text::fold(study.institutions[at]))) {
      add(keys, "inst", institution);
      for (const std::string& topic : title_topics) add(keys, "it", institution + ":" + topic);
    }
  }
  std::set<std::string> places;
  // A few of each: works from everywhere are not told by a place, and keys cost room.
  for (size_t at = 0; at < study.countries.size() && at < 2; ++at)
    places.insert(text::fold(study.countries[at]));
  for (size_t at = 0; at < study.cities.size() && at < 2; ++at) places.insert(text::fold(study.cities[at]));
  add_place_topics(keys, places, title_topics);
  for (const std::string& place : places)
    if (!initials.empty()) add(keys, "pj", place + ":" + initials);
  for (std::string& key : study_name_keys(study_names(*record))) keys.insert(std::move(key));
  std::set<int> sizes;
  if (study.sample_size >= 10) sizes.insert(study.sample_size);
  add_figures(keys, study.quantities, sizes);
  return sorted(keys);
}

std::vector<std::string> passage_mention_keys(const std::vector<const model::Sentence*>& passage) {
  std::set<std::string> keys;
  std::vector<model::Quantity> figures;
  std::set<int> sizes;
  for (const model::Sentence* sentence : passage) {
    StudyCues cues = study_cues(sentence->text, {});
    std::set<std::string> names;
    for (const TextWord& word : text_words(sentence->text)) {
      std::string bare =
          word.folded.ends_with(" s") ? word.folded.substr(0, word.folded.size() - 2) : word.folded;
      size_t hyphen = bare.rfind(' ');
      if (hyphen != std::string::npos) bare.erase(0, hyphen + 1);
      if (word.capital && bare.size() > 2 && !text::is_stop_word(bare)) names.insert(bare);
    }
    // A name as the heading: the sentences below say "he".
    size_t level = sentence->section.rfind(" > ");
    std::string heading = sentence->section.substr(level == std::string::npos ? 0 : level + 3);
    if (std::vector<std::string> words = text::fold_words(heading); words.size() >= 2 && words.size() <= 4)
      names.insert(words.back());
    for (const std::string& name : names) {
      add(keys, "name", name);
      for (const JournalCue& journal : cues.journals)
        add(keys, "nj", name + ":" + journal_initials(journal.name));
      for (int year : cues.years)
        for (int near = year - 1; near <= year + 1; ++near)
          add(keys, "ny", name + ":" + std::to_string(near));
    }
    std::vector<std::string> topics = first_few(extract::topic_words(sentence->text), 14);
    for (const std::string& told : cues.institutions)
      for (const std::string& institution : names_of_institution(told)) {
        add(keys, "inst", institution);
        for (const std::string& topic : topics) add(keys, "it", institution + ":" + topic);
      }
    for (const JournalCue& journal : cues.journals)
      for (int year : cues.years)
        for (int near = year - 1; near <= year + 1 && cues.study_word; ++near)
          add_journal_topics(keys, journal_initials(journal.name), near, topics);
    for (const JournalCue& journal : cues.journals)
      if (journal.sure || cues.study_word) add_journal_pairs(keys, journal_initials(journal.name), topics);
    std::set<std::string> places;
    for (const std::string& name : cues.whereabouts)
      if (places.size() < most_whereabouts) places.insert(name);
    for (const std::string& country : cues.study_countries) places.insert(text::fold(country));
    if (places.size() < 6)
      for (const std::string& country : cues.countries) places.insert(text::fold(country));
    // "the Utrecht trial"
    std::vector<TextWord> words = text_words(sentence->text);
    for (size_t at = 0; at + 1 < words.size(); ++at)
      if (words[at].capital && !text::is_stop_word(words[at].folded) && is_study_word(words[at + 1].folded))
        places.insert(words[at].folded);
    add_place_topics(keys, places, topics);
    for (const JournalCue& journal : cues.journals)
      for (const std::string& place : places) add(keys, "pj", place + ":" + journal_initials(journal.name));
    for (const model::Quantity& figure : cues.quantities) {
      figures.push_back(figure);
      if (figure.kind != model::QuantityKind::sample_size || figure.value >= 1e7) continue;
      const int size = static_cast<int>(figure.value);
      add_size_topics(keys, size, topics);
      if (size >= 10) sizes.insert(size);
    }
  }
  add_figures(keys, figures, sizes);
  return sorted(keys);
}

std::vector<std::string> fingerprint_keys(const model::Sentence& sentence) {
  const auto digits =
      std::count_if(sentence.text.begin(), sentence.text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits < 4 ? std::vector<std::string>()
                    : figure_keys(figures_of(extract::quantities(sentence.text), sentence.text),
                                  most_fingerprint_keys);
}

std::vector<std::string> mention_keys(const model::Article& article) {
  std::set<std::string> keys;
  for (const Passage& passage : passages(article)) {
    const bool mentions = may_mention(article, passage);
    std::vector<const model::Sentence*> sentences;
    for (size_t at = passage.first; at <= passage.last; ++at) {
      const model::Sentence& sentence = article.sentences[at];
      sentences.push_back(&sentence);
      for (std::string& key : fingerprint_keys(sentence)) keys.insert(std::move(key));
      for (std::string& key : study_name_keys(study_names(sentence.text))) keys.insert(std::move(key));
      for (std::string& key : citation_keys(unmarked_citations(sentence))) keys.insert(std::move(key));
    }
    if (!mentions) continue;
    for (std::string& key : passage_mention_keys(sentences)) keys.insert(std::move(key));
  }
  return sorted(keys);
}

}  // namespace evident::resolve
