// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stance/polarity.hpp"

#include <algorithm>
#include <initializer_list>

#include "extract/stance/assertion.hpp"
#include "extract/stance/comparison.hpp"
#include "extract/stance/scope.hpp"
#include "extract/stance/words.hpp"
#include "text/normal.hpp"

namespace evident::extract::stances {

namespace {

std::string joined(const Words& words, size_t from, size_t to) {
  std::string text;
  for (size_t at = from; at <= to && at < words.size(); ++at) text += (text.empty() ? "" : " ") + words[at];
  return text;
}

/// What the words after a change went up or down: 1 wanted, -1 unwanted, 0 not told.
int outcome_after(const Words& words, size_t at) {
  for (size_t next = at + 1; next < words.size() && next <= at + 6; ++next) {
    if (wanted_outcome(words[next])) return 1;
    if (unwanted_outcome(words[next])) {
      // "days without drinking"
      if (words[next - 1] == "without" || words[next - 1] == "non") return 1;
      // "alcohol abstinence", "drinking cessation": the head of the phrase decides.
      if (next + 1 < words.size() && wanted_outcome(words[next + 1])) return 1;
      return -1;
    }
  }
  for (size_t back = 1; back <= 4 && back <= at; ++back) {
    if (wanted_outcome(words[at - back])) return 1;
    if (unwanted_outcome(words[at - back])) return -1;
  }
  return 0;
}

/// What is promoted or kept up: "promoting alcohol drinking" is no success.
bool sustains_unwanted(const Words& words, size_t at) {
  if (!starts_with_any(words[at], {"promot", "maintain", "sustain", "achiev"})) return false;
  bool unwanted = false;
  // The last word of the object that names an outcome decides: "alcohol abstinence".
  for (size_t next = at + 1; next < words.size() && !text::is_stop_word(words[next]); ++next)
    if (wanted_outcome(words[next]) || unwanted_outcome(words[next]))
      unwanted = unwanted_outcome(words[next]);
  return unwanted;
}

/// "superior to Y", "as effective as Y", "more effective than Y", "did not differ": says which of two did
/// better, not that either works.
bool ranks(const Words& words, size_t at) {
  const auto is = [&](size_t place, std::string_view word) {
    return place < words.size() && words[place] == word;
  };
  const std::string& word = words[at];
  if (word.starts_with("differ")) return true;
  if (starts_with_any(word, {"superior", "inferior"}))
    return is(at + 1, "to") || (at > 0 && words[at - 1] == "non");
  if (at > 0 && (words[at - 1] == "as" || words[at - 1] == "equally")) return true;
  if (starts_with_any(word, {"effective", "efficacious", "improv"}))
    for (size_t next = at + 1; next < words.size() && next <= at + 6; ++next)
      if (words[next] == "than") return true;
  return false;
}

/// Where the word that denies the one at `at` stands; `at` itself where none does.
size_t negation_of(const Words& words, size_t at) {
  constexpr size_t reach = 10;
  size_t from = at;
  for (size_t back = 1; back <= reach && back <= at && from == at; ++back)
    if (negates(words[at - back])) from = at - back;
  if (from == at) from = governing_denial(words, at).value_or(at);
  if (from == at && at > 0 && negates(words.front())) from = 0;  // "No trial ... has found"
  for (size_t next = at + 1; from == at && next < words.size() && next <= at + 3; ++next)
    if (words[next] == "neither") from = next;  // "was reduced by neither"
  // "not only effective" is no negation.
  const bool only = from + 1 < words.size() && (words[from + 1] == "only" || words[from + 1] == "just");
  return only ? at : from;
}

/// A placebo that does as well: "comparable to placebo", "improved with both".
bool placebo_does_as_well(const Words& words) {
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word == "as" ||
           starts_with_any(word, {"similar", "comparable", "equal", "both", "equivalent", "same"});
  });
}

}  // namespace

Polarity polarity(std::string_view sentence) {
  Polarity found;
  for (const std::string& clause : clauses(sentence)) {
    if (asserts_nothing(clause)) continue;
    const bool harm = about_harm(clause);
    const Words words = text::fold_words(clause);
    const auto has = [&](std::initializer_list<std::string_view> starts) {
      return std::any_of(words.begin(), words.end(),
                         [&](const std::string& word) { return starts_with_any(word, starts); });
    };
    const bool against_nothing = has({"placebo", "sham", "untreated"});
    if (has({"cost"}) || (against_nothing && placebo_does_as_well(words))) continue;
    const AgainstNothing compared = stances::against_nothing(words);
    if (compared == AgainstNothing::unclear) continue;
    const bool no_better = compared == AgainstNothing::no_better;
    const size_t cues_before = found.cues.size();
    size_t end = 0;
    for (size_t at = 0; at < words.size(); at = end + 1) {
      const std::string& word = words[at];
      end = at;
      // "effective and safe" asserts both; any other change beside harm may be one of the harm.
      if (harm && !starts_with_any(word, {"effective", "efficacious", "ineffect"})) continue;
      if ((!against_nothing && ranks(words, at)) || is_attribute(words, at)) continue;
      // Prevention of a change is neither that change nor its opposite.
      if (const auto other = changed_change(words, at)) {
        end = *other;
        continue;
      }
      int sign = 0;
      // "effect", "difference", "evidence" and the like speak only where they are negated.
      const bool bare =
          starts_with_any(word, {"effect", "differ", "evidence", "advantage"}) && !asserts_success(word);
      if (asserts_success(word))
        sign = sustains_unwanted(words, at) ? -1 : 1;
      else if (asserts_failure(word))
        sign = -1;
      else if (goes_down(word))
        sign = -outcome_after(words, at);
      else if (goes_up(word))
        sign = outcome_after(words, at);
      const bool less = at > 0 && (words[at - 1] == "less" || words[at - 1] == "non");
      if (less && asserts_success(word)) sign = -1;
      if (word == "free" && at + 1 < words.size() && words[at + 1] == "of") sign = 1;
      if (sign == 0 && !bare) continue;
      // "prevents the beneficial effects", "inhibited the improvement": the two words are one, and what it
      // says is unclear.
      if (asserts_success(word) && at > 0) {
        const size_t back = at >= 2 && text::is_stop_word(words[at - 1]) ? at - 2 : at - 1;
        if (is_kept_down(words[back])) {
          ++found.positive;
          ++found.negative;
          continue;
        }
      }
      const size_t from = negation_of(words, at);
      const bool negated = from != at;
      if (bare && !negated) continue;
      // That a failure is negated ("did not worsen"), or no greater than without, is no success.
      if ((negated || no_better) && sign < 0) continue;
      const int result = bare ? -1 : negated || no_better ? -sign : sign;
      (result > 0 ? found.positive : found.negative) += 1;
      found.cues.push_back(joined(words, std::min(from, at), std::max(from, at)));
    }
    // "..., but no more than with placebo" takes back what the clause before says.
    if (no_better && found.cues.size() == cues_before) {
      ++found.positive;
      ++found.negative;
    }
  }
  return found;
}

}  // namespace evident::extract::stances
