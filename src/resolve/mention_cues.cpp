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
#include "resolve/text_words.hpp"
#include "text/normal.hpp"

namespace evident::resolve {

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

bool is_researcher(std::string_view folded) {
  static constexpr std::array<std::string_view, 11> words = {
      "researchers", "investigators", "scientists", "team",    "doctors", "physicians",
      "surgeons",    "engineers",     "chemists",   "authors", "nurses"};
  static constexpr std::array<std::string_view, 6> trades = {"ologists", "iatrists", "icians",
                                                             "icists",   "ontists",  "therapists"};
  return std::find(words.begin(), words.end(), folded) != words.end() ||
         std::any_of(trades.begin(), trades.end(),
                     [&](std::string_view ending) { return folded.ends_with(ending); });
}

namespace {

/// Words of telling, which are of no subject.
constexpr std::string_view plain_words =
    "according almost alone along already always asked became began better built came check despite even far "
    "fewer gave get got great half just kept know known later least like likely look looked made make might "
    "much "
    "nearly need needed never often only out put reported said same saw say says seen several still tell "
    "tells "
    "thought told too took turned used way went wrote yet five ten dozen";

bool in_own_voice(const std::vector<TextWord>& words) {
  for (size_t at = 0; at < words.size(); ++at) {
    // Authors tell of approval and consent for their own study alone.
    if (one_of(words[at].folded, {"we", "our", "herein", "ethics", "ethical", "consent", "funded"}))
      return true;
    if (at + 1 < words.size() && one_of(words[at].folded, {"this", "present"}) &&
        (is_study_word(words[at + 1].folded) ||
         one_of(words[at + 1].folded, {"protocol", "article", "paper"})))
      return true;
  }
  return false;
}

/// Names that a word of place leads to, "at Duke", "in Rio de Janeiro", and their first words.
std::set<std::string> whereabouts_in(const std::vector<TextWord>& words) {
  constexpr size_t longest = 4;
  std::set<std::string> found;
  for (size_t at = 0; at + 1 < words.size(); ++at) {
    if (words[at].closed || !one_of(words[at].folded, {"in", "from", "at", "of"})) continue;
    std::string name;
    for (size_t next = at + 1; next < words.size() && next <= at + longest; ++next) {
      const bool inner = !name.empty() && one_of(words[next].folded, {"de", "do", "la", "of"});
      if (!words[next].capital && !inner) break;
      if (text::is_stop_word(words[next].folded) && !inner) break;
      name += (name.empty() ? "" : " ") + words[next].folded;
      if (words[next].capital) found.insert(name);
      if (words[next].closed) break;
    }
  }
  return found;
}

}  // namespace

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
    const bool date =
        at > 0 && one_of(words[at - 1].folded, {"in", "since", "until", "from", "to", "and", "by", "during"});
    if (date) cues.latest_year = std::max(cues.latest_year, value);
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
      if (is_study_word(after->folded) || is_researcher(after->folded)) {
        cues.study_countries.push_back(place.country);
        break;
      }
  }
  cues.own_voice = in_own_voice(words);
  cues.traits = study_traits(text, words);
  cues.whereabouts = whereabouts_in(words);
  for (const std::string& name : extract::institutions(text)) cues.institutions.push_back(text::fold(name));
  cues.subject = cues.topics;
  static const std::vector<std::string> plain = extract::topic_words(plain_words);
  for (const std::string& word : plain) cues.subject.erase(word);
  const auto names_no_subject = [&](std::string_view name) {
    for (const std::string& word : extract::topic_words(name)) cues.subject.erase(word);
  };
  for (const TextWord& word : words)
    if (is_researcher(word.folded) || is_study_word(word.folded)) names_no_subject(word.folded);
  for (const JournalCue& journal : cues.journals)
    if (journal.sure) names_no_subject(journal.name);
  for (const std::string& name : cues.institutions) names_no_subject(name);
  for (const std::string& name : cues.whereabouts) names_no_subject(name);
  for (const extract::Place& place : extract::places(text))
    names_no_subject(text.substr(place.start, place.end - place.start));
  return cues;
}

