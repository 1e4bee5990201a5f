// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences that call a study by a name of its own, and those that tell it by nothing but its figures.
#include <algorithm>

#include "resolve/mention_score.hpp"
#include "resolve/word_evidence.hpp"

namespace evident::resolve {

std::optional<MentionScore> score_fingerprint(const std::vector<Figure>& told,
                                              const std::set<std::string>& topics,
                                              const std::set<std::string>& acronyms,
                                              const MentionTarget& target) {
  constexpr double least_figures = 2.5;
  const FigureMatch figures = match_figures(told, target.figures);
  if (figures.matched < 2 || figures.evidence < least_figures) return std::nullopt;
  int shared = 0;
  constexpr double acronym = 1.5;  // what an acronym that both have says more than a word
  double words = word_evidence(topics, target, shared);
  for (const std::string& name : acronyms)
    if (target.acronyms.count(name) > 0) {
      words += acronym;
      ++shared;
    }
  if (shared == 0) return std::nullopt;
  MentionScore score;
  const double beyond = figures.evidence + words - against_any;
  if (beyond < 0) return std::nullopt;
  score.score =
      std::min(1.0, 0.5 + beyond / 30);  // a margin of 0.1 are 3 nats: siblings of one trial stay apart
  score.fields["figures"] = static_cast<double>(figures.matched) / (figures.matched + figures.missing);
  score.fields["topic"] = static_cast<double>(shared) / static_cast<double>(topics.size());
  score.rule = "figures";
  return score;
}

std::optional<MentionScore> score_named(const StudyNames& names, const std::set<std::string>& topics,
                                        const MentionTarget& target) {
  const auto shares = [](const std::vector<std::string>& told, const std::vector<std::string>& known) {
    return std::any_of(told.begin(), told.end(), [&](const std::string& name) {
      return std::find(known.begin(), known.end(), name) != known.end();
    });
  };
  int shared = 0;
  for (const std::string& topic : topics)
    shared += target.title_topics.count(topic) + target.abstract_topics.count(topic) > 0 ? 1 : 0;
  const double topic = std::min(1.0, shared / 4.0);
  MentionScore score;
  score.fields["topic"] = topic;
  if (shares(names.registrations, target.names.registrations)) {
    score.fields["registration"] = 1;
    score.score = 0.7 + 0.3 * topic;
    score.rule = "registration";
    return score;
  }
  // Acronyms are used again: the words must be of the same matter.
  if (!shares(names.trials, target.names.trials) || shared < 2) return std::nullopt;
  score.fields["trial name"] = 1;
  score.score = 0.5 + 0.4 * topic;
  score.rule = "trial-name";
  return score;
}

}  // namespace evident::resolve
