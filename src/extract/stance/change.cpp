// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stance/change.hpp"

#include <algorithm>
#include <utility>

#include "extract/same_claim/vocabulary.hpp"
#include "extract/stance/assertion.hpp"
#include "extract/stance/comparison.hpp"
#include "extract/stance/scope.hpp"
#include "extract/stance/words.hpp"
#include "extract/topic.hpp"
#include "text/normal.hpp"
#include "text/one_of.hpp"

namespace evident::extract::stances {

namespace {

/// "the number of attacks": what is counted is meant.
bool is_measure(const std::string& word) {
  return text::one_of(word, {"number", "numbers", "amount", "amounts", "frequency", "rate", "rates", "level",
                             "levels", "incidence", "severity", "count", "counts", "degree", "extent"});
}

bool is_determiner(const std::string& word) {
  return text::one_of(word, {"the", "a", "an", "any", "their", "his", "her", "its"});
}

/// The thing that the phrase beginning at `at` names by its last word, and `at` behind it: "lag" of "the jet
/// lag of". A loss or gain is part of it: reducing the loss of a thing is not reducing the thing.
Thing phrase_end(const Words& words, size_t& at) {
  Thing thing;
  std::string& last = thing.head;
  while (at < words.size() && is_determiner(words[at])) ++at;
  for (; at < words.size(); ++at) {
    if (words[at] == "of" && is_measure(words[at - 1])) {
      thing.kinds.clear();
      continue;
    }
    // "temperature induced by": what is said of the thing is no part of its name.
    const bool participle =
        words[at].ends_with("ed") && at + 1 < words.size() && text::is_stop_word(words[at + 1]);
    if (text::is_stop_word(words[at]) || (participle && !last.empty())) break;
    if (starts_with_any(words[at], {"loss", "gain", "growth"}))
      last += " " + words[at];
    else
      for (std::string& topic : topic_words(words[at])) {
        if (!last.empty() && !is_measure(words[at - 1])) thing.kinds.insert(last);
        last = std::move(topic);
      }
  }
  return thing;
}

/// Cancer of the bladder is not that of the lung; cancer of no told kind may be either.
bool may_be_same(const Thing& one, const Thing& other) {
  const auto shared = [&](const std::string& kind) { return other.kinds.contains(kind); };
  return one.head == other.head && (one.kinds.empty() || other.kinds.empty() ||
                                    std::any_of(one.kinds.begin(), one.kinds.end(), shared));
}

/// "No study of ... has", "none of the trials": what they are said to have found was not found.
bool denies_studies(const Words& words) {
  if (words.empty() || !text::one_of(words.front(), {"no", "none", "neither"})) return false;
  constexpr size_t reach = 5;
  for (size_t at = 1; at < words.size() && at <= reach; ++at)
    if (starts_with_any(words[at], {"stud", "trial", "evidence", "review", "experiment"})) return true;
  return false;
}

}  // namespace

std::vector<Change> changes(std::string_view sentence) {
  std::vector<Change> found;
  for (const std::string& clause : clauses(sentence)) {
    if (asserts_nothing(clause)) continue;
    const Words words = text::fold_words(clause);
    const AgainstNothing compared = against_nothing(words);
    if (compared == AgainstNothing::unclear) continue;
    const bool denied = compared == AgainstNothing::no_better || denies_studies(words);
    size_t end = 0;
    for (size_t at = 0; at < words.size(); at = end + 1) {
      end = at;
      Change change;
      change.negated = denied || governing_denial(words, at).has_value();
      if (is_attribute(words, at)) continue;
      change.down = is_kept_down(words[at]);
      if (words[at] == "tolerated") {
        change.what.head = words[at];
      } else if (change.down || starts_with_any(words[at], {"increas", "prolong", "enhanc", "raise",
                                                            "raising", "lengthen"})) {
        if (const auto other = changed_change(words, at)) {
          change.down = change.down != goes_down(words[*other]);
          change.of_change = true;
          end = *other;
        }
        size_t next = end + 1;
        // "prevents the rise in temperature": of a noun, the thing stands behind "in" or "of".
        if (end != at && next < words.size() && (words[next] == "in" || words[next] == "of")) ++next;
        change.what = phrase_end(words, next);
        if (next < words.size() && words[next] == "of") change.of = phrase_end(words, ++next);
      }
      if (change.what.head.empty()) continue;
      for (size_t back = 1; back <= 6 && back <= at && words[at - back] != "and"; ++back)
        change.negated = change.negated || negates(words[at - back]) || words[at - back] == "poorly";
      for (size_t next = end + 1; next < words.size() && next <= end + 3; ++next)
        change.negated = change.negated || words[next] == "neither";
      found.push_back(std::move(change));
    }
  }
  return found;
}

namespace {

/// The turns up and down that a text tells, in order.
std::vector<int> turns(std::string_view text) {
  std::vector<int> all;
  for (const std::string& word : text::fold_words(text)) {
    int turn = same::direction(word);
    if (turn == 0 && starts_with_any(word, {"rose", "grew", "grow", "better", "useful", "double"})) turn = 1;
    if (turn == 0 && starts_with_any(word, {"inhibit", "abolish", "drop", "worse", "harm", "halve"}))
      turn = -1;
    if (turn != 0) all.push_back(turn);
  }
  return all;
}

}  // namespace

bool turn_alike(std::string_view claim, std::string_view finding) {
  std::vector<int> fewer = turns(claim), more = turns(finding);
  if (more.size() < fewer.size()) std::swap(fewer, more);
  auto next = more.begin();
  for (const int turn : fewer) {
    next = std::find(next, more.end(), turn);
    if (next == more.end()) return false;
    ++next;
  }
  return true;
}

int agreement(const std::vector<Change>& claimed, const std::vector<Change>& found) {
  int agree = 0, contradict = 0;
  for (const Change& one : claimed)
    for (const Change& other : found) {
      if (!may_be_same(one.what, other.what) || one.of_change != other.of_change ||
          (!one.of.head.empty() && !other.of.head.empty() && !may_be_same(one.of, other.of)))
        continue;
      if (one.down == other.down)
        ++(one.negated == other.negated ? agree : contradict);
      else if (!one.negated && !other.negated)
        ++contradict;
    }
  return agree > 0 && contradict == 0 ? 1 : contradict > 0 && agree == 0 ? -1 : 0;
}

}  // namespace evident::extract::stances
