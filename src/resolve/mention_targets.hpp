// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/article.hpp"
#include "resolve/mention_score.hpp"
#include "resolve/resolve.hpp"

namespace evident::resolve {

/// The works that sentences of one article may mean, each made comparable once: those of its references, and
/// those of the store that are found by keys.
class MentionTargets {
 public:
  using List = std::vector<const MentionTarget*>;

  MentionTargets(const model::Article& article, const std::vector<Resolution>& resolutions,
                 WorkSource& works);

  /// The works of the references, and those of the store that share a key; in order of their ids.
  List found_by(const std::vector<std::string>& keys, size_t limit);

  /// Works that the markers of a sentence point to.
  std::set<std::string> cited_by(const model::Sentence& sentence) const;
  /// True where one of them may be a study itself; news and pages tell of the studies of others.
  bool cites_study(const model::Sentence& sentence) const;

 private:
  const MentionTarget* target(model::WorkRecord work);

  const model::Article& m_article;
  const std::vector<Resolution>& m_resolutions;
  WorkSource& m_works;
  std::map<std::string, std::unique_ptr<MentionTarget>> m_targets;
  List m_cited;
};

/// The work that fits best, unless another fits nearly as well.
struct BestTarget {
  const MentionTarget* target = nullptr;
  MentionScore score;
};
template <class Score>
std::optional<BestTarget> best_target(const MentionTargets::List& targets, Score score_of, double margin) {
  std::optional<BestTarget> first;
  double second = 0;
  for (const MentionTarget* candidate : targets) {
    std::optional<MentionScore> score = score_of(*candidate);
    if (!score) continue;
    if (!first || score->score > first->score.score) {
      if (first) second = first->score.score;
      first = BestTarget{candidate, std::move(*score)};
    } else {
      second = std::max(second, score->score);
    }
  }
  if (first && first->score.score - second < margin) return std::nullopt;
  return first;
}

}  // namespace evident::resolve
