// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stance/comparison.hpp"

#include <algorithm>

#include "text/one_of.hpp"

namespace evident::extract::stances {

namespace {

bool names_nothing(const Words& words, size_t at) {
  // "a placebo-controlled trial" names the trial.
  if (at + 1 < words.size() && starts_with_any(words[at + 1], {"controlled", "control"})) return false;
  return starts_with_any(words[at], {"placebo", "sham", "untreated"}) ||
         text::one_of(words[at], {"control", "controls", "vehicle"});
}

bool nothing_within(const Words& words, size_t from, size_t to) {
  for (size_t at = from; at < std::min(to, words.size()); ++at)
    if (names_nothing(words, at)) return true;
  return false;
}

/// "not greater", "no more", "did not exceed", but for "not only greater".
bool denied(const Words& words, size_t at) {
  constexpr size_t reach = 3;
  for (size_t back = 1; back <= reach && back <= at; ++back) {
    if (text::one_of(words[at - back], {"only", "just"})) return false;
    if (negates(words[at - back])) return true;
  }
  return false;
}

/// "The improvement was smaller": a change that is compared itself, and is the lesser one.
bool lesser_change(const Words& words, size_t from, size_t to) {
  const auto end = words.begin() + static_cast<std::ptrdiff_t>(to);
  const bool of_change = std::any_of(words.begin(), end, [](const std::string& word) {
    return starts_with_any(word, {"reduction", "decrease", "decline", "improvement", "benefit", "relief"});
  });
  if (!of_change) return false;
  for (size_t at = from; at < to; ++at)
    if (text::one_of(words[at], {"smaller", "less", "weaker", "lower", "shorter", "worse"})) return true;
  return false;
}

}  // namespace

AgainstNothing against_nothing(const Words& clause) {
  constexpr size_t reach = 8;    // words from the comparative to what is compared to
  constexpr size_t opening = 3;  // words in which the subject of a clause stands, where it is short
  for (size_t at = 0; at < clause.size(); ++at) {
    const bool exceeds = clause[at].starts_with("exceed");
    if (!exceeds && !text::one_of(clause[at], {"than", "versus", "vs", "compared", "relative"})) continue;
    const bool behind = nothing_within(clause, at + 1, at + 1 + reach);
    // Of "compared with" what is compared may stand anywhere before.
    const bool before =
        nothing_within(clause, 0, clause[at] == "than" || exceeds ? at : std::min(at, opening));
    if (!behind && before) return AgainstNothing::unclear;
    if (!behind || (!exceeds && clause[at] != "than")) continue;
    const size_t from = at > reach ? at - reach : 0;
    if (exceeds) return denied(clause, at) ? AgainstNothing::no_better : AgainstNothing::ahead;
    for (size_t near = from; near < at; ++near)
      if ((clause[near].ends_with("er") || clause[near] == "more") && denied(clause, near))
        return AgainstNothing::no_better;
    if (lesser_change(clause, from, at)) return AgainstNothing::unclear;
  }
  return AgainstNothing::ahead;
}

}  // namespace evident::extract::stances
