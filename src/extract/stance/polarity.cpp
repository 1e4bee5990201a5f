// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stance/polarity.hpp"

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

/// "prevents a rise", "reduced the increase": what is kept from happening is told by the word before.
bool is_object_of_prevention(const Words& words, size_t at) {
  if (!goes_up(words[at]) && !goes_down(words[at])) return false;
  size_t back = at;
  while (back > 0 && at - back < 2 && text::is_stop_word(words[back - 1])) --back;
  if (back == 0) return false;
  return words[back - 1].starts_with("prevent") || (goes_up(words[at]) && goes_down(words[back - 1]));
}

}  // namespace

Polarity polarity(std::string_view sentence) {
  Polarity found;
  for (const std::string& clause : clauses(sentence)) {
    if (asserts_nothing(clause)) continue;
    const bool harm = about_harm(clause);
    Words words = text::fold_words(clause);
    for (size_t at = 0; at < words.size(); ++at) {
      const std::string& word = words[at];
      // "effective and safe" asserts both; any other change beside harm may be one of the harm.
      if (harm && !starts_with_any(word, {"effective", "efficacious", "ineffect"})) continue;
      int sign = 0;
      // "effect", "difference", "evidence" and the like speak only where they are negated.
      bool bare =
          starts_with_any(word, {"effect", "differ", "evidence", "advantage"}) && !asserts_success(word);
      if (asserts_success(word))
        sign = sustains_unwanted(words, at) ? -1 : 1;
      else if (asserts_failure(word))
        sign = -1;
      else if (goes_down(word))
        sign = -outcome_after(words, at);
      else if (goes_up(word))
        sign = outcome_after(words, at);
      if (word == "effective" && at > 0 && words[at - 1] == "less") sign = -1;
      if (word == "free" && at + 1 < words.size() && words[at + 1] == "of") sign = 1;
      const bool of_cost = at > 0 && words[at - 1] == "cost" && word.starts_with("effective");
      if ((sign == 0 && !bare) || of_cost) continue;
      if (is_object_of_prevention(words, at)) continue;
      // "prevents the beneficial effects", "inhibited the improvement": the two words are one, and what it
      // says is unclear.
      if (asserts_success(word) && at > 0) {
        size_t back = at >= 2 && text::is_stop_word(words[at - 1]) ? at - 2 : at - 1;
        if (words[back].starts_with("prevent") || goes_down(words[back])) {
          ++found.positive;
          ++found.negative;
          continue;
        }
      }
      size_t from = at;
      for (size_t back = 1; back <= 10 && back <= at && from == at; ++back)
        if (negates(words[at - back])) from = at - back;
      bool negated = from != at;
      // "not only effective" is no negation.
      if (negated && from + 1 < words.size() && (words[from + 1] == "only" || words[from + 1] == "just"))
        negated = false;
      if (bare && !negated) continue;
      int result = bare ? -1 : negated ? -sign : sign;
      // That a failure is negated ("did not worsen") is no success.
      if (negated && sign < 0) continue;
      (result > 0 ? found.positive : found.negative) += 1;
      found.cues.push_back(negated ? joined(words, from, at) : word);
    }
  }
  return found;
}

}  // namespace evident::extract::stances
