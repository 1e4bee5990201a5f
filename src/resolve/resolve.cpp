// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/resolve.hpp"

#include <algorithm>
#include <set>

#include "resolve/match.hpp"

namespace evident::resolve {

namespace {

constexpr size_t too_common = 200;   // a key that more works share tells nothing
constexpr double least_score = 0.7;  // below it nothing is linked
constexpr double margin = 0.08;      // to the second candidate
constexpr size_t shown_candidates = 5;

bool states(const model::Identifiers& ids, const std::string& other) {
  return std::find(ids.also.begin(), ids.also.end(), other) != ids.also.end();
}

bool same_doi(const model::Identifiers& left, const model::Identifiers& right) {
  if (left.doi.empty() || right.doi.empty()) return false;
  return left.doi == right.doi || states(left, "doi:" + right.doi) || states(right, "doi:" + left.doi);
}

bool same_pmcid(const model::Identifiers& left, const model::Identifiers& right) {
  if (left.pmcid.empty() || right.pmcid.empty()) return false;
  return left.pmcid == right.pmcid || states(left, "pmcid:" + right.pmcid) ||
         states(right, "pmcid:" + left.pmcid);
}

bool conflicts(const model::Identifiers& left, const model::Identifiers& right) {
  if (!left.pmid.empty() && !right.pmid.empty() && left.pmid != right.pmid) return true;
  return !left.doi.empty() && !right.doi.empty() && !same_doi(left, right);
}

bool shares(const model::Identifiers& left, const model::Identifiers& right, const char*& rule) {
  rule = !left.pmid.empty() && left.pmid == right.pmid ? "pmid"
         : same_doi(left, right)                       ? "doi"
         : same_pmcid(left, right)                     ? "pmcid"
                                                       : nullptr;
  return rule != nullptr;
}

std::vector<std::string> keys_of_kind(const std::vector<std::string>& keys, std::string_view kinds) {
  std::vector<std::string> chosen;
  std::copy_if(keys.begin(), keys.end(), std::back_inserter(chosen),
               [&](const std::string& key) { return kinds.find(key.front()) != std::string_view::npos; });
  return chosen;
}

Resolution by_fields(const model::Reference& reference, const std::vector<model::WorkRecord>& works) {
  std::vector<Candidate> candidates;
  std::set<std::string> certain_works;
  for (const auto& work : works) {
    if (conflicts(reference.ids, work.ids)) continue;
    Candidate candidate = match(reference, work);
    if (candidate.score < least_score) continue;
    if (certain(candidate)) certain_works.insert(candidate.work);
    candidates.push_back(std::move(candidate));
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& left, const Candidate& right) {
    return left.score != right.score ? left.score > right.score : left.work < right.work;
  });
  Resolution resolution;
  if (candidates.empty() || !certain_works.contains(candidates.front().work)) return resolution;
  resolution.rule = "fields";
  const double best = candidates.front().score;
  // Only a candidate that would be taken by itself can make the best one doubtful.
  std::erase_if(candidates, [&](const Candidate& candidate) {
    return !certain_works.contains(candidate.work) || candidate.score < best - margin;
  });
  if (candidates.size() > shown_candidates) candidates.resize(shown_candidates);
  resolution.status = candidates.size() == 1 ? Status::resolved : Status::ambiguous;
  for (Candidate& candidate : candidates) candidate.score = probability(candidate.score);
  resolution.candidates = std::move(candidates);
  return resolution;
}

}  // namespace

Resolution resolve(const model::Reference& reference, WorkSource& source) {
  const auto keys = reference_keys(reference);
  if (!reference.ids.empty()) {
    Resolution resolution;
    for (const auto& work : source.works_with(keys_of_kind(keys, "i"), too_common)) {
      const char* rule = nullptr;
      if (!shares(reference.ids, work.ids, rule) || conflicts(reference.ids, work.ids)) continue;
      Candidate candidate = match(reference, work);
      candidate.score = 1;
      resolution.rule = rule;
      resolution.candidates.push_back(std::move(candidate));
    }
    if (!resolution.candidates.empty()) {
      resolution.status = resolution.candidates.size() == 1 ? Status::resolved : Status::ambiguous;
      return resolution;
    }
  }
  // Title and place find nearly all; first author and year are the dearer way and are only gone where those
  // fail.
  Resolution resolution = by_fields(reference, source.works_with(keys_of_kind(keys, "tp"), too_common));
  if (resolution.status == Status::unresolved)
    resolution = by_fields(reference, source.works_with(keys_of_kind(keys, "a"), too_common));
  return resolution;
}

}  // namespace evident::resolve
