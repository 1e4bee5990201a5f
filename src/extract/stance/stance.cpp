// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>
#include <string>
#include <tuple>

#include "extract/extract.hpp"
#include "extract/same_claim/same_claim.hpp"
#include "extract/stance/change.hpp"
#include "extract/stance/equality.hpp"
#include "extract/stance/polarity.hpp"
#include "extract/stance/subject.hpp"
#include "extract/stance/told_figures.hpp"
#include "extract/stance/words.hpp"
#include "text/normal.hpp"

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

/// 1 where the finding says what the claim says, -1 where it says the opposite, 0 where that is not plain.
int sign_of(std::string_view claim, std::string_view finding, std::string_view title, double shared,
            const Polarity& of_claim, const Polarity& of_finding) {
  const std::set<std::string> alike = equated(finding);
  if (const std::set<std::string> pair = equated(claim); !pair.empty()) return are_same_two(pair, alike);
  const std::string folded = " " + text::fold(claim) + " ";
  const auto says = [&](std::string_view words) { return folded.find(words) != std::string::npos; };
  // Where little is shared, that one went up and the other too may be of two things; "significant enough to
  // reduce damage" goes on from what was found to what was not.
  if (says(" enough to ") || shared < least_shared || !names_subject(claim, finding, title)) return 0;
  int sign = 0;
  // "more effective than Y": which of the two came out ahead cannot be told by words alone, except against
  // nothing at all.
  const bool compares =
      says(" than ") || says(" compared to ") || says(" compared with ") || says(" versus ");
  if (!compares || says(" placebo ")) sign = of_claim.sign() * of_finding.sign();
  // A claim that says of nothing whether it is good still says what went down or up.
  if (!compares && of_claim.positive == 0 && of_claim.negative == 0)
    sign = agreement(changes(claim), changes(finding));
  if (sign > 0 && !tells_same_shares(claim, finding)) sign = 0;
  if (sign < 0 && !alike.empty()) sign = 0;
  return sign == 0 && tells_its_figures(claim, finding) ? 1 : sign;
}

/// The finding is the claim, in nearly the same words.
bool repeats(std::string_view claim, std::string_view finding, double shared) {
  if (shared < nearly_all_shared) return false;
  const auto same = same_claim(claim, finding);
  return same && same->kind != SameClaim::Kind::paraphrase;
}

}  // namespace

StanceResult stance(std::string_view claim, std::string_view finding, std::string_view title) {
  StanceResult result;
  const Overlap overlap = overlap_of(subject_words(claim), subject_words(finding));
  result.cues = overlap.words;
  result.score = overlap.score;
  if (result.score == 0) return {};
  const Polarity of_claim = polarity(claim), of_finding = polarity(finding);
  for (const std::string& cue : of_claim.cues) result.cues.push_back("claim: " + cue);
  for (const std::string& cue : of_finding.cues) result.cues.push_back("finding: " + cue);
  const int sign = sign_of(claim, finding, title, result.score, of_claim, of_finding);
  if (sign < 0)
    result.stance = Stance::disputes;
  else if (sign > 0 || repeats(claim, finding, result.score))
    result.stance = Stance::supports;
  else
    result.stance = Stance::neutral;
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
