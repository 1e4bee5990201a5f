// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stance/words.hpp"

#include <algorithm>
#include <array>

#include "extract/topic.hpp"
#include "text/normal.hpp"

namespace evident::extract::stances {

bool starts_with_any(const std::string& word, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return word.starts_with(start); });
}
bool asserts_success(const std::string& word) {
  return starts_with_any(word, {"effective", "efficac", "benefi", "superior", "improv", "maintain", "achiev",
                                "promot", "success", "prevent", "useful", "helpful", "relieve", "alleviat",
                                "sustain", "aid", "helps", "facilitat"});
}
bool asserts_failure(const std::string& word) {
  return starts_with_any(word,
                         {"ineffect", "inefficac", "useless", "worsen", "futil", "inferior", "harmful"});
}
bool goes_down(const std::string& word) {
  return starts_with_any(word, {"reduc", "decreas", "suppress", "lower", "inhibit", "diminish", "attenuat",
                                "lessen", "abolish"});
}
bool goes_up(const std::string& word) {
  return starts_with_any(word, {"increas", "higher", "greater", "longer", "prolong", "more", "rise"});
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
                                              "hardly",  "little", "neither", "none"};
  return words.count(word) > 0;
}

bool about_harm(const std::string& folded) {
  for (std::string_view cue :
       {"side effect", "adverse", "tolerab", "tolerated", "safety", "safe ", "toxicity", "hepatotox"})
    if (folded.find(cue) != std::string::npos) return true;
  return false;
}

bool asserts_nothing(const std::string& folded) {
  for (std::string_view cue :
       {"cannot exclude",  "can not exclude",  "cannot rule out", "possibility", "further trials",
        "further studies", "further research", "remains unclear", "is unknown",  "whether",
        "aim of",          "was to assess",    "might be",        "could be",    "may be",
        "more research",   "are needed",       "are required",    "is needed",   "should be"})
    if (folded.find(cue) != std::string::npos) return true;
  // "it is a myth that ...", "critics deny that ...": what follows is told, not held.
  for (std::string_view cue :
       {"false that", "untrue",      "wrong that",   "incorrect", "myth",     "misconception",
        "deny",       "denie",       "doubt",        "dispute",   "disbelie", "contrary to",
        "reject the", "rejects the", "rejected the", "refut",     "disprov",  "debunk",
        "nobody",     "no one ",     "rarely",       "seldom"})
    if (folded.find(cue) != std::string::npos) return true;
  return false;
}

std::vector<std::string> clauses(std::string_view sentence) {
  std::vector<std::string> parts;
  std::string current;
  auto close = [&] {
    if (std::string folded = text::fold(current); !folded.empty()) parts.push_back(std::move(folded));
    current.clear();
  };
  for (size_t at = 0; at < sentence.size(); ++at) {
    const bool next_sentence = sentence[at] == '.' && at + 2 < sentence.size() && sentence[at + 1] == ' ' &&
                               sentence[at + 2] >= 'A' && sentence[at + 2] <= 'Z';
    if (sentence[at] == ';' || next_sentence) {
      close();
      continue;
    }
    bool joined = false;
    for (std::string_view joint : {", but ", " although ", ", although ", ", while ", " whereas ",
                                   ", however", ", and no ", " but "}) {
      if (sentence.substr(at, joint.size()) != joint) continue;
      close();
      // The negation belongs to what follows.
      if (joint == ", and no ") current = "no ";
      at += joint.size() - 1;
      joined = true;
      break;
    }
    if (!joined) current += sentence[at];
  }
  close();
  return parts;
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
    bool polar = asserts_success(word) || asserts_failure(word) || goes_down(word) || goes_up(word) ||
                 negates(word) || starts_with_any(word, {"differ", "either", "evidence", "suppress"});
    if (!polar)
      for (std::string& stemmed : topic_words(word)) subjects.insert(std::move(stemmed));
  }
  return subjects;
}

bool is_polar(const std::string& word) {
  return asserts_success(word) || asserts_failure(word) || goes_down(word) || goes_up(word) ||
         word.starts_with("effect");
}

}  // namespace evident::extract::stances