namespace {
/// What is done to those who are studied, in a folded sentence.
constexpr std::array<std::string_view, 10> done_to_people = {
    " random",    " received ",  " were given ", " were treated ", " followed ",
    " enrolled ", " recruited ", " surveyed ",   " interviewed ",  " took part "};

bool counts_people(std::string_view sentence) {
  const std::vector<model::Quantity> figures = extract::quantities(sentence);
  return std::any_of(figures.begin(), figures.end(), [](const model::Quantity& figure) {
    return figure.kind == model::QuantityKind::sample_size && figure.value >= 5;
  });
}

/// What is done in a study: "Doctors in Rome recommend ..." tells of none.
bool is_research_verb(std::string_view folded) {
  static constexpr std::array<std::string_view, 45> verbs = {
      "found",     "compared",  "studied",   "gave",         "given",     "asked",      "tested",
      "followed",  "treated",   "measured",  "examined",     "analysed",  "analyzed",   "looked",
      "received",  "took",      "tried",     "interviewed",  "surveyed",  "recruited",  "enrolled",
      "reviewed",  "sequenced", "showed",    "reported",     "described", "randomly",   "randomised",
      "simulated", "counted",   "concluded", "investigated", "observed",  "identified", "discovered",
      "developed", "built",     "solved",    "stimulated",   "sorted",    "combed",     "screened",
      "published", "assessed",  "tracked"};
  return std::find(verbs.begin(), verbs.end(), folded) != verbs.end();
}

/// "The trial from the University of Utrecht": at "the".
bool names_its_origin(const std::vector<TextWord>& words, size_t at) {
  if (at + 3 >= words.size() || !is_study_word(words[at + 1].folded) || words[at + 1].closed ||
      !one_of(words[at + 2].folded, {"from", "at", "of", "by", "in"}))
    return false;
  const size_t name = words[at + 3].folded == "the" ? at + 4 : at + 3;
  return name < words.size() && words[name].capital;
}

bool may_name_journal(std::string_view sentence) {
  static constexpr std::array<std::string_view, 7> parts = {"ournal", "nnals", "rchives", "ancet",
                                                            "ublish", "ppear", "wr"};
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return sentence.find(part) != std::string_view::npos; });
}

}  // namespace

bool introduces_study(std::string_view sentence) {
  std::vector<TextWord> words = text_words(sentence);
  for (size_t at = 0; at < words.size(); ++at) {
    bool indefinite = one_of(words[at].folded, {"a", "an", "another", "one", "this", "recent"});
    bool named = words[at].folded == "the" && at + 1 < words.size() && words[at + 1].capital;
    if (words[at].folded == "the" && names_its_origin(words, at)) return true;
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
  return done_to && counts_people(sentence);
}

bool tells_origin(std::string_view sentence) {
  if (may_name_journal(sentence)) {
    const std::vector<JournalCue> journals = journal_cues(sentence);
    if (std::any_of(journals.begin(), journals.end(), [](const JournalCue& journal) { return journal.sure; }))
      return true;
  }
  const std::vector<TextWord> words = text_words(sentence);
  const auto some_word = [&](bool (*is)(std::string_view)) {
    return std::any_of(words.begin(), words.end(), [&](const TextWord& word) { return is(word.folded); });
  };
  if (!some_word(is_research_verb)) return false;
  if (!some_word(is_researcher) && !counts_people(sentence)) return false;
  return !whereabouts_in(words).empty() || !extract::places(sentence).empty() ||
         !extract::institutions(sentence).empty();
}

namespace {

/// "They gave half of them ...", "It lasted ...", "Half of them ...": who made the study, it, and who took
/// part.
bool begins_with_pronoun(const std::vector<TextWord>& words) {
  if (words.size() < 3) return false;
  const std::string &first = words[0].folded, &second = words[1].folded;
  if (first == "they") return is_research_verb(second) || one_of(second, {"taught", "divided", "assigned"});
  if (first == "it")
    return one_of(second, {"lasted", "enrolled", "included", "involved", "recruited", "compared",
                           "randomised", "randomized", "followed", "found"});
  return (one_of(first, {"half", "most", "none", "all", "some"}) && second == "of" &&
          words[2].folded == "them") ||
         (first == "the" && one_of(second, {"others", "rest"})) ||
         (first == "the" && second == "other" && one_of(words[2].folded, {"half", "group"}));
}

}  // namespace

bool continues_study(std::string_view sentence) {
  const std::vector<TextWord> words = text_words(sentence);
  if (names_its_origin(words, 0)) return false;
  if (begins_with_pronoun(words)) return true;
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

bool names_again(std::string_view sentence, std::string_view before) {
  const std::vector<TextWord> words = text_words(sentence);
  if (words.size() < 3 || !one_of(words[0].folded, {"the", "this", "these", "those", "both"})) return false;
  // "The daily training": the noun may stand behind an adjective.
  const std::string told = text::fold(before);
  return std::any_of(words.begin() + 1, words.begin() + 3, [&](const TextWord& word) {
    return word.folded.size() > 3 && !text::is_stop_word(word.folded) && stands_in(word.folded, told);
  });
}

}  // namespace evident::resolve
