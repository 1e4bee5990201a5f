// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/concepts.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "index/postings.hpp"
#include "index/schema.hpp"
#include "index/suggestion.hpp"
#include "index/word_stem.hpp"
#include "index/words.hpp"
#include "text/definitions.hpp"
#include "text/normal.hpp"
#include "text/spelling.hpp"

namespace evident::index {

namespace {

// Found on training data: see the measure `meaning` in eval/.
constexpr double weight_of_relatives = 0.5;
constexpr double weight_of_definitions = 0.5;
/// Words whose common beginning is so much of both are relatives ("osteoblast", "osteoblastic").
constexpr double least_likeness = 0.7;
constexpr size_t shortest_beginning = 5;
constexpr size_t most_relatives = 30;
/// An abbreviation has many meanings: those that so many of its definitions give count.
constexpr double least_share = 0.2;
constexpr size_t most_meanings = 3;
constexpr size_t longest_meaning = 6;  // words

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string joined(const std::vector<std::string>& terms) {
  std::string all;
  for (const auto& term : terms) all += (all.empty() ? "" : " ") + term;
  return all;
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

class Question {
 public:
  Question(const Xapian::Database& database, const std::string& text)
      : m_database(database), m_all(text_count(database)), m_text(text), m_words(words(text)) {
    for (const auto& word : m_words) {
      m_stems.push_back(m_stemmer(word.text));
      m_concepts.emplace_back();
      add(m_concepts.size() - 1, {m_stems.back()}, 1);
    }
  }

  std::vector<Concept> run() {
    for (size_t i = 0; i < m_words.size(); ++i) {
      if (is_stop(i)) continue;
      add_spellings(i);
      add_parts(i);
      if (i + 1 < m_words.size()) add_joined(i);
      add_relatives(i);
      add_meanings(i);
      if (m_concepts[i].forms.size() == 1) add_correction(i);
    }
    for (size_t i = 0; i < m_words.size(); ++i) add_abbreviations(i);
    return finished();
  }

 private:
  bool is_stop(size_t i) const { return text::is_stop_word(m_words[i].text); }
  bool known(const std::string& term) const { return any_with(m_database, term); }

  /// A form that is there keeps the greater weight.
  void add(size_t i, std::vector<std::string> terms, double weight) {
    auto& forms = m_concepts[i].forms;
    const auto same =
        std::find_if(forms.begin(), forms.end(), [&](const Form& form) { return form.terms == terms; });
    if (same != forms.end()) {
      same->weight = std::max(same->weight, weight);
    } else {
      forms.push_back({std::move(terms), weight});
    }
  }
  void add_known(size_t i, std::vector<std::string> terms, double weight) {
    if (std::all_of(terms.begin(), terms.end(), [&](const auto& term) { return known(term); }))
      add(i, std::move(terms), weight);
  }

  void add_spellings(size_t i) {
    for (const auto& variant : text::spelling_variants(m_words[i].text))
      add_known(i, {m_stemmer(variant)}, 1);
    std::string word = m_words[i].text;
    // A "+" belongs to the word: "CD4+" and "CD4" are one for a reader.
    if (word.back() != '+') return add_known(i, {word + "+"}, 1);
    while (!word.empty() && word.back() == '+') word.pop_back();
    add_known(i, {m_stemmer(word)}, 1);
  }

  /// "IL6" stands for "IL-6" too, "TNFalpha" for "TNF-alpha".
  void add_parts(size_t i) {
    const std::string& word = m_words[i].text;
    size_t cut = 1;
    while (cut < word.size() && is_digit(word[cut]) == is_digit(word[cut - 1])) ++cut;
    if (cut < word.size())
      return add_known(i, {m_stemmer(word.substr(0, cut)), m_stemmer(word.substr(cut))}, 1);
    for (const std::string_view letter :
         {"alpha", "beta", "gamma", "kappa", "delta", "α", "β", "γ", "κ", "δ"}) {
      if (word.size() <= letter.size() || !word.ends_with(letter)) continue;
      const std::string begin = m_stemmer(word.substr(0, word.size() - letter.size()));
      add_known(i, {begin, m_stemmer(std::string(letter))}, 1);
      for (const auto& other : text::spelling_variants(letter)) add_known(i, {begin, m_stemmer(other)}, 1);
    }
  }

  /// Two words that a hyphen joins, or that have a number, may be written as one.
  void add_joined(size_t i) {
    const std::string_view gap =
        std::string_view(m_text).substr(m_words[i].end, m_words[i + 1].start - m_words[i].end);
    const std::string one = m_words[i].text + m_words[i + 1].text;
    const bool number = std::any_of(one.begin(), one.end(), is_digit);
    const bool hyphen = gap == "-" || gap == "\xE2\x80\x93" || gap == "\xE2\x80\x90" || gap == "\xE2\x80\x91";
    if (!hyphen && !(number && gap == " ")) return;
    const std::string term = m_stemmer(one);
    add_known(i, {term}, 1);
    add_known(i + 1, {term}, 1);
  }

  void add_relatives(size_t i) {
    const std::string& stem = m_stems[i];
    if (stem.size() < shortest_beginning || std::any_of(stem.begin(), stem.end(), is_digit)) return;
    std::vector<std::pair<Xapian::doccount, std::string>> found;
    const std::string begin = stem.substr(0, shortest_beginning);
    for (auto term = m_database.allterms_begin(begin); term != m_database.allterms_end(begin); ++term) {
      const std::string other = *term;
      if (other == stem || std::any_of(other.begin(), other.end(), is_digit)) continue;
      const auto common = static_cast<size_t>(
          std::mismatch(stem.begin(), stem.end(), other.begin(), other.end()).first - stem.begin());
      if (2.0 * static_cast<double>(common) >=
          least_likeness * static_cast<double>(stem.size() + other.size()))
        found.emplace_back(term.get_termfreq(), other);
    }
    std::sort(found.begin(), found.end(), [](const auto& left, const auto& right) {
      return left.first != right.first ? left.first > right.first : left.second < right.second;
    });
    if (found.size() > most_relatives) found.resize(most_relatives);
    for (auto& [count, term] : found) add(i, {std::move(term)}, weight_of_relatives);
  }

  /// What a word that no text has in any form was most likely meant to be.
  void add_correction(size_t i) {
    const std::string& stem = m_stems[i];
    if (stem.size() < shortest_beginning || known(stem)) return;
    const std::string term = nearest_term(m_database, stem, "");
    if (!term.empty()) add(i, {term}, weight_of_relatives);
  }

  /// The other half of definitions that begin with a term, most frequent first.
  std::vector<std::pair<Xapian::doccount, std::string>> definitions(std::string_view prefix,
                                                                    const std::string& key) const {
    const std::string begin = make_term(prefix, key) + "=";
    std::vector<std::pair<Xapian::doccount, std::string>> found;
    for (auto term = m_database.allterms_begin(begin); term != m_database.allterms_end(begin); ++term)
      found.emplace_back(term.get_termfreq(), (*term).substr(begin.size()));
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& left, const auto& right) { return left.first > right.first; });
    return found;
  }

