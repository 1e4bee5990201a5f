// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stance/change.hpp"

#include "extract/stance/words.hpp"
#include "extract/topic.hpp"
#include "text/normal.hpp"

namespace evident::extract::stances {

namespace {

/// "the number of attacks": what is counted is meant.
bool is_measure(const std::string& word) {
  return starts_with_any(word, {"number", "amount", "frequenc", "rate", "level", "incidence", "severity",
                                "count", "degree", "extent"});
}

/// The last word of what a verb is followed by, as a stem: "lag" of "reduces the jet lag of".
std::string object_after(const Words& words, size_t verb) {
  std::string object;
  size_t at = verb + 1;
  const auto is = [&](std::string_view word) { return at < words.size() && words[at] == word; };
  while (is("the") || is("a") || is("an") || is("their") || is("his") || is("her") || is("its")) ++at;
  for (; at < words.size(); ++at) {
    if (is("of") && is_measure(words[at - 1])) continue;
    if (text::is_stop_word(words[at])) break;
    for (std::string& topic : topic_words(words[at])) object = std::move(topic);
  }
  return object;
}

}  // namespace

std::vector<Change> changes(std::string_view sentence) {
  std::vector<Change> found;
  for (const std::string& clause : clauses(sentence)) {
    if (asserts_nothing(clause)) continue;
    const Words words = text::fold_words(clause);
    for (size_t at = 0; at < words.size(); ++at) {
      Change change;
      change.down = goes_down(words[at]) || starts_with_any(words[at], {"prevent", "relieve", "alleviat"});
      if (words[at] == "tolerated")
        change.what = words[at];
      else if (change.down || starts_with_any(words[at], {"increas", "prolong"}))
        change.what = object_after(words, at);
      if (change.what.empty()) continue;
      for (size_t back = 1; back <= 6 && back <= at && words[at - back] != "and"; ++back)
        change.negated = change.negated || negates(words[at - back]) || words[at - back] == "poorly";
      found.push_back(std::move(change));
    }
  }
  return found;
}

int agreement(const std::vector<Change>& claimed, const std::vector<Change>& found) {
  int agree = 0, contradict = 0;
  for (const Change& one : claimed)
    for (const Change& other : found) {
      if (one.what != other.what) continue;
      if (one.down == other.down)
        ++(one.negated == other.negated ? agree : contradict);
      else if (!one.negated && !other.negated)
        ++contradict;
    }
  return agree > 0 && contradict == 0 ? 1 : contradict > 0 && agree == 0 ? -1 : 0;
}

}  // namespace evident::extract::stances
