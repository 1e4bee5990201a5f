// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/same_claim/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <unordered_map>
#include <unordered_set>

#include "extract/topic.hpp"
#include "text/one_of.hpp"

namespace evident::extract::same {

namespace {

bool starts_with_any(std::string_view word, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return word.starts_with(start); });
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 25> opposites = {{
    {"positive", "negative"},
    {"positively", "negatively"},
    {"superior", "inferior"},
    {"better", "worse"},
    {"high", "low"},
    {"men", "women"},
    {"male", "female"},
    {"males", "females"},
    {"boys", "girls"},
    {"before", "after"},
    {"above", "below"},
    {"early", "late"},
    {"left", "right"},
    {"upper", "lower"},
    {"acute", "chronic"},
    {"systolic", "diastolic"},
    {"children", "adults"},
    {"younger", "older"},
    {"most", "least"},
    {"benefit", "harm"},
    {"safe", "harmful"},
    {"first", "second"},
    {"inpatients", "outpatients"},
    {"maximum", "minimum"},
    {"agonist", "antagonist"},
}};

}  // namespace

bool is_general_word(std::string_view folded_word) {
  static const std::unordered_set<std::string_view> words = {"observed",
                                                             "noted",
                                                             "seen",
                                                             "indicated",
                                                             "indicate",
                                                             "indicates",
                                                             "revealed",
                                                             "reveal",
                                                             "concluded",
                                                             "described",
                                                             "investigated",
                                                             "examined",
                                                             "evaluated",
                                                             "measured",
                                                             "determined",
                                                             "obtained",
                                                             "provide",
                                                             "provided",
                                                             "provides",
                                                             "remain",
                                                             "remains",
                                                             "remained",
                                                             "considered",
                                                             "known",
                                                             "common",
                                                             "commonly",
                                                             "important",
                                                             "several",
                                                             "various",
                                                             "different",
                                                             "similar",
                                                             "major",
                                                             "main",
                                                             "large",
                                                             "small",
                                                             "overall",
                                                             "total",
                                                             "often",
                                                             "usually",
                                                             "generally",
                                                             "mainly",
                                                             "approximately",
                                                             "likely",
                                                             "potential",
                                                             "possible",
                                                             "possibly",
                                                             "previous",
                                                             "previously",
                                                             "currently",
                                                             "therefore",
                                                             "moreover",
                                                             "furthermore",
                                                             "addition",
                                                             "additionally",
                                                             "fact",
                                                             "according",
                                                             "due",
                                                             "caused",
                                                             "cause",
                                                             "causes",
                                                             "lead",
                                                             "leads",
                                                             "led",
                                                             "resulted",
                                                             "resulting",
                                                             "occur",
                                                             "occurs",
                                                             "occurred",
                                                             "particularly",
                                                             "especially",
                                                             "those",
                                                             "being",
                                                             "able",
                                                             "including",
                                                             "included",
                                                             "include",
                                                             "order",
                                                             "both",
                                                             "either",
                                                             "respectively",
                                                             "appears",
                                                             "appear",
                                                             "appeared",
                                                             "seems",
                                                             "thought",
                                                             "believed",
                                                             "could",
                                                             "might",
                                                             "should",
                                                             "would",
                                                             "approach",
                                                             "data",
                                                             "present",
                                                             "literature",
                                                             "substantial",
                                                             "substantially",
                                                             "marked",
                                                             "markedly",
                                                             "employed",
                                                             "utilized",
                                                             "utilised",
                                                             "relevant",
                                                             "numerous",
                                                             "distinct",
                                                             "linked",
                                                             "related",
                                                             "correlated",
                                                             "detected",
                                                             "identified",
                                                             "noticed",
                                                             "recommended",
                                                             "proposed",
                                                             "assumed",
                                                             "aimed",
                                                             "sought",
                                                             "attempted",
                                                             "carried",
                                                             "undertaken",
                                                             "completed",
                                                             "gained",
                                                             "acquired",
                                                             "collected",
                                                             "made",
                                                             "became",
                                                             "yet",
                                                             "since",
                                                             "notable",
                                                             "notably",
                                                             "hence",
                                                             "among",
                                                             "despite",
                                                             "baseline",
                                                             "characteristics",
                                                             "sample",
                                                             "size",
                                                             "limitation",
                                                             "limitations",
                                                             "analysed",
                                                             "analyzed",
                                                             "principle",
                                                             "listed",
                                                             "recorded",
                                                             "details",
                                                             "design",
                                                             "published",
                                                             "considerably",
                                                             "considerable",
                                                             "greatly",
                                                             "strongly",
                                                             "clearly",
                                                             "generally",
                                                             "relatively"};
  return is_research_word(folded_word) || words.contains(folded_word);
}

