// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/design.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "text/normal.hpp"
#include "text/phrases.hpp"

namespace evident::extract {
namespace {

using model::StudyDesign;

struct Cue {
  std::string_view words;  ///< folded, for Phrases in text_cues
  StudyDesign design;
};

// The order tells which cue wins: what is more specific stands first.
constexpr std::array<Cue, 62> text_cues = {{
    {"meta analysis ", StudyDesign::meta_analysis},
    {"meta analyses ", StudyDesign::meta_analysis},
    {"systematic review ", StudyDesign::systematic_review},
    {"self case report ", StudyDesign::case_report},
    {"case report ", StudyDesign::case_report},
    {"case reports ", StudyDesign::case_report},
    {"report of a case ", StudyDesign::case_report},
    {"another case in ", StudyDesign::case_report},
    {"case series ", StudyDesign::case_series},
    {"case control ", StudyDesign::case_control},
    {"randomised ", StudyDesign::randomised_controlled_trial},
    {"randomized ", StudyDesign::randomised_controlled_trial},
    {"randomly assigned ", StudyDesign::randomised_controlled_trial},
    {"randomly allocated ", StudyDesign::randomised_controlled_trial},
    {"placebo controlled ", StudyDesign::randomised_controlled_trial},
    {"double blind ", StudyDesign::randomised_controlled_trial},
    {"controlled trial ", StudyDesign::controlled_trial},
    {"controlled study ", StudyDesign::controlled_trial},
    {"in rats ", StudyDesign::animal},
    {"in mice ", StudyDesign::animal},
    {"in the rat ", StudyDesign::animal},
    {"in the mouse ", StudyDesign::animal},
    {"in monkeys ", StudyDesign::animal},
    {"in baboons ", StudyDesign::animal},
    {"in rabbits ", StudyDesign::animal},
    {"in dogs ", StudyDesign::animal},
    {"in guinea pigs ", StudyDesign::animal},
    {"in animals ", StudyDesign::animal},
    {"animal study ", StudyDesign::animal},
    {"animal studies ", StudyDesign::animal},
    {"animal model ", StudyDesign::animal},
    {"rat model ", StudyDesign::animal},
    {"mouse model ", StudyDesign::animal},
    {"wistar rats ", StudyDesign::animal},
    {"sprague dawley ", StudyDesign::animal},
    {"in drosophila ", StudyDesign::animal},
    {"in vitro ", StudyDesign::in_vitro},
    {"cell line ", StudyDesign::in_vitro},
    {"cell culture ", StudyDesign::in_vitro},
    {"clinical trial ", StudyDesign::clinical_trial},
    {"pilot trial ", StudyDesign::clinical_trial},
    {"open label ", StudyDesign::clinical_trial},
    {"open trial ", StudyDesign::clinical_trial},
    {"a trial ", StudyDesign::clinical_trial},
    {"the trial ", StudyDesign::clinical_trial},
    {"week trial ", StudyDesign::clinical_trial},
    {"month trial ", StudyDesign::clinical_trial},
    {"trial participants ", StudyDesign::clinical_trial},
    {"cohort ", StudyDesign::cohort},
    {"prospective study ", StudyDesign::cohort},
    {"follow up study ", StudyDesign::cohort},
    {"retrospective study ", StudyDesign::cohort},
    {"cross sectional ", StudyDesign::cross_sectional},
    {"survey ", StudyDesign::cross_sectional},
    {"qualitative ", StudyDesign::qualitative},
    {"focus groups ", StudyDesign::qualitative},
    {"guideline ", StudyDesign::guideline},
    {"guidelines ", StudyDesign::guideline},
    {"a review ", StudyDesign::review},
    {"review of ", StudyDesign::review},
    {"literature review ", StudyDesign::review},
    {"overview ", StudyDesign::review},
}};

// Publication types of MEDLINE, folded; most specific first, as records carry several.
constexpr std::array<Cue, 24> type_cues = {{
    {"meta analysis", StudyDesign::meta_analysis},
    {"network meta analysis", StudyDesign::meta_analysis},
    {"systematic review", StudyDesign::systematic_review},
    {"randomized controlled trial", StudyDesign::randomised_controlled_trial},
    {"randomised controlled trial", StudyDesign::randomised_controlled_trial},
    {"controlled clinical trial", StudyDesign::controlled_trial},
    {"clinical trial phase i", StudyDesign::clinical_trial},
    {"clinical trial phase ii", StudyDesign::clinical_trial},
    {"clinical trial phase iii", StudyDesign::clinical_trial},
    {"clinical trial phase iv", StudyDesign::clinical_trial},
    {"clinical trial", StudyDesign::clinical_trial},
    {"pragmatic clinical trial", StudyDesign::clinical_trial},
    {"adaptive clinical trial", StudyDesign::clinical_trial},
    {"case reports", StudyDesign::case_report},
    {"case report", StudyDesign::case_report},
    {"practice guideline", StudyDesign::guideline},
    {"guideline", StudyDesign::guideline},
    {"review", StudyDesign::review},
    {"scoping review", StudyDesign::review},
    {"editorial", StudyDesign::editorial},
    {"comment", StudyDesign::comment},
    {"letter", StudyDesign::letter},
    {"equivalence trial", StudyDesign::randomised_controlled_trial},
    {"consensus development conference", StudyDesign::guideline},
}};

/// `padded` is folded text with a blank at both ends.
bool has(const std::string& padded, std::string_view words) {
  for (size_t at = padded.find(words, 1); at != std::string::npos; at = padded.find(words, at + 1))
    if (padded[at - 1] == ' ' && padded[at + words.size()] == ' ') return true;
  return false;
}

bool is_trial(StudyDesign design) {
  return design == StudyDesign::randomised_controlled_trial || design == StudyDesign::controlled_trial ||
         design == StudyDesign::clinical_trial;
}

bool is_review(StudyDesign design) {
  return design == StudyDesign::review || design == StudyDesign::systematic_review ||
         design == StudyDesign::meta_analysis;
}

bool is_case(StudyDesign design) {
  return design == StudyDesign::case_report || design == StudyDesign::case_series;
}

bool says_little(StudyDesign design) {
  // Letters and comments may report anything.
  return design == StudyDesign::unknown || design == StudyDesign::letter || design == StudyDesign::comment ||
         design == StudyDesign::editorial;
}

/// Designs of MeSH descriptors, for records whose publication type is "Journal Article" alone.
StudyDesign design_of_mesh(const model::WorkRecord& work) {
  bool human = false, animal = false;
  for (const std::string& descriptor : work.mesh) {
    std::string folded = text::fold(descriptor);
    if (folded == "humans") human = true;
    if (folded == "animals") animal = true;
    if (folded == "cohort studies" || folded == "prospective studies" || folded == "retrospective studies")
      return StudyDesign::cohort;
    if (folded == "case control studies") return StudyDesign::case_control;
    if (folded == "cross sectional studies") return StudyDesign::cross_sectional;
  }
  return animal && !human ? StudyDesign::animal : StudyDesign::unknown;
}

}  // namespace

StudyDesign design_in(std::string_view text) {
  static const text::Phrases phrases = [] {
    std::array<std::string_view, text_cues.size()> words;
    std::transform(text_cues.begin(), text_cues.end(), words.begin(),
                   [](const Cue& cue) { return cue.words; });
    return text::Phrases(words);
  }();
  const size_t first = phrases.first_in(text::fold(text));
  return first == text::Phrases::none ? StudyDesign::unknown : text_cues[first].design;
}

StudyDesign design_of(const model::WorkRecord& work) {
  StudyDesign by_type = StudyDesign::unknown;
  std::vector<std::string> types;
  for (const std::string& type : work.publication_types) types.push_back(text::fold(type));
  for (const Cue& cue : type_cues) {
    if (std::find(types.begin(), types.end(), cue.words) == types.end()) continue;
    by_type = cue.design;
    break;
  }
  // A letter may be a case report, and a "clinical trial" a randomised one: the title then says more.
  StudyDesign by_title = design_in(work.title);
  if (by_type == StudyDesign::review && is_review(by_title)) return by_title;
  if (says_little(by_type) && by_title != StudyDesign::unknown) return by_title;
  if (by_type != StudyDesign::unknown) return by_type;
  if (StudyDesign by_mesh = design_of_mesh(work); by_mesh != StudyDesign::unknown) return by_mesh;
  std::string abstract;
  for (const model::AbstractSection& section : work.abstract) abstract += section.text + " ";
  StudyDesign by_abstract = design_in(abstract);
  // Abstracts of articles speak of guidelines, surveys and reviews that are not their own.
  if (by_abstract == StudyDesign::guideline || by_abstract == StudyDesign::review)
    return StudyDesign::unknown;
  return by_abstract;
}

double design_agreement(StudyDesign left, StudyDesign right) {
  if (says_little(left) || says_little(right)) return 0;
  if (left == right) return 1;
  if (is_trial(left) && is_trial(right)) return 0.7;
  if (is_review(left) && is_review(right)) return 0.7;
  if (is_case(left) && is_case(right)) return 0.7;
  auto apart = [](StudyDesign one, StudyDesign other) {
    if (is_trial(one))
      return is_review(other) || is_case(other) || other == StudyDesign::animal ||
             other == StudyDesign::in_vitro;
    if (is_case(one))
      return is_review(other) || other == StudyDesign::animal || other == StudyDesign::in_vitro;
    return one == StudyDesign::animal && is_review(other);
  };
  return apart(left, right) || apart(right, left) ? -1 : 0;
}

bool tells_self_experiment(std::string_view text) {
  std::string padded = " " + text::fold(text) + " ";
  static constexpr std::array<std::string_view, 14> cues = {"on himself",        "on herself",
                                                            "on themselves",     "treated himself",
                                                            "treated herself",   "self case",
                                                            "self experiment",   "self treatment",
                                                            "self treated",      "self administered himself",
                                                            "self experimented", "self prescribed",
                                                            "dosed himself",     "dosed herself"};
  for (std::string_view cue : cues)
    if (has(padded, cue)) return true;
  // "his own addiction", "her own alcohol dependence": an illness of the teller's; "his own experience" says
  // less.
  static constexpr std::array<std::string_view, 14> illness = {
      "addiction", "alcoholism", "dependence", "symptoms", "disease",  "illness",  "depression",
      "cravings",  "craving",    "condition",  "pain",     "drinking", "disorder", "habit"};
  for (std::string_view own : {" his own ", " her own ", " my own "}) {
    for (size_t at = padded.find(own); at != std::string::npos; at = padded.find(own, at + 1)) {
      std::string rest = padded.substr(at + own.size() - 1);
      std::string near;
      size_t end = 0;
      for (int word = 0; word < 3 && end != std::string::npos; ++word) end = rest.find(' ', end + 1);
      near = end == std::string::npos ? rest : rest.substr(0, end + 1);
      for (std::string_view noun : illness)
        if (has(near, noun)) return true;
    }
  }
  return false;
}

}  // namespace evident::extract
