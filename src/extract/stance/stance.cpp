// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>
#include <string>
#include <tuple>

#include "extract/extract.hpp"
#include "extract/same_claim/same_claim.hpp"
#include "extract/stance/assertion.hpp"
#include "extract/stance/change.hpp"
#include "extract/stance/equality.hpp"
#include "extract/stance/polarity.hpp"
#include "extract/stance/scope.hpp"
#include "extract/stance/statement.hpp"
#include "extract/stance/subject.hpp"
#include "extract/stance/told_figures.hpp"
#include "extract/stance/words.hpp"
#include "extract/topic.hpp"
#include "text/normal.hpp"
#include "text/one_of.hpp"
#include "text/phrases.hpp"

namespace evident::extract {

using namespace stances;

namespace {

/// Share of the topic below which two sentences are not held against each other.
constexpr double least_shared = 0.5;
/// Share from which a finding may be the claim in nearly the same words.
constexpr double nearly_all_shared = 0.7;

/// What two sentences share of their subjects.
struct Overlap {
  double score = 0;  ///< 0..1; 0 where they do not speak of the same
  std::vector<std::string> words;
};

Overlap overlap_of(const std::set<std::string>& claimed, const std::set<std::string>& found) {
  Overlap overlap;
  std::set<std::string> claimed_fields, found_fields;
  for (const std::string& word : claimed) claimed_fields.insert(field_of(word));
  for (const std::string& word : found) found_fields.insert(field_of(word));
  int plain = 0, fields = 0;
  for (const std::string& word : claimed) {
    if (found.count(word) == 0) continue;
    plain += field_of(word).empty();
    overlap.words.push_back(word);
  }
  for (const std::string& field : claimed_fields) fields += !field.empty() && found_fields.count(field) > 0;
  // Both what was given and what it was given for must be shared; a claim on nothing but one thing needs that
  // thing alone.
  const bool both = plain > 0 && (plain > 1 || fields > 0);
  const auto shared = static_cast<double>(overlap.words.size());
  const auto smaller = static_cast<double>(std::max<size_t>(std::min(claimed.size(), found.size()), 2));
  if (claimed.size() == 1 && shared == 1)
    overlap.score = 0.5;
  else if (both)
    overlap.score = std::min(1.0, (shared + 0.5 * fields) / smaller);
  return overlap;
}

/// Whether the finding says of the same two things as the claim that they do equally well, in something that
/// the claim names too.
bool equates_the_same(std::string_view claim, std::string_view finding, const std::set<std::string>& pair) {
  if (pair != equated(finding)) return false;
  const auto outcomes = [&](std::string_view sentence) {
    std::set<std::string> names;
    for (const std::string& word : subject_words(sentence))
      if (!pair.contains(word)) names.insert(field_of(word).empty() ? word : field_of(word));
    return names;
  };
  const std::set<std::string> claimed = outcomes(claim), found = outcomes(finding);
  return claimed.empty() || std::any_of(claimed.begin(), claimed.end(),
                                        [&](const std::string& name) { return found.contains(name); });
}

/// "higher than with placebo", "compared with placebo": the placebo is what is compared to. True where
/// nothing is compared too.
bool compares_to_placebo(std::string_view sentence) {
  const std::vector<std::string> words = text::fold_words(sentence);
  for (size_t at = 0; at < words.size(); ++at) {
    if (!text::one_of(words[at], {"than", "versus", "vs", "compared", "relative"})) continue;
    for (size_t next = at + 1; next < words.size() && next <= at + 6; ++next)
      if (words[next].starts_with("placebo")) return true;
    return false;
  }
  return true;
}

/// "more effective than Y"
bool compares(std::string_view claim) {
  return text::contains_any(
      " " + text::fold(claim) + " ",
      {" than ", " compared to ", " compared with ", " versus ", " vs ", " relative to ", " outperform"});
}

/// The sign of one statement of a claim, held against what a finding tells of it.
int sign_of_statement(std::string_view claim, std::string_view told, std::string_view finding,
                      std::string_view title) {
  const std::string asserted = without_exclusions(finding);
  if (!names_object(claim, asserted, title) || names_opposite(claim, asserted)) return 0;
  const Polarity of_claim = polarity(claim);
  const Outcome claimed = of_claim.outcome(), found = polarity(told).outcome();
  // Which of two came out ahead cannot be told by words alone, except against nothing at all.
  if (!of_claim.said.empty() && claimed != Outcome::not_worse && found != Outcome::not_worse)
    return !compares(claim) || (compares_to_placebo(claim) && compares_to_placebo(finding))
               ? agreement(claimed, found, names_same_outcome(claim, asserted))
               : 0;
  // Says what went down or up, not whether that is good; that it got no worse is held against that alone.
  return compares(claim) ? 0 : agreement(changes(claim), changes(told));
}

/// The sign that all statements of a claim have of which the finding tells something; 0 where they differ.
int sign_of_statements(std::string_view claim, std::string_view finding, std::string_view title) {
  std::set<int> signs;
  for (const std::string& statement : statements(claim))
    if (const std::string told = told_of(statement, finding); !told.empty())
      signs.insert(sign_of_statement(statement, told, finding, title));
  // One that is denied makes the claim wrong, whether or not the finding decides the others.
  if (signs.contains(-1)) return signs.contains(1) ? 0 : -1;
  return signs == std::set<int>{1} ? 1 : 0;
}

/// 1 where the finding says what the claim says, -1 where it says the opposite, 0 where that is not plain.
int sign_of(std::string_view claim, std::string_view finding, std::string_view title, double shared) {
  if (const std::set<std::string> pair = equated(claim); !pair.empty())
    return equates_the_same(claim, finding, pair) ? 1 : 0;
  // Where little is shared, that one went up and the other too may be of two things; "significant enough to
  // reduce damage" goes on from what was found to what was not.
  const bool infers = (" " + text::fold(claim) + " ").find(" enough to ") != std::string::npos;
  if (infers || shared < least_shared || !names_subject(claim, without_exclusions(finding), title)) return 0;
  int sign = sign_of_statements(claim, finding, title);
  if (sign > 0 && !(tells_same_shares(claim, finding) && turn_alike(claim, finding))) sign = 0;
  return sign == 0 && tells_its_figures(claim, finding) ? 1 : sign;
}

/// The finding is the claim, but for small words and forms.
bool repeats(std::string_view claim, std::string_view finding) {
  if (numbers(claim) != numbers(finding) || !turn_alike(claim, finding)) return false;
  const auto same = same_claim(claim, finding);
  return same && same->kind != SameClaim::Kind::paraphrase;
}

}  // namespace

StanceResult stance(std::string_view claim_as_told, std::string_view finding_as_told,
                    std::string_view title) {
  StanceResult result;
  const std::string claim = without_emphasis(claim_as_told), finding = without_emphasis(finding_as_told);
  const Overlap overlap = overlap_of(subject_words(claim), subject_words(finding));
  result.cues = overlap.words;
  result.score = overlap.score;
  if (result.score == 0) return {};
  const Polarity of_claim = polarity(claim), of_finding = polarity(finding);
  for (const std::string& cue : of_claim.cues) result.cues.push_back("claim: " + cue);
  for (const std::string& cue : of_finding.cues) result.cues.push_back("finding: " + cue);
  result.stance = Stance::neutral;
  if (is_told_not_held(claim) || is_told_not_held(finding) || !of_the_same(claim, finding) ||
      of_excluded(claim, finding) || turned_differently(claim, finding))
    return result;
  const int sign = sign_of(claim, finding, title, result.score);
  // Of two sentences in the same words the small ones tell: "not", "may".
  const bool same_words = result.score >= nearly_all_shared && topic_words(claim) == topic_words(finding);
  const bool alike = !same_words || asserts_alike(claim, finding);
  const bool repeated = same_words && of_claim.said == of_finding.said && repeats(claim, finding);
  if (sign < 0)
    result.stance = Stance::disputes;
  else if (alike && (sign > 0 || repeated) && !tells_other_figures(claim, finding))
    result.stance = Stance::supports;
  return result;
}

BestFinding best_finding(std::string_view claim, const std::vector<model::Finding>& findings,
                         std::string_view title) {
  BestFinding best;
  std::tuple<bool, bool, double> best_rank;
  const std::vector<double> figures = result_figures(claim);
  for (const auto& finding : findings) {
    StanceResult answer = stance(claim, finding.text, title);
    if (answer.stance == Stance::unknown) continue;
    // The same figures tell which finding is meant, more than that it answers clearly.
    const bool same_figures =
        figures.size() >= telling_figures && figures_told(figures, numbers(finding.text)) >= telling_figures;
    const std::tuple rank{same_figures, answer.stance != Stance::neutral, answer.score};
    if (best.finding != nullptr && rank <= best_rank) continue;
    best = {&finding, std::move(answer)};
    best_rank = rank;
  }
  return best;
}

std::string_view to_string(Stance stance) {
  switch (stance) {
    case Stance::neutral:
      return "neutral";
    case Stance::supports:
      return "supports";
    case Stance::disputes:
      return "disputes";
    case Stance::unknown:
      break;
  }
  return "unknown";
}

}  // namespace evident::extract
