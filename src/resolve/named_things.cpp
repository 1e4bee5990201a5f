// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/named_things.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include "extract/topic.hpp"
#include "text/normal.hpp"

namespace evident::resolve {

namespace {

using Words = std::set<std::string_view>;

/// Where a name has ended, or none begins: "took part in", "gave birth", "got better".
bool ends_name(std::string_view folded) {
  static const Words words = {
      // small words that lead on to something else
      "about", "after", "against", "as", "at", "because", "before", "but", "by", "during", "for", "from",
      "if", "in", "into", "it", "itself", "off", "on", "onto", "out", "over", "so", "than", "that", "them",
      "themselves", "there", "this", "these", "those", "through", "to", "together", "under", "until", "up",
      "when", "whether", "which", "while", "who", "how", "why", "what", "with", "within", "without", "where",
      "he", "she", "they", "we", "him", "us", "back", "away", "down", "not", "no",
      // what is given, taken or got without being a treatment
      "access", "account", "action", "advantage", "advice", "answers", "approval", "attention", "award",
      "benefit", "benefits", "better", "birth", "blood", "charge", "cold", "consent", "control", "credit",
      "criticism", "details", "diagnosis", "effect", "evidence", "feedback", "funding", "grant", "grants",
      "help", "hold", "home", "hope", "information", "interviews", "lessons", "longer", "married", "measures",
      "money", "note", "notes", "notice", "part", "permission", "place", "pregnant", "protection",
      "questionnaire", "questionnaires", "questions", "reason", "reasons", "relief", "results", "rid", "rise",
      "risk", "sample", "samples", "shape", "sick", "stock", "support", "survey", "test", "tests", "theory",
      "hypothesis", "idea", "turns", "view", "way", "well", "worse"};
  return words.contains(folded);
}

bool is_finite_verb(std::string_view folded) {
  static const Words words = {"was",   "were",  "is",    "are",   "be",    "been",   "had",   "has",  "have",
                              "did",   "does",  "do",    "can",   "could", "may",    "might", "will", "would",
                              "found", "began", "ran",   "took",  "gave",  "got",    "led",   "made", "came",
                              "went",  "fell",  "rose",  "ended", "kept",  "became", "felt",  "did",  "saw",
                              "said",  "says",  "drank", "ate",   "slept", "lost",   "won",   "met",  "held"};
  constexpr size_t least = 5;  // "red", "seed"
  return words.contains(folded) ||
         (folded.size() >= least && folded.ends_with("ed") && !folded.ends_with("eed"));
}

bool is_people(std::string_view folded) {
  static const Words words = {
      "adolescents", "adults",       "animals",  "athletes",  "babies",  "boys",        "cases",
      "cats",        "children",     "controls", "couples",   "dogs",    "drinkers",    "elders",
      "everyone",    "families",     "fathers",  "girls",     "half",    "infants",     "inpatients",
      "mice",        "men",          "monkeys",  "mothers",   "nurses",  "outpatients", "others",
      "parents",     "participants", "patients", "people",    "persons", "players",     "pupils",
      "rats",        "residents",    "runners",  "seniors",   "smokers", "soldiers",    "students",
      "subjects",    "survivors",    "teachers", "teenagers", "them",    "twins",       "users",
      "veterans",    "volunteers",   "women",    "workers"};
  return words.contains(folded);
}

/// Words of amount, form, time or people that no thing is told apart by.
bool is_filler(std::string_view folded) {
  static const Words words = {
      "active",     "additional", "alone",       "another",   "brief",      "bottle",      "bottles",
      "capsule",    "care",       "capsules",    "chronic",   "classes",    "common",      "course",
      "courses",    "cup",        "cups",        "days",      "diet",       "diets",       "different",
      "dozen",      "drink",      "drinks",      "drug",      "drugs",      "dummy",       "early",
      "eight",      "elderly",    "equal",       "exactly",   "example",    "extra",       "extract",
      "fake",       "five",       "fixed",       "four",      "free",       "full",        "glass",
      "glasses",    "gram",       "grams",       "healthy",   "hours",      "hundred",     "ill",
      "increasing", "individual", "infusion",    "infusions", "injection",  "injections",  "instance",
      "intensive",  "just",       "large",       "late",      "little",     "long",        "longterm",
      "maximum",    "medication", "medications", "medicine",  "medicines",  "mild",        "milligrams",
      "million",    "minutes",    "moderate",    "much",      "nearly",     "nine",        "obese",
      "old",        "older",      "once",        "only",      "ordinary",   "piece",       "pieces",
      "pill",       "pills",      "placebo",     "popular",   "powder",     "pregnant",    "product",
      "products",   "program",    "programme",   "real",      "regular",    "same",        "seconds",
      "session",    "sessions",   "seven",       "several",   "sham",       "short",       "similar",
      "six",        "small",      "special",     "standard",  "supplement", "supplements", "tablet",
      "tablets",    "total",      "initial",     "minimum",   "average",    "ten",         "thousand",
      "training",   "twice",      "units",       "usual",     "whole",      "young",       "younger",
      "mere",       "human",      "male",        "female",    "life",       "ever",        "good",
      "bad",        "great",      "big",         "best",      "least",      "fewer",       "few",
      "own"};
  return words.contains(folded);
}

bool is_letters(std::string_view folded) {
  return std::all_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "CBT": the record may have it in full.
bool is_acronym(const TextWord& word) {
  return word.text.size() > 1 &&
         std::all_of(word.text.begin(), word.text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool names_thing(std::string_view part) {
  constexpr size_t least = 3;
  return part.size() >= least && is_letters(part) && !part.ends_with("ly") && !text::is_stop_word(part) &&
         !extract::is_research_word(part) && !is_filler(part);
}

void add_name(const TextWord& word, NamedThing& thing) {
  if (is_acronym(word)) return;
  for (const std::string& part : text::fold_words(word.text))
    if (names_thing(part)) thing.stems.insert(extract::stem(part));
}

enum class Numbers { amounts, end };

std::vector<NamedThing> read_list(std::string_view text, const std::vector<TextWord>& words, size_t at,
                                  Numbers numbers) {
  constexpr size_t reach = 9;
  std::vector<NamedThing> things;
  NamedThing thing;
  const auto keep = [&] {
    if (!thing.stems.empty()) things.push_back(std::exchange(thing, {}));
  };
  for (size_t next = at; next < words.size() && next < at + reach; ++next) {
    const TextWord& word = words[next];
    const bool begun = !thing.stems.empty();
    const std::string kind = begun ? kind_of(word) : "";
    if (!kind.empty())
      thing.kind = kind;
    else if (ends_name(word.folded) || (begun && is_finite_verb(word.folded)) ||
             (has_digit(word.folded) && (begun || numbers == Numbers::end)))
      break;
    else if (one_of(word.folded, {"or", "and", "versus", "vs"}))
      keep();
    else if (begun && word.folded == "of" && next + 1 < words.size() && has_digit(words[next + 1].folded))
      break;  // "zolamine of 30 mg"
    else if (word.folded == "of" || is_people(word.folded))
      thing = {};  // "a glass of wine", "gave 90 men wine"
    else if (!is_finite_verb(word.folded))
      add_name(word, thing);
    if (!word.closed) continue;
    keep();
    // "Iron, zinc or copper" goes on; "took iron, and slept" does not.
    if (!text.substr(word.end).starts_with(",") ||
        (next + 1 < words.size() && one_of(words[next + 1].folded, {"and", "or"})))
      break;
  }
  keep();
  return things;
}

}  // namespace

std::string kind_of(const TextWord& word) {
  constexpr size_t longest = 4;
  const bool letter = word.text.size() == 1 && word.capital;
  const bool mixed = word.capital && has_digit(word.folded) && word.folded.size() <= longest;
  if (!letter && !mixed) return "";
  std::string kind = word.folded;
  std::erase(kind, ' ');
  return kind;
}

std::vector<NamedThing> named_things(std::string_view text, const std::vector<TextWord>& words, size_t at) {
  return read_list(text, words, at, Numbers::amounts);
}

std::vector<NamedThing> named_reasons(std::string_view text, const std::vector<TextWord>& words, size_t at) {
  return read_list(text, words, at, Numbers::end);
}

bool tells_kind(const NamedThing& thing, std::string_view folded_text) {
  constexpr size_t before = 1, behind = 6;
  const std::vector<std::string> words = text::fold_words(folded_text);
  // "B 12" and "D3": what is left of the longer of the two is a number.
  const auto same = [&](const std::string& told) {
    const size_t shared = std::min(told.size(), thing.kind.size());
    if (told.compare(0, shared, thing.kind, 0, shared) != 0) return false;
    const std::string_view rest = std::string_view(told.size() > shared ? told : thing.kind).substr(shared);
    return std::all_of(rest.begin(), rest.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  for (size_t at = 0; at < words.size(); ++at) {
    if (!thing.stems.contains(extract::stem(words[at]))) continue;
    const auto first = words.begin() + static_cast<std::ptrdiff_t>(at - std::min(at, before));
    const auto last = words.begin() + static_cast<std::ptrdiff_t>(std::min(words.size(), at + behind));
    if (std::any_of(first, last, same)) return true;
  }
  return false;
}

}  // namespace evident::resolve
