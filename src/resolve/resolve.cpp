// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/resolve.hpp"

#include <algorithm>
#include <set>

#include "resolve/match.hpp"

namespace evident::resolve {

namespace {

constexpr size_t too_common = 200;         // a key that more works share tells nothing
constexpr double least_score = 0.7;        // below it nothing is linked
constexpr double margin = 0.08;            // to the second candidate
constexpr double least_probability = 0.5;  // of a link; what is less likely is shown as a candidate
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

/// Works that fit well enough to be linked, the best first.
std::vector<Candidate> fitting(const model::Reference& reference, const std::vector<model::WorkRecord>& works,
                               Parts parts) {
  std::vector<Candidate> candidates;
  for (const auto& work : works) {
    if (conflicts(reference.ids, work.ids)) continue;
    Candidate candidate = match(reference, work, parts);
    if (candidate.score >= least_score) candidates.push_back(std::move(candidate));
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& left, const Candidate& right) {
    return left.score != right.score ? left.score > right.score : left.work < right.work;
  });
  if (candidates.empty() || !certain(candidates.front())) return {};
  const double best = candidates.front().score;
  // Only a candidate that would be taken by itself can make the best one doubtful.
  std::erase_if(candidates, [&](const Candidate& candidate) {
    return !certain(candidate) || candidate.score < best - margin;
  });
  return candidates;
}

/// True where one candidate is as good as another in every field that both have, and better in one.
bool outdoes(const Candidate& better, const Candidate& worse) {
  bool outdone = false;
  for (const auto& [name, score] : worse.fields) {
    const auto found = better.fields.find(name);
    if (found == better.fields.end()) continue;
    if (found->second < score) return false;
    outdone = outdone || found->second > score;
  }
  return outdone;
}

/// What is outdone in a field by the best candidate and ahead of it in none cannot be meant in its stead.
void drop_outdone(std::vector<Candidate>& candidates) {
  if (candidates.empty()) return;
  candidates.erase(
      std::remove_if(candidates.begin() + 1, candidates.end(),
                     [&](const Candidate& candidate) { return outdoes(candidates.front(), candidate); }),
      candidates.end());
}

/// Scores of match() as probabilities: of several candidates one alone is meant, or none.
void set_probabilities(std::vector<Candidate>& candidates) {
  double odds = 1;
  for (Candidate& candidate : candidates) {
    const double p = std::min(probability(candidate.score), 0.999999);
    candidate.score = p / (1 - p);
    odds += candidate.score;
  }
  for (Candidate& candidate : candidates) candidate.score /= odds;
}

Resolution by_fields(const model::Reference& reference, const std::vector<model::WorkRecord>& works) {
  Resolution resolution;
  resolution.candidates = fitting(reference, works, Parts::told);
  // "Bees" may be part I or part II of "Bees", but is not taken for the only part that is there.
  if (resolution.candidates.empty() && names_no_part(reference.fields.title)) {
    resolution.candidates = fitting(reference, works, Parts::any);
    if (resolution.candidates.size() < 2) resolution.candidates.clear();
  }
  if (resolution.candidates.empty()) return resolution;
  drop_outdone(resolution.candidates);
  resolution.rule = "fields";
  set_probabilities(resolution.candidates);
  const bool likely = resolution.candidates.front().score >= least_probability;
  resolution.status = resolution.candidates.size() == 1 && likely ? Status::resolved : Status::ambiguous;
  if (resolution.candidates.size() > shown_candidates) resolution.candidates.resize(shown_candidates);
  return resolution;
}

/// True where the record behind an identifier has other words in its title and other authors than the print.
bool gainsaid(const Candidate& candidate) {
  constexpr double other_title = 0.6, other_authors = 0.5;
  const auto below = [&](const char* field, double least) {
    const auto found = candidate.fields.find(field);
    return found != candidate.fields.end() && found->second < least;
  };
  return below("title", other_title) && below("author", other_authors);
}

/// True where the one work that was found has other words in its title and another year: another work of the
/// author may fit no worse.
bool is_near_miss(const Resolution& resolution) {
  if (resolution.status != Status::resolved) return false;
  const FieldScores& fields = resolution.candidates.front().fields;
  const auto differs = [&](const char* field) {
    const auto found = fields.find(field);
    return found != fields.end() && found->second < 1;
  };
  return differs("title") && differs("year");
}

}  // namespace

Resolution resolve(const model::Reference& reference, WorkSource& source) {
  const auto keys = reference_keys(reference);
  if (!reference.ids.empty()) {
    Resolution resolution;
    std::vector<Candidate> torn;  // works that share one identifier and gainsay another
    for (const auto& work : source.works_with(keys_of_kind(keys, "i"), too_common)) {
      const char* rule = nullptr;
      if (!shares(reference.ids, work.ids, rule)) continue;
      Candidate candidate = match(reference, work);
      if (conflicts(reference.ids, work.ids)) {
        torn.push_back(std::move(candidate));
        continue;
      }
      resolution.rule = rule;
      resolution.candidates.push_back(std::move(candidate));
    }
    // "doi:A, PMID B" of two works: one of them is printed wrongly, and which one is not told.
    if (resolution.candidates.empty() && torn.size() > 1) {
      resolution.rule = "identifiers";
      resolution.candidates = std::move(torn);
    }
    // An identifier that was printed for another work's: the work of the words is in doubt with it.
    if (resolution.candidates.size() == 1 && gainsaid(resolution.candidates.front())) {
      model::Reference words = reference;
      words.ids = {};
      const Resolution meant = by_fields(words, source.works_with(keys_of_kind(keys, "tp"), too_common));
      if (meant.status == Status::resolved &&
          meant.candidates.front().work != resolution.candidates.front().work)
        resolution.candidates.push_back(meant.candidates.front());
    }
    if (!resolution.candidates.empty()) {
      resolution.status = resolution.candidates.size() == 1 ? Status::resolved : Status::ambiguous;
      for (Candidate& candidate : resolution.candidates)
        candidate.score = 1.0 / static_cast<double>(resolution.candidates.size());
      return resolution;
    }
  }
  // Title and place find nearly all; first author and year are the dearer way and are only gone where those
  // fail, or find what may be a neighbour of the work.
  Resolution resolution = by_fields(reference, source.works_with(keys_of_kind(keys, "tp"), too_common));
  if (resolution.status == Status::unresolved)
    resolution = by_fields(reference, source.works_with(keys_of_kind(keys, "a"), too_common));
  else if (is_near_miss(resolution))
    resolution = by_fields(reference, source.works_with(keys_of_kind(keys, "tpa"), too_common));
  return resolution;
}

}  // namespace evident::resolve