bool is_negation(std::string_view word) {
  static const std::unordered_set<std::string_view> words = {
      "not",          "no",         "never",     "neither",   "without",        "cannot",
      "none",         "non",        "lack",      "lacks",     "lacked",         "lacking",
      "absence",      "absent",     "fail",      "fails",     "failed",         "failing",
      "failure",      "unable",     "nothing",   "hardly",    "insignificant",  "ineffective",
      "unlikely",     "unaffected", "unchanged", "unrelated", "nonsignificant", "inefficacious",
      "unsuccessful", "unclear",    "unsafe",    "nobody"};
  return words.contains(word);
}

bool is_qualification(std::string_view folded_word) {
  return text::one_of(folded_word,
                      {"might",       "may",        "could",      "possibly",     "perhaps", "probably",
                       "potentially", "presumably", "reportedly", "allegedly",    "seems",   "seem",
                       "seemed",      "appears",    "appear",     "appeared",     "only",    "except",
                       "unless",      "sometimes",  "rarely",     "occasionally", "partly",  "partially",
                       "temporarily", "initially",  "some",       "hardly",       "barely"});
}

int direction(std::string_view word) {
  if (starts_with_any(word, {"increas", "higher", "greater", "rais", "rise", "rising", "elevat", "longer",
                             "prolong", "enhanc", "more", "upregulat", "improv", "gain", "faster", "larger"}))
    return 1;
  if (starts_with_any(word, {"decreas", "reduc", "lower", "diminish", "declin", "lessen", "less", "fewer",
                             "shorter", "shorten", "attenuat", "downregulat", "worse", "deteriorat", "loss",
                             "slower", "smaller", "fell", "suppress"}))
    return -1;
  return 0;
}

bool are_opposites(std::string_view word, std::string_view other) {
  if (direction(word) * direction(other) < 0) return true;
  return std::any_of(opposites.begin(), opposites.end(), [&](const auto& pair) {
    return (pair.first == word && pair.second == other) || (pair.first == other && pair.second == word);
  });
}

bool has_opposite(std::string_view word) {
  return std::any_of(opposites.begin(), opposites.end(),
                     [&](const auto& pair) { return pair.first == word || pair.second == word; });
}

std::string_view one_meaning(std::string_view word) {
  static const auto table = [] {
    std::unordered_map<std::string_view, std::string_view> meanings;
    const std::initializer_list<std::initializer_list<std::string_view>> groups = {
        {"drug", "drugs", "medication", "medications", "medicine", "medicines"},
        {"disease", "diseases", "illness", "illnesses", "disorder", "disorders"},
        {"women", "woman", "female", "females"},
        {"men", "man", "male", "males"},
        {"death", "deaths", "mortality"},
        {"drinking", "consumption", "intake"},
        {"reduce",    "reduces",    "reduced",    "reducing", "reduction", "reductions", "decrease",
         "decreases", "decreased",  "decreasing", "lower",    "lowers",    "lowered",    "lowering",
         "diminish",  "diminishes", "diminished", "declines", "declined",  "lessens",    "lessened"},
        {"increase", "increases", "increased", "increasing", "raise", "raises", "raised", "raising",
         "elevate", "elevates", "elevated", "elevation", "rise", "rises"},
        {"improve", "improves", "improved", "improvement", "ameliorate", "ameliorates", "ameliorated"},
        {"inhibit", "inhibits", "inhibited", "suppress", "suppresses", "suppressed"},
        {"start", "starts", "started", "begin", "begins", "began", "initiate", "initiated"},
        {"stop", "stopped", "cease", "ceased", "discontinue", "discontinued", "cessation", "discontinuation"},
        {"kidney", "kidneys", "renal"},
        {"liver", "hepatic"},
        {"lung", "lungs", "pulmonary"},
        {"heart", "cardiac"},
        {"brain", "cerebral"},
        {"physician", "physicians", "doctor", "doctors", "clinician", "clinicians"},
        {"older", "elderly", "aged"},
        {"children", "child", "pediatric", "paediatric"},
        {"fast", "rapid", "rapidly", "quickly", "quick"},
        {"help", "helps", "helped", "assist", "assists", "assisted"},
        {"prevent", "prevents", "prevented", "avert", "averts", "averted"},
        {"frequent", "frequently", "often"},
        {"blood", "hematic"},
        {"adverse", "unwanted", "undesirable", "side"},
        {"need", "needs", "needed", "require", "requires", "required"},
        {"whole", "entire"}};
    for (const auto& group : groups)
      for (const auto member : group) meanings.emplace(member, *group.begin());
    return meanings;
  }();
  const auto found = table.find(word);
  return found == table.end() ? word : found->second;
}

}  // namespace evident::extract::same
