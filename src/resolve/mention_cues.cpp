// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/mention_cues.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>

#include "extract/design.hpp"
#include "extract/extract.hpp"
#include "extract/place.hpp"
#include "extract/topic.hpp"
#include "text/normal.hpp"

namespace evident::resolve {
namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_title(std::string_view folded) {
  return one_of(folded, {"dr", "doctor", "prof", "professor"});
}

bool reports(std::string_view folded) {
  return folded.starts_with("report") || folded.starts_with("publish") || folded.starts_with("describ") ||
         folded.starts_with("experiment") || folded.starts_with("demonstrat") ||
         folded.starts_with("conclud") || folded.starts_with("observ") ||
         one_of(folded,
                {"found", "showed", "shows", "shown", "treated", "tested", "tried", "conducted", "studied",
                 "compared", "reproduced", "wrote", "examined", "investigated", "measured"});
}

/// Surnames as the text has them: initials after the name ("Agabio R") are no surname.
bool is_initials(const TextWord& word) {
  return word.text.size() <= 3 && std::all_of(word.text.begin(), word.text.end(),
                                              [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
}

bool name_word(const TextWord& word) {
  return word.capital && !text::is_stop_word(word.folded) && !is_title(word.folded) && !word.folded.empty();
}

bool agent_of(const std::vector<TextWord>& words, size_t first, size_t last, size_t limit, bool et_al,
              bool possessive) {
  if (et_al) return true;
  size_t before = first;
  while (before > 0 && is_title(words[before - 1].folded)) --before;
  if (before > 0 && words[before - 1].folded == "by") return true;
  if (possessive && last + 1 < words.size()) {
    // "Smith's study", "Smith's 2004 trial": the noun decides, not what is told later.
    for (size_t next = last + 1; next < words.size() && next <= last + 3; ++next)
      if (one_of(words[next].folded,
                 {"study", "trial", "report", "paper", "group", "team", "article", "findings", "results"}))
        return true;
    return false;
  }
  // "which X had called for": the sentence is about something else.
  if (before > 0 && one_of(words[before - 1].folded, {"which", "whom", "that", "of", "than"})) return false;
  for (size_t next = last + 1; next < words.size() && next < limit; ++next)
    if (reports(words[next].folded)) return true;
  return false;
}

}  // namespace

std::vector<TextWord> text_words(std::string_view text) {
  std::vector<TextWord> words;
  for (size_t at = 0; at < text.size();) {
    if (std::isspace(static_cast<unsigned char>(text[at])) != 0) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < text.size() && std::isspace(static_cast<unsigned char>(text[end])) == 0) ++end;
    TextWord word;
    word.start = at;
    word.end = end;
    static constexpr std::string_view edges = ".,;:()[]{}\"'!?*";
    while (word.start < word.end && edges.find(text[word.start]) != std::string_view::npos) {
      if (std::string_view("([").find(text[word.start]) != std::string_view::npos && !words.empty())
        words.back().closed = true;
      ++word.start;
    }
    // Markers hang on words: "addiction[11]".
    size_t bracket = text.substr(word.start, word.end - word.start).find('[');
    if (bracket != std::string_view::npos && bracket > 0) {
      word.end = word.start + bracket;
      word.closed = true;
    }
    while (word.end > word.start && edges.find(text[word.end - 1]) != std::string_view::npos) {
      --word.end;
      if (text[word.end] != '.' || word.end - word.start > 3) word.closed = true;
    }
    at = end;
    if (word.start >= word.end) continue;
    word.text = text.substr(word.start, word.end - word.start);
    word.folded = text::fold(word.text);
    size_t offset = 0;
    char32_t first = text::next_code_point(word.text, offset);
    word.capital = (first >= 'A' && first <= 'Z') || (first >= 0xC0 && first <= 0xDE && first != 0xD7);
    words.push_back(std::move(word));
  }
  return words;
}

std::vector<PersonCue> person_cues(std::string_view text, const std::set<std::string>& known) {
  std::vector<TextWord> words = text_words(text);
  struct Found {
    PersonCue cue;
    size_t first, last;
    bool possessive;
  };
  std::vector<Found> found;
  for (size_t at = 0; at < words.size(); ++at) {
    if (!name_word(words[at])) continue;
    // The run of capitalised words that starts here, with particles inside.
    size_t last = at;
    while (last + 1 < words.size() && !words[last].closed && name_word(words[last + 1]) && last < at + 4)
      ++last;
    bool titled = at > 0 && is_title(words[at - 1].folded);
    bool et_al = last + 2 < words.size() &&
                 ((words[last + 1].folded == "et" && words[last + 2].folded == "al") ||
                  (words[last + 1].folded == "and" &&
                   (one_of(words[last + 2].folded, {"colleagues", "coworkers", "associates", "coauthors"}) ||
                    words[last + 2].folded.starts_with("co worker"))));
    size_t family = last;
    bool by_known = false;
    if (!titled && !et_al) {
      for (size_t word = at; word <= last && !by_known; ++word) {
        std::string bare = words[word].folded;
        if (bare.ends_with(" s")) bare.resize(bare.size() - 2);
        if (known.count(bare) > 0) {
          family = word;
          by_known = true;
        }
      }
      if (!by_known) {
        at = last;
        continue;
      }
    }
    while (family > at && is_initials(words[family])) --family;
    Found person;
    person.cue.family = words[family].folded;
    person.possessive = person.cue.family.ends_with(" s");
    if (person.possessive) person.cue.family.resize(person.cue.family.size() - 2);
    if (family > at && family - at <= 2) person.cue.given = words[at].folded;
    person.cue.et_al = et_al;
    person.first = at;
    person.last = family;
    person.cue.start = titled ? words[at - 1].start : words[at].start;
    person.cue.end = words[family].end;
    if (!person.cue.family.empty()) found.push_back(std::move(person));
    at = last;
  }
  std::vector<PersonCue> persons;
  for (size_t index = 0; index < found.size(); ++index) {
    size_t limit = index + 1 < found.size() ? found[index + 1].first : words.size();
    Found& person = found[index];
    person.cue.agent = agent_of(words, person.first, person.last, limit, person.cue.et_al, person.possessive);
    persons.push_back(std::move(person.cue));
  }
  return persons;
}

std::vector<JournalCue> journal_cues(std::string_view text) {
  std::vector<TextWord> words = text_words(text);
  std::vector<JournalCue> found;
  for (size_t at = 0; at + 1 < words.size(); ++at) {
    bool called = words[at].folded == "journal" && !words[at].capital;
    if (!called && words[at].folded != "in") continue;
    size_t first = at + 1;
    if (words[first].folded == "the" && first + 1 < words.size()) ++first;
    if (first < words.size() && words[first].folded == "journal" && !words[first].capital)
      continue;  // comes next
    if (first >= words.size() || !words[first].capital) continue;
    size_t last = first;
    while (last + 1 < words.size() && !words[last].closed) {
      size_t next = last + 1;
      while (next < words.size() && next < last + 3 &&
             one_of(words[next].folded, {"of", "and", "the", "for", "in"}) && !words[next].closed)
        ++next;
      if (next >= words.size() || !words[next].capital) break;
      last = next;
    }
    JournalCue cue;
    cue.name = std::string(text.substr(words[first].start, words[last].end - words[first].start));
    bool published = false;
    for (size_t back = 1; back <= 7 && back <= at; ++back)
      published = published || words[at - back].folded.starts_with("publish");
    std::string folded = " " + text::fold(cue.name) + " ";
    bool journal_word =
        folded.find(" journal ") != std::string::npos || folded.find(" annals ") != std::string::npos ||
        folded.find(" archives ") != std::string::npos || folded.find(" lancet ") != std::string::npos;
    cue.sure = called || published || journal_word;
    found.push_back(std::move(cue));
  }
  return found;
}

namespace {
std::vector<std::string> journal_words(std::string_view name) {
  // "Brain (London, England)", "Psychopharmacology (Berl.)": the place is no part of the
  // name.
  std::string bare(name.substr(0, name.find_first_of("(:=")));
  std::vector<std::string> words;
  for (std::string& word : text::fold_words(bare))
    if (!text::is_stop_word(word)) words.push_back(std::move(word));
  return words;
}
}  // namespace

std::string journal_initials(std::string_view name) {
  std::string initials;
  for (const std::string& word : journal_words(name)) initials += word[0];
  return initials;
}

bool same_journal(std::string_view left, std::string_view right) {
  std::vector<std::string> one = journal_words(left), other = journal_words(right);
  if (one.empty() || other.empty()) return false;
  if (one.size() == 1 && one[0].size() > 2 && one[0] == journal_initials(right)) return true;
  if (other.size() == 1 && other[0].size() > 2 && other[0] == journal_initials(left)) return true;
  if (one.size() != other.size()) return false;
  for (size_t at = 0; at < one.size(); ++at)
    if (!one[at].starts_with(other[at]) && !other[at].starts_with(one[at])) return false;
  return true;
}

std::set<std::string> acronyms(std::string_view text) {
  static const std::set<std::string, std::less<>> common = {
      "SD",  "CI",  "OR", "HR",  "RR",   "SE",    "SEM", "IQR", "BMI", "ITT", "RCT", "ANOVA", "ANCOVA",
      "USA", "UK",  "US", "EU",  "NS",   "II",    "III", "IV",  "AE",  "AES", "SAE", "SAES",  "VS",
      "MG",  "KG",  "ML", "DNA", "RNA",  "ARR",   "NNT", "AUC", "GLM", "LSM", "NR",  "NA",    "MD",
      "RD",  "IRR", "ES", "VAS", "TEAE", "TEAES", "PP",  "ICC", "IU",  "DF",  "AND", "NOT",   "THE"};
  std::set<std::string> found;
  for (size_t at = 0; at < text.size();) {
    size_t end = at, capitals = 0;
    while (end < text.size() && std::isalnum(static_cast<unsigned char>(text[end])) != 0)
      capitals += std::isupper(static_cast<unsigned char>(text[end++])) != 0 ? 1 : 0;
    const size_t size = end - at;
    if (capitals >= 2 && 2 * capitals > size && size <= 12) {
      std::string word(text.substr(at, size));
      if (common.count(word) == 0) found.insert(std::move(word));
    }
    at = std::max(end, at + 1);
  }
  return found;
}

bool is_study_word(std::string_view folded) {
  return one_of(folded, {"study", "trial", "experiment", "team", "researchers", "investigators", "scientists",
                         "group", "physicians", "doctors", "authors", "paper", "report", "case", "article",
                         "investigation", "survey"});
}

StudyCues study_cues(std::string_view text, const std::set<std::string>& known_families) {
  StudyCues cues;
  cues.persons = person_cues(text, known_families);
  cues.journals = journal_cues(text);
  cues.quantities = extract::quantities(text);
  cues.design = extract::design_in(text);
  cues.self_experiment = extract::tells_self_experiment(text);
  cues.topics = extract::topic_set(text);
  std::vector<TextWord> words = text_words(text);
  for (size_t at = 0; at < words.size(); ++at) {
    const TextWord& word = words[at];
    if (is_study_word(word.folded)) cues.study_word = true;
    if (word.folded == "book") cues.book = true;
    if (word.capital) cues.capitals.insert(word.folded);
    bool year = word.text.size() == 4 &&
                std::all_of(word.text.begin(), word.text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!year) continue;
    int value = std::atoi(std::string(word.text).c_str());
    if (value < 1850 || value > 2100) continue;
    bool bracketed = word.start > 0 && text[word.start - 1] == '(';
    bool dated = at > 0 && (one_of(words[at - 1].folded, {"in", "the", "a", "his", "her", "their"}) ||
                            words[at - 1].folded.ends_with(" s"));  // "Smith's 2004 report"
    if (bracketed || dated) cues.years.push_back(value);
  }
  for (const extract::Place& place : extract::places(text)) {
    cues.countries.push_back(place.country);
    if (!place.adjective) continue;
    auto after = std::find_if(words.begin(), words.end(),
                              [&](const TextWord& word) { return word.start >= place.end; });
    for (int ahead = 0; ahead < 3 && after != words.end(); ++ahead, ++after)
      if (is_study_word(after->folded)) {
        cues.study_countries.push_back(place.country);
        break;
      }
  }
  for (const std::string& name : extract::institutions(text)) cues.institutions.push_back(text::fold(name));
  return cues;
}

namespace {
/// What is done to those who are studied, in a folded sentence.
constexpr std::array<std::string_view, 10> done_to_people = {
    " random",    " received ",  " were given ", " were treated ", " followed ",
    " enrolled ", " recruited ", " surveyed ",   " interviewed ",  " took part "};
}  // namespace

bool introduces_study(std::string_view sentence) {
  std::vector<TextWord> words = text_words(sentence);
  for (size_t at = 0; at < words.size(); ++at) {
    bool indefinite = one_of(words[at].folded, {"a", "an", "another", "one", "this", "recent"});
    bool named = words[at].folded == "the" && at + 1 < words.size() && words[at + 1].capital;
    if (!indefinite && !named) continue;
    for (size_t next = at + 1; next < words.size() && next <= at + 5; ++next) {
      if (is_study_word(words[next].folded)) return true;
      if (words[next].closed || one_of(words[next].folded, {"of", "in", "for", "that", "is", "was", "and"}))
        break;
    }
  }
  const std::string folded = " " + text::fold(sentence) + " ";
  const bool done_to =
      std::any_of(done_to_people.begin(), done_to_people.end(),
                  [&](std::string_view words_of) { return folded.find(words_of) != std::string::npos; });
  if (!done_to) return false;
  std::vector<model::Quantity> figures = extract::quantities(sentence);
  return std::any_of(figures.begin(), figures.end(), [](const model::Quantity& figure) {
    return figure.kind == model::QuantityKind::sample_size && figure.value >= 5;
  });
}

bool continues_study(std::string_view sentence) {
  std::string folded = text::fold(sentence) + " ";
  // A marker that opens the line belongs to the sentence before.
  size_t start = folded.find_first_not_of("0123456789 ");
  if (start != std::string::npos) folded.erase(0, start);
  for (std::string_view opening :
       {"the trial ",          "the study ",      "the researchers ",  "the authors ",
        "the investigators ",  "the treatment ",  "the participants ", "the patients ",
        "the results ",        "results ",        "in his paper ",     "in her paper ",
        "in their paper ",     "in the paper ",   "in this study ",    "in this trial ",
        "in the study ",       "in the trial ",   "however we ",       "we ",
        "the mean ",           "the median ",     "the average ",      "patients who received ",
        "those who received ", "in his article ", "in her article ",   "in their article ",
        "this trial ",         "this study ",     "the experiment ",   "the report ",
        "the paper ",          "they concluded ", "they found "})
    if (folded.starts_with(opening)) return true;
  std::string padded = " " + folded;
  for (std::string_view inside : {" week trial ", " month trial ", " trial participants ",
                                  " were randomly assigned ", " the study participants "})
    if (padded.find(inside) != std::string::npos) return true;
  return false;
}

}  // namespace evident::resolve