  /// Meanings of an abbreviation that a good share of its definitions give.
  std::vector<std::string> meanings(const std::string& abbreviation) const {
    const auto found = definitions(prefix::abbreviation, abbreviation);
    double all = 0;
    for (const auto& [count, meaning] : found) all += count;
    std::vector<std::string> common;
    for (const auto& [count, meaning] : found) {
      if (count >= least_share * all && common.size() < most_meanings) common.push_back(meaning);
    }
    return common;
  }

  void add_meanings(size_t i) {
    if (m_stems[i].size() < 2) return;
    for (const auto& meaning : meanings(m_stems[i])) add(i, split(meaning), weight_of_definitions);
  }

  /// Words that some text abbreviates: each of them is meant where the abbreviation stands.
  void add_abbreviations(size_t first) {
    std::vector<std::string> meaning;
    for (size_t end = first; end < m_words.size() && meaning.size() < longest_meaning; ++end) {
      meaning.push_back(m_stems[end]);
      const std::string key = joined(meaning);
      const auto found = definitions(prefix::meaning, key);
      if (found.empty() || (meaning.size() == 1 && found.front().first < 2)) continue;
      const std::string& abbreviation = found.front().second;
      const auto usual = meanings(abbreviation);
      if (std::find(usual.begin(), usual.end(), key) == usual.end()) continue;
      for (size_t i = first; i <= end; ++i) {
        if (!is_stop(i)) add_known(i, {abbreviation}, weight_of_definitions);
      }
    }
  }

  /// Words that occur again are one concept.
  std::vector<Concept> finished() {
    std::vector<Concept> all;
    std::map<std::string, size_t> places;
    for (size_t i = 0; i < m_words.size(); ++i) {
      if (is_stop(i)) continue;
      const auto [place, fresh] = places.emplace(m_stems[i], all.size());
      if (fresh) {
        all.push_back(std::move(m_concepts[i]));
      } else {
        all[place->second].times += 1;
      }
    }
    for (auto& notion : all) {
      notion.rarity = rarity(having(notion, ""), m_all);
      notion.title_rarity = rarity(having(notion, prefix::title), m_all);
    }
    return all;
  }

  /// How many documents have one of the forms, no more than the sum of each.
  Xapian::doccount having(const Concept& notion, std::string_view text_prefix) const {
    uint64_t count = 0;
    for (const auto& form : notion.forms) {
      if (form.terms.size() == 1) count += m_database.get_termfreq(std::string(text_prefix) + form.terms[0]);
    }
    return static_cast<Xapian::doccount>(std::min<uint64_t>(count, m_all));
  }

  const Xapian::Database& m_database;
  Xapian::doccount m_all;
  const std::string& m_text;
  std::vector<Word> m_words;
  std::vector<std::string> m_stems;
  std::vector<Concept> m_concepts;  // of each word
  Xapian::Stem m_stemmer = word_stem();
};

}  // namespace

std::vector<Concept> concepts(const Xapian::Database& database, const std::string& text) {
  return Question(database, text).run();
}

double rarity(Xapian::doccount having, Xapian::doccount all) {
  const double with = having, without = std::max(0.0, static_cast<double>(all) - with);
  return std::log(1 + (without + 0.5) / (with + 0.5));
}

Xapian::doccount text_count(const Xapian::Database& database) {
  Xapian::doccount count = 0;
  for (const char* kind : {"claim", "work", "article"})
    count += database.get_termfreq(make_term(prefix::kind, kind));
  return count;
}

void add_definitions(Xapian::Document& document, const Xapian::Stem& stemmer, const std::string& text) {
  for (const auto& [abbreviation, meaning] : text::definitions(text)) {
    const auto short_words = words(abbreviation);
    if (short_words.size() != 1) continue;
    const std::string short_term = stemmer(short_words[0].text);
    std::vector<std::string> terms;
    for (const auto& word : words(meaning)) terms.push_back(stemmer(word.text));
    if (terms.empty() || std::find(terms.begin(), terms.end(), short_term) != terms.end()) continue;
    if (text::is_stop_word(terms.front())) continue;
    const std::string long_term = joined(terms);
    document.add_boolean_term(make_term(prefix::abbreviation, short_term + "=" + long_term));
    document.add_boolean_term(make_term(prefix::meaning, long_term + "=" + short_term));
  }
}

}  // namespace evident::index
