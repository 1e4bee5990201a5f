// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/same_claim/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <unordered_map>
#include <unordered_set>

#include "extract/topic.hpp"

namespace evident::extract::same {

namespace {

bool starts_with_any(std::string_view word, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return word.starts_with(start); });
}
bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return word.ends_with(end); });
}

/// Replaces every `from` by `to`, which is no longer.
void replace_all(std::string& word, std::string_view from, std::string_view to) {
  for (size_t at = word.find(from); at != std::string::npos; at = word.find(from, at + to.size()))
    word.replace(at, from.size(), to);
}

}  // namespace

std::string one_spelling(std::string_view folded_word) {
  std::string word(folded_word);
  if (word.size() < 5) return word;
  replace_all(word, "ae", "e");
  replace_all(word, "oe", "e");
  replace_all(word, "our", "or");
  replace_all(word, "ll", "l");
  for (const char* ending : {"ise", "isi", "isa", "yse"}) {
    const size_t at = word.find(ending, 3);
    if (at != std::string::npos) word[at + 1] = 'z';
  }
  if (word.ends_with("tre")) word.replace(word.size() - 2, 2, "er");
  return word;
}

bool is_general_word(std::string_view folded_word) {
  static const std::unordered_set<std::string_view> words = {
      "observed",   "noted",        "seen",         "indicated",       "indicate",     "indicates",
      "revealed",   "reveal",       "concluded",    "described",       "investigated", "examined",
      "evaluated",  "measured",     "determined",   "obtained",        "provide",      "provided",
      "provides",   "remain",       "remains",      "remained",        "considered",   "known",
      "common",     "commonly",     "important",    "several",         "various",      "different",
      "similar",    "major",        "main",         "large",           "small",        "overall",
      "total",      "often",        "usually",      "generally",       "mainly",       "approximately",
      "likely",     "potential",    "possible",     "possibly",        "previous",     "previously",
      "currently",  "therefore",    "moreover",     "furthermore",     "addition",     "additionally",
      "fact",       "according",    "due",          "caused",          "cause",        "causes",
      "lead",       "leads",        "led",          "resulted",        "resulting",    "occur",
      "occurs",     "occurred",     "particularly", "especially",      "those",        "being",
      "able",       "including",    "included",     "include",         "order",        "both",
      "either",     "respectively", "appears",      "appear",          "appeared",     "seems",
      "thought",    "believed",     "could",        "might",           "should",       "would",
      "approach",   "data",         "present",      "literature",      "substantial",  "substantially",
      "marked",     "markedly",     "baseline",     "characteristics", "sample",       "size",
      "limitation", "limitations",  "analysed",     "analyzed",        "principle",    "listed",
      "recorded",   "details",      "design",       "published",       "considerably", "considerable",
      "greatly",    "strongly",     "clearly",      "generally",       "relatively"};
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
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 26> pairs = {{
      {"positive", "negative"}, {"positively", "negatively"},
      {"superior", "inferior"}, {"better", "worse"},
      {"high", "low"},          {"men", "women"},
      {"male", "female"},       {"males", "females"},
      {"boys", "girls"},        {"before", "after"},
      {"above", "below"},       {"early", "late"},
      {"left", "right"},        {"upper", "lower"},
      {"acute", "chronic"},     {"systolic", "diastolic"},
      {"children", "adults"},   {"younger", "older"},
      {"most", "least"},        {"with", "without"},
      {"benefit", "harm"},      {"safe", "harmful"},
      {"first", "second"},      {"inpatients", "outpatients"},
      {"maximum", "minimum"},   {"agonist", "antagonist"},
  }};
  return std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
    return (pair.first == word && pair.second == other) || (pair.first == other && pair.second == word);
  });
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

bool is_substance(std::string_view word) {
  if (word.size() < 6) return false;
  static const std::unordered_set<std::string_view> others = {
      "decline", "baseline", "determine", "examine",    "combine",  "routine",   "medicine", "discipline",
      "define",  "genuine",  "marine",    "machine",    "outline",  "guideline", "feline",   "canine",
      "refine",  "confine",  "intestine", "borderline", "headline", "online",    "provide",  "coincide"};
  if (others.contains(word)) return false;
  return ends_with_any(
      word, {"ine",       "olol",    "pril",    "sartan",   "statin", "azole", "cillin", "mycin",
             "cin",       "azepam",  "olam",    "triptan",  "parin",  "mab",   "nib",    "vir",
             "fen",       "trexone", "prosate", "idone",    "azone",  "amide", "amate",  "gliptin",
             "gliflozin", "setron",  "profen",  "barbital", "asone",  "olone", "oxacin", "lukast"});
}

bool is_standard_sentence(std::string_view sentence) {
  static constexpr std::string_view phrases[] = {"conflict of interest",
                                                 "conflicts of interest",
                                                 "competing interest",
                                                 "competing interests",
                                                 "competing financial",
                                                 "creative commons",
                                                 "informed consent",
                                                 "written consent",
                                                 "ethics committee",
                                                 "ethics board",
                                                 "ethical approval",
                                                 "institutional review board",
                                                 "declaration of helsinki",
                                                 "read and approved the",
                                                 "all rights reserved",
                                                 "open access article",
                                                 "no role in the design",
                                                 "no role in study design",
                                                 "supplementary material",
                                                 "corresponding author",
                                                 "trial registration",
                                                 "was supported by",
                                                 "were supported by",
                                                 "funded by",
                                                 "grant from",
                                                 "the manuscript",
                                                 "publication history",
                                                 "unrestricted use distribution",
                                                 "considered statistically significant",
                                                 "considered significant",
                                                 "considered to be statistically significant",
                                                 "statistical package for the",
                                                 "spss version",
                                                 "sas institute",
                                                 "intention to treat analysis was",
                                                 "statistical significance was set",
                                                 "privacy policy",
                                                 "supporting information",
                                                 "additional file",
                                                 "consort",
                                                 "mann whitney",
                                                 "kolmogorov smirnov",
                                                 "kruskal wallis",
                                                 "intention to treat",
                                                 "analysis of variance",
                                                 "chi square",
                                                 "fisher s exact",
                                                 "student s t",
                                                 "a p value",
                                                 "p values less",
                                                 "p values of",

                                                 "shown in table",
                                                 "shown in fig",
                                                 "listed in table",
                                                 "study design have been"};
  return std::any_of(std::begin(phrases), std::end(phrases), [&](std::string_view phrase) {
    return sentence.find(phrase) != std::string_view::npos;
  });
}

}  // namespace evident::extract::same
