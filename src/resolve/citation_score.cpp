// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "resolve/mention_score.hpp"

namespace evident::resolve {
namespace {

/// Print and record agree on who wrote it: the first author, those named beside, and whether there are more.
bool same_authors(const PrintedCitation& citation, const MentionTarget& target) {
  const auto& known = target.families;
  if (known.empty() || known.front() != citation.families.front()) return false;
  for (size_t at = 1; at < citation.families.size(); ++at)
    if (std::find(known.begin() + 1, known.end(), citation.families[at]) == known.end()) return false;
  // What is known from a reference alone may have lost its other authors.
  if (target.work.ghost && known.size() == 1) return true;
  return citation.et_al ? known.size() >= 2 : known.size() == citation.families.size();
}

}  // namespace

bool cites(const PrintedCitation& citation, const MentionTarget& target) {
  // A year that is off by one is nearly always that of another work of the author.
  return (citation.year == target.work.issued.year || citation.year == target.work.electronic.year) &&
         same_authors(citation, target);
}

std::optional<MentionScore> score_citation(const PrintedCitation& citation,
                                           const std::set<std::string>& topics,
                                           const std::set<std::string>& article_topics,
                                           const MentionTarget& target) {
  if (!cites(citation, target)) return std::nullopt;
  // By how much likelier each is if the work is meant, in nats.
  constexpr double second_name = 3, title_word = 1.5, abstract_word = 0.7, article_word = 1;
  double evidence = second_name * static_cast<double>(std::min<size_t>(citation.families.size() - 1, 2));
  int shared = 0, asked = 0;
  for (const std::string& topic : topics) {
    const bool titled = target.title_topics.count(topic) > 0;
    const bool there = titled || target.abstract_topics.count(topic) > 0;
    evidence += titled ? title_word : there ? abstract_word : 0;
    shared += there ? 1 : 0;
    ++asked;
  }
  for (const std::string& topic : article_topics)
    if (topics.count(topic) == 0 && target.title_topics.count(topic) > 0) {
      evidence += article_word;
      ++shared;
    }
  MentionScore score;
  score.fields["person"] = 1;
  score.fields["year"] = 1;
  score.fields["topic"] = asked == 0 ? 0 : std::min(1.0, static_cast<double>(shared) / asked);
  score.rule = "person-year";
  constexpr double enough = 2;
  if (evidence < enough) return std::nullopt;
  score.score = std::min(1.0, 0.5 + (evidence - enough) / 10);
  return score;
}

}  // namespace evident::resolve
