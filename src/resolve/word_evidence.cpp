// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/word_evidence.hpp"

#include <algorithm>

#include "extract/topic.hpp"

namespace evident::resolve {
namespace {

/// Words that every report of results has.
bool is_result_word(const std::string& stemmed) {
  static const std::set<std::string> words = [] {
    std::set<std::string> stems;
    for (const char* word :
         {"median",        "respectively", "relative",   "ratio",       "ratios",        "interval",
          "confidence",    "baseline",     "difference", "differences", "different",     "differed",
          "table",         "figure",       "increased",  "decreased",   "decrease",      "change",
          "changes",       "changed",      "total",      "score",       "scores",        "follow",
          "period",        "completed",    "entered",    "proportion",  "statistically", "statistical",
          "similar",       "overall",      "observed",   "value",       "values",        "range",
          "ranged",        "outcome",      "outcomes",   "model",       "adjusted",      "data",
          "variable",      "variables",    "respective", "primary",     "secondary",     "endpoint",
          "end",           "point",        "points",     "were",        "both",          "intervention",
          "interventions", "among",        "between",    "standard",    "deviation",     "odds",
          "hazard",        "risk",         "estimated",  "greater",     "least",         "only",
          "all",           "least",        "who",        "had",         "have",          "these",
          "there",         "analyses",     "test"})
      stems.insert(extract::stem(word));
    return stems;
  }();
  return words.count(stemmed) > 0;
}

}  // namespace

double word_evidence(const std::set<std::string>& told, const MentionTarget& target, int& shared) {
  // By how much likelier a word of a result is in the title, the abstract, or neither, of its own study.
  constexpr double title = 2.8, abstract = 1.8, neither = -0.75;
  double words = 0;
  shared = 0;
  for (const std::string& topic : told) {
    if (is_result_word(topic)) continue;
    const bool titled = target.title_topics.count(topic) > 0;
    const bool there = titled || target.abstract_topics.count(topic) > 0;
    shared += there ? 1 : 0;
    words += titled ? title : there ? abstract : neither;
  }
  return shared == 0 ? -4.5 : std::clamp(words, -4.5, 9.0);
}

}  // namespace evident::resolve
