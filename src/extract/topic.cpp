// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/topic.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "text/normal.hpp"

namespace evident::extract {

std::string stem(std::string_view folded_word) {
  // Longest endings first. Each must leave a stem of four letters, so that short words stay as they are.
  static constexpr std::array<std::string_view, 34> endings = {
      "fulness", "iveness", "ations", "ically", "ation", "ments", "ences", "ances", "ities",
      "ional",   "ives",    "ness",   "ment",   "ence",  "ance",  "ents",  "ants",  "isms",
      "ions",    "ings",    "ent",    "ant",    "ism",   "ics",   "ion",   "ing",   "ive",
      "ity",     "ies",     "ic",     "ed",     "es",    "ly",    "s"};
  std::string word(folded_word);
  for (int round = 0; round < 2; ++round) {
    for (std::string_view ending : endings) {
      if (word.size() >= ending.size() + 4 && word.ends_with(ending)) {
        if (ending == "s" && word.ends_with("ss")) break;
        word.resize(word.size() - ending.size());
        break;
      }
    }
  }
  if (word.size() > 4 && (word.back() == 'e' || word.back() == 'y')) word.pop_back();
  return word;
}

bool is_research_word(std::string_view folded_word) {
  static const std::set<std::string, std::less<>> words = {
      "find",       "finds",        "study",        "studies",       "trial",         "trials",
      "patient",    "patients",     "participant",  "participants",  "subject",       "subjects",
      "people",     "person",       "persons",      "individuals",   "random",        "randomised",
      "randomized", "randomly",     "assigned",     "allocated",     "controlled",    "control",
      "controls",   "placebo",      "placebos",     "placeboes",     "double",        "blind",
      "single",     "blinded",      "open",         "label",         "multicentre",   "multicenter",
      "pilot",      "effect",       "effects",      "effective",     "effectiveness", "efficacy",
      "safety",     "safe",         "treatment",    "treatments",    "treat",         "treated",
      "treating",   "therapy",      "therapeutic",  "clinical",      "case",          "cases",
      "report",     "reports",      "reported",     "review",        "systematic",    "meta",
      "analysis",   "result",       "results",      "conclusion",    "conclusions",   "method",
      "methods",    "background",   "significant",  "significantly", "significance",  "group",
      "groups",     "compared",     "comparison",   "comparative",   "versus",        "mean",
      "average",    "rate",         "rates",        "percent",       "percentage",    "number",
      "day",        "days",         "week",         "weeks",         "month",         "months",
      "year",       "years",        "daily",        "time",          "times",         "showed",
      "shown",      "show",         "shows",        "found",         "finding",       "findings",
      "evidence",   "demonstrated", "demonstrate",  "suggest",       "suggests",      "suggested",
      "use",        "used",         "uses",         "using",         "useful",        "received",
      "receiving",  "given",        "administered", "achieved",      "higher",        "lower",
      "high",       "low",          "increase",     "increased",     "reduce",        "reduced",
      "severe",     "associated",   "association",  "research",      "researchers",   "authors",
      "team",       "published",    "journal",      "paper",         "article",       "recent",
      "recently",   "new",          "first",        "second",        "two",           "three",
      "one",        "dr",           "professor",    "university",    "hospital",      "also",
      "after",      "based",        "suffering",    "conducted",     "assess",        "assessed",
      "whether",    "any",          "role",         "management",    "many",          "may",
      "can",        "however",      "although",     "well",          "positive",      "negative",
      "summary",    "current",      "more",         "less",          "than",          "mg",
      "per",        "dose",         "doses",        "oral",          "orally",        "possibility",
      "exclude",    "lasted",       "established",  "level",         "enough",        "further",
      "promoting",  "taken",        "form",         "called",        "did",           "not",
      "no",         "neither"};
  return words.count(folded_word) > 0;
}

std::vector<std::string> topic_words(std::string_view text) {
  std::vector<std::string> words;
  for (const std::string& word : text::fold_words(text)) {
    bool letters = std::any_of(word.begin(), word.end(), [](char c) { return c < '0' || c > '9'; });
    if (word.size() < 3 || !letters || text::is_stop_word(word) || is_research_word(word)) continue;
    std::string stemmed = stem(word);
    if (std::find(words.begin(), words.end(), stemmed) == words.end()) words.push_back(std::move(stemmed));
  }
  return words;
}

std::set<std::string> topic_set(std::string_view text) {
  std::vector<std::string> words = topic_words(text);
  std::set<std::string> topics(words.begin(), words.end());
  auto letter = [&](size_t at) {
    return at < text.size() && std::isalpha(static_cast<unsigned char>(text[at])) != 0;
  };
  for (size_t hyphen = text.find('-'); hyphen != std::string_view::npos;
       hyphen = text.find('-', hyphen + 1)) {
    size_t start = hyphen, end = hyphen + 1;
    while (start > 0 && letter(start - 1)) --start;
    while (letter(end)) ++end;
    if (hyphen - start < 2 || end - hyphen < 3) continue;
    std::string first = text::fold(text.substr(start, hyphen - start));
    std::string second = text::fold(text.substr(hyphen + 1, end - hyphen - 1));
    // Words of method ("double-blind", "placebo-controlled", "side-effects") tell a design, not a topic.
    static const std::set<std::string> method = {
        "blind", "controlled", "label", "effects", "effect", "blinded", "case", "centre", "center", "group",
        "term",  "analysis",   "day",   "week",    "year",   "month",   "up",   "line",   "based"};
    if (method.count(second) == 0) topics.insert(stem(first) + " " + stem(second));
  }
  return topics;
}

}  // namespace evident::extract
