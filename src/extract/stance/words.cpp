// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stance/words.hpp"

#include <algorithm>
#include <array>

#include "extract/topic.hpp"
#include "text/normal.hpp"
#include "text/one_of.hpp"

namespace evident::extract::stances {

bool starts_with_any(const std::string& word, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return word.starts_with(start); });
}
bool asserts_success(const std::string& word) {
  // "Cash benefits", "hearing aids" are things.
  if (word == "benefits") return false;
  return starts_with_any(word, {"effective", "efficac", "benefi", "superior", "improv", "maintain", "achiev",
                                "promot", "success", "prevent", "useful", "helpful", "relieve", "alleviat",
                                "sustain", "helps", "facilitat"});
}
bool keeps(const std::string& word) {
  return word == "keep" || word == "keeps" || word == "kept";
}
bool asserts_failure(const std::string& word) {
  return starts_with_any(word, {"ineffect", "inefficac", "useless", "futil"});
}
bool asserts_harm(const std::string& word) {
  return starts_with_any(word, {"worsen", "inferior", "harmful"});
}
bool goes_down(const std::string& word) {
  return starts_with_any(word, {"reduc", "decreas", "suppress", "lower", "inhibit", "diminish", "attenuat",
                                "lessen", "abolish", "declin", "shorten", "slow", "delay"});
}
bool goes_up(const std::string& word) {
  return starts_with_any(word, {"increas", "higher", "greater", "longer", "prolong", "rise"}) ||
         word == "more";
}
bool wanted_outcome(const std::string& word) {
  return starts_with_any(
      word, {"abstin", "abstain", "surviv", "remission", "recover", "function", "quality", "adherence",
             "cure", "cumulative", "response", "responder", "percentage", "proportion"});
}
bool unwanted_outcome(const std::string& word) {
  return starts_with_any(word,
                         {"crav",        "relaps",  "drink",      "alcohol", "pain",    "spas",    "mortal",
                          "death",       "symptom", "withdrawal", "anxiety", "depress", "seizure", "dropout",
                          "reflux",      "consum",  "intake",     "addict",  "depend",  "risk",    "inciden",
                          "temperature", "rise",    "hypertherm", "cocaine", "abuse"});
}
bool negates(const std::string& word) {
  static const std::set<std::string> words = {"no",      "not",    "neither", "nor",    "never", "without",
                                              "failed",  "fails",  "fail",    "cannot", "lack",  "lacked",
                                              "lacking", "didn",   "doesn",   "isn",    "wasn",  "weren",
                                              "hardly",  "little", "none",    "nothing"};
  return words.count(word) > 0;
}

std::string field_of(const std::string& stemmed) {
  struct Field {
    std::string_view name;
    std::initializer_list<std::string_view> starts;
  };
  static const std::array<Field, 9> fields = {{
      {"addiction",
       {"alcohol", "drink", "abstin", "abstain", "relaps", "crav", "depend", "addict", "withdraw", "sobriety",
        "substance"}},
      {"spasticity", {"spas", "rigid"}},
      {"pain", {"pain", "analges", "migrain", "headach"}},
      {"mood", {"depress", "mood", "anxi"}},
      {"pressure", {"hypertens", "pressure"}},
      {"death", {"mortal", "death", "surviv"}},
      {"reflux", {"reflux", "heartburn"}},
      {"seizure", {"seizur", "epilep", "convuls"}},
      {"tumour", {"cancer", "tumor", "tumour", "carcinom", "neoplas"}},
  }};
  for (const Field& field : fields)
    if (starts_with_any(stemmed, field.starts)) return std::string(field.name);
  return "";
}

std::set<std::string> subject_words(std::string_view sentence) {
  std::set<std::string> subjects;
  for (const std::string& word : text::fold_words(sentence)) {
    bool polar = asserts_success(word) || asserts_failure(word) || asserts_harm(word) || goes_down(word) ||
                 goes_up(word) || negates(word) ||
                 starts_with_any(word, {"differ", "either", "evidence", "suppress"});
    if (!polar)
      for (std::string& stemmed : topic_words(word)) subjects.insert(std::move(stemmed));
  }
  return subjects;
}

std::optional<size_t> changed_change(const Words& words, size_t at) {
  if (!goes_up(words[at]) && !is_kept_down(words[at])) return std::nullopt;
  for (size_t next = at + 1; next < words.size() && next <= at + 3; ++next) {
    if (goes_up(words[next]) || goes_down(words[next]) || words[next].starts_with("effect")) return next;
    if (!text::one_of(words[next], {"the", "a", "an", "any", "this", "further"})) break;
  }
  return std::nullopt;
}

bool is_attribute(const Words& words, size_t at) {
  if (!words[at].ends_with("ed") && !words[at].ends_with("ing")) return false;
  if (at == 0) return words[at].ends_with("ed");
  if (!text::one_of(words[at - 1], {"at", "with", "of", "for", "a", "an", "the"})) return false;
  // "led to an increased risk": there the change is what is told.
  for (size_t back = 1; back <= 5 && back <= at; ++back)
    if (starts_with_any(words[at - back], {"associat", "result", "led", "lead", "caus", "link", "show", "had",
                                           "has", "have", "produc", "found", "effective", "efficac"}))
      return false;
  return true;
}

bool is_kept_down(const std::string& word) {
  return goes_down(word) || starts_with_any(word, {"prevent", "relieve", "alleviat"});
}

bool is_polar(const std::string& word) {
  return asserts_success(word) || keeps(word) || asserts_failure(word) || asserts_harm(word) || goes_down(word) ||
         goes_up(word) || word.starts_with("effect");
}

}  // namespace evident::extract::stances
