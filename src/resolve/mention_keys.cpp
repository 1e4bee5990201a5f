// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/mention_keys.hpp"

#include <algorithm>
#include <set>

#include "extract/extract.hpp"
#include "extract/topic.hpp"
#include "model/link_key.hpp"
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

constexpr size_t most_figure_keys = 100;  // of a work or a description
constexpr size_t most_whereabouts = 4;  // of a sentence: each makes as many keys as there are pairs of words
constexpr size_t most_pairs_with_duration = 30;
constexpr int least_size = 5, least_size_for_duration = 10;
constexpr size_t most_fingerprint_keys = 16;  // of one sentence: each is a search

using Keys = std::set<std::string>;

std::string name_fact(const std::string& name) {
  return mention_key("name", name);
}
std::string journal_fact(const std::string& initials) {
  return mention_key("j", initials);
}
std::string place_fact(const std::string& place) {
  return mention_key("p", place);
}
std::string institution_fact(const std::string& institution) {
  return mention_key("inst", institution);
}
std::string size_fact(int size) {
  return mention_key("n", std::to_string(size));
}
std::string topic_fact(const std::string& word) {
  return mention_key("t", word);
}
std::string issue_fact(const std::string& initials, int year) {
  return mention_key("jy", initials + ":" + std::to_string(year));
}

/// Two words of a title, in whatever order.
std::vector<std::string> topic_pairs(const std::vector<std::string>& topics) {
  std::vector<std::string> pairs;
  for (size_t one = 0; one < topics.size(); ++one)
    for (size_t other = one + 1; other < topics.size(); ++other)
      pairs.push_back(mention_key(
          "tt", std::min(topics[one], topics[other]) + ":" + std::max(topics[one], topics[other])));
  return pairs;
}

/// Asks for a fact and any one of the others.
void add_with_each(Keys& keys, const std::string& fact, const std::vector<std::string>& others) {
  for (const std::string& other : others) keys.insert(model::joined_key(fact, other));
}

std::vector<std::string> topic_facts(const std::vector<std::string>& topics) {
  std::vector<std::string> facts;
  facts.reserve(topics.size());
  for (const std::string& word : topics) facts.push_back(topic_fact(word));
  return facts;
}

std::set<int> rough_durations(const std::vector<model::Quantity>& quantities) {
  std::set<int> durations;
  for (const model::Quantity& figure : quantities)
    if (figure.kind == model::QuantityKind::duration && figure.value >= 1 && figure.value < 5000)
      durations.insert(rough_duration(figure.value));
  return durations;
}

std::string duration_fact(int duration) {
  return mention_key("d", std::to_string(duration));
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

std::vector<std::string> sorted(const Keys& keys) {
  return {keys.begin(), keys.end()};
}

}  // namespace

std::string mention_key(const std::string& kind, const std::string& rest) {
  return "m:" + kind + ":" + rest;
}

std::string person_year_key(const std::string& family, int year) {
  return model::joined_key(name_fact(family), mention_key("y", std::to_string(year)));
}

std::vector<std::string> work_mention_keys(const model::WorkRecord& work) {
  Keys facts;
  model::WorkRecord filled;
  const model::WorkRecord* record = &work;
  if (work.study == model::StudyFacts{}) {
    filled = work;
    extract::study_facts(filled);
    record = &filled;
  }
  const model::StudyFacts& study = record->study;
  // Texts name a work by its first authors or its last; the list of a consortium names nothing.
  const auto last_word = [](const std::string& name) { return name.substr(name.rfind(' ') + 1); };
  std::vector<std::string> names;
  for (const model::Person& author : work.authors)
    if (!author.collective) names.push_back(last_word(text::fold(author.family)));
  if (names.size() >= 2 && work.issued.year > 0)
    facts.insert(mention_key("nn", names[0] + ":" + names[1] + ":" + std::to_string(work.issued.year)));
  for (size_t at = 0; at < names.size(); ++at)
    if ((at < 3 || at + 1 == names.size()) && !names[at].empty()) facts.insert(name_fact(names[at]));
  const std::string initials =
      journal_initials(work.container.empty() ? work.container_abbrev : work.container);
  if (!initials.empty()) facts.insert(journal_fact(initials));
  for (int year : {work.issued.year, work.electronic.year}) {
    if (year <= 0) continue;
    facts.insert(mention_key("y", std::to_string(year)));
    if (!initials.empty()) facts.insert(issue_fact(initials, year));
  }
  const std::vector<std::string> topics = first_few(extract::topic_words(work.title), 6);
  for (std::string& fact : topic_facts(topics)) facts.insert(std::move(fact));
  for (std::string& pair : topic_pairs(topics)) facts.insert(std::move(pair));
  if (study.sample_size >= least_size) facts.insert(size_fact(study.sample_size));
  for (int duration : rough_durations(study.quantities)) facts.insert(duration_fact(duration));
  for (size_t at = 0; at < study.institutions.size() && at < 8; ++at)
    for (const std::string& institution : names_of_institution(text::fold(study.institutions[at])))
      facts.insert(institution_fact(institution));
  // A few of each: works from everywhere are not told by a place.
  for (const auto* places : {&study.countries, &study.cities})
    for (size_t at = 0; at < places->size() && at < 2; ++at)
      facts.insert(place_fact(text::fold((*places)[at])));
  for (std::string& key : study_name_keys(study_names(*record))) facts.insert(std::move(key));
  for (std::string& key : figure_keys(figures_of(study.quantities), most_figure_keys))
    facts.insert(std::move(key));
  return sorted(facts);
}

std::vector<std::string> passage_mention_keys(const std::vector<const model::Sentence*>& passage) {
  Keys keys;
  std::vector<model::Quantity> figures;
  std::set<int> sizes;
  for (const model::Sentence* sentence : passage) {
    StudyCues cues = study_cues(sentence->text, {});
    std::vector<std::string> journals, sure_journals;  // facts
    for (const JournalCue& journal : cues.journals) {
      const std::string initials = journal_initials(journal.name);
      if (initials.empty()) continue;
      journals.push_back(journal_fact(initials));
      if (journal.sure || cues.study_word) sure_journals.push_back(journals.back());
    }
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
      keys.insert(name_fact(name));
      add_with_each(keys, name_fact(name), journals);
      for (int year : cues.years)
        for (int near = year - 1; near <= year + 1; ++near) keys.insert(person_year_key(name, near));
    }
    const std::vector<std::string> topics = first_few(extract::topic_words(sentence->text), 14);
    const std::vector<std::string> words_of_titles = topic_facts(topics);
    const std::vector<std::string> pairs = topic_pairs(topics);
    for (const std::string& told : cues.institutions)
      for (const std::string& institution : names_of_institution(told)) {
        keys.insert(institution_fact(institution));
        add_with_each(keys, institution_fact(institution), words_of_titles);
      }
    // Journal and year, "a study in the Lancet in 2007", tell few works with a word of the title, the journal
    // alone with two.
    for (const JournalCue& journal : cues.journals)
      for (int year : cues.years)
        for (int near = year - 1; near <= year + 1 && cues.study_word; ++near)
          add_with_each(keys, issue_fact(journal_initials(journal.name), near), words_of_titles);
    for (const std::string& pair : pairs) add_with_each(keys, pair, sure_journals);
    std::set<std::string> whereabouts;
    for (const std::string& name : cues.whereabouts)
      if (whereabouts.size() < most_whereabouts) whereabouts.insert(name);
    for (const std::string& country : cues.study_countries) whereabouts.insert(text::fold(country));
    if (whereabouts.size() < 6)
      for (const std::string& country : cues.countries) whereabouts.insert(text::fold(country));
    // "the Utrecht trial"
    std::vector<TextWord> words = text_words(sentence->text);
    for (size_t at = 0; at + 1 < words.size(); ++at)
      if (words[at].capital && !text::is_stop_word(words[at].folded) && is_study_word(words[at + 1].folded))
        whereabouts.insert(words[at].folded);
    std::vector<std::string> places;
    for (const std::string& place : whereabouts) places.push_back(place_fact(place));
    for (const std::string& pair : pairs) add_with_each(keys, pair, places);
    for (const std::string& journal : journals) add_with_each(keys, journal, places);
    for (const model::Quantity& figure : cues.quantities) {
      figures.push_back(figure);
      if (figure.kind != model::QuantityKind::sample_size || figure.value >= 1e7) continue;
      const int size = static_cast<int>(figure.value);
      if (size < least_size) continue;
      // So does the number studied with a word of the title.
      add_with_each(keys, size_fact(size), words_of_titles);
      sizes.insert(size);
    }
  }
  for (std::string& key : figure_keys(figures_of(figures), most_figure_keys)) keys.insert(std::move(key));
  size_t pairs_made = 0;
  const std::set<int> durations = rough_durations(figures);
  for (auto size = sizes.lower_bound(least_size_for_duration); size != sizes.end(); ++size)
    for (int duration : durations)
      if (pairs_made++ < most_pairs_with_duration)
        keys.insert(model::joined_key(size_fact(*size), duration_fact(duration)));
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
