// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stance/polarity.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "extract/stance/assertion.hpp"
#include "extract/stance/comparison.hpp"
#include "extract/stance/scope.hpp"
#include "extract/stance/words.hpp"
#include "text/normal.hpp"
#include "text/one_of.hpp"

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

/// 1 or -1 for what a verb is done to; 0 where that names no outcome. The last word that names one decides:
/// "alcohol abstinence".
int object_behind(const Words& words, size_t at) {
  int sign = 0;
  for (size_t next = at + 1; next < words.size() && !text::is_stop_word(words[next]); ++next)
    if (wanted_outcome(words[next]) || unwanted_outcome(words[next]))
      sign = unwanted_outcome(words[next]) ? -1 : 1;
  return sign;
}

/// What is promoted or kept up: "promoting alcohol drinking" is no success.
bool sustains_unwanted(const Words& words, size_t at) {
  return starts_with_any(words[at], {"promot", "maintain", "sustain", "achiev"}) &&
         object_behind(words, at) < 0;
}

/// "keeps patients abstinent".
bool keeps_wanted(const Words& words, size_t at) {
  return keeps(words[at]) && object_behind(words, at) > 0;
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

/// What the word at `at` says where nothing denies it.
Outcome told_by(const Words& words, size_t at) {
  const std::string& word = words[at];
  if (word == "free" && at + 1 < words.size() && words[at + 1] == "of") return Outcome::better;
  const bool less = at > 0 && (words[at - 1] == "less" || words[at - 1] == "non");
  if (asserts_success(word) || keeps_wanted(words, at))
    return less ? Outcome::not_better : sustains_unwanted(words, at) ? Outcome::worse : Outcome::better;
  if (asserts_harm(word)) return Outcome::worse;
  if (asserts_failure(word)) return Outcome::not_better;
  const int turn = goes_down(word) ? -1 : goes_up(word) ? 1 : 0;
  const int gain = turn == 0 ? 0 : turn * outcome_after(words, at);
  return gain > 0 ? Outcome::better : gain < 0 ? Outcome::worse : Outcome::unclear;
}

/// "effect", "difference", "evidence" and the like speak only where they are denied.
bool speaks_if_denied(const std::string& word) {
  return starts_with_any(word, {"effect", "differ", "evidence", "advantage"}) && !asserts_success(word);
}

/// What the denial of such a word says: "no beneficial effect" is not "no effect".
Outcome denial_of(const Words& words, size_t at) {
  const std::string& word = words[at];
  if (word.starts_with("evidence")) {
    constexpr size_t reach = 3;
    for (size_t next = at + 1; next < words.size() && next <= at + reach; ++next)
      if (words[next].starts_with("harm")) return Outcome::not_worse;
    return Outcome::not_better;
  }
  if (word.starts_with("advantage")) return Outcome::not_better;
  if (word.starts_with("effect") && at > 0) {
    const std::string& kind = words[at - 1];
    if (asserts_success(kind) || starts_with_any(kind, {"positiv", "favour", "favor", "protect"}))
      return Outcome::not_better;
    if (asserts_harm(kind) || starts_with_any(kind, {"negativ", "detriment", "deleter", "advers"}))
      return Outcome::not_worse;
  }
  return Outcome::null;
}

/// What is left where `told` is denied. That a failure is denied is no success.
Outcome denied(Outcome told) {
  return told == Outcome::better  ? Outcome::not_better
         : told == Outcome::worse ? Outcome::not_worse
                                  : Outcome::unclear;
}

/// "prevents the beneficial effects", "inhibited the improvement": the two words are one, and what it says is
/// unclear.
bool is_success_kept_down(const Words& words, size_t at) {
  if (!asserts_success(words[at]) || at == 0) return false;
  return is_kept_down(words[at >= 2 && text::is_stop_word(words[at - 1]) ? at - 2 : at - 1]);
}

bool is_denial(Outcome outcome) {
  return outcome == Outcome::null || outcome == Outcome::not_better || outcome == Outcome::not_worse;
}

/// What a word of a clause says.
struct Said {
  size_t at = 0;
  Outcome outcome = Outcome::unclear;
  std::string cue;
};

/// "neither increased nor decreased": of one thing both are denied, so that it stayed as it was.
void join_denials(std::vector<Said>& said, const Words& words) {
  for (size_t next = 1; next < said.size(); ++next) {
    const Said &one = said[next - 1], &other = said[next];
    const bool opposite = (one.outcome == Outcome::not_better && other.outcome == Outcome::not_worse) ||
                          (one.outcome == Outcome::not_worse && other.outcome == Outcome::not_better);
    if (opposite && other.at == one.at + 2 && text::one_of(words[one.at + 1], {"nor", "or"}))
      said[next - 1].outcome = said[next].outcome = Outcome::null;
  }
}

/// "no evidence that it reduced": what there is no evidence of says more than that there is none.
void drop_governing_evidence(std::vector<Said>& said, const Words& words) {
  const auto is_evidence = [&](const Said& one) { return words[one.at].starts_with("evidence"); };
  const bool of_denied = std::any_of(
      said.begin(), said.end(), [&](const Said& one) { return !is_evidence(one) && is_denial(one.outcome); });
  if (of_denied) std::erase_if(said, is_evidence);
}

/// What the words of a clause say, in order. `no_better`: it denies that more was found than with a placebo.
std::vector<Said> said_in(const std::string& clause, const Words& words, bool against_nothing,
                          bool no_better) {
  std::vector<Said> said;
  const bool harm = about_harm(clause);
  size_t end = 0;
  for (size_t at = 0; at < words.size(); at = end + 1) {
    end = at;
    // "effective and safe" asserts both; any other change beside harm may be one of the harm.
    if (harm && !starts_with_any(words[at], {"effective", "efficacious", "ineffect"})) continue;
    if ((!against_nothing && ranks(words, at)) || is_attribute(words, at)) continue;
    // Prevention of a change is neither that change nor its opposite.
    if (const auto other = changed_change(words, at)) {
      end = *other;
      continue;
    }
    const Outcome told = told_by(words, at);
    const bool bare = speaks_if_denied(words[at]);
    if (told == Outcome::unclear && !bare) continue;
    if (is_success_kept_down(words, at)) {
      said.push_back({at, Outcome::unclear, words[at]});
      continue;
    }
    const size_t from = negation_of(words, at);
    if (bare && from == at) continue;
    const Outcome outcome = bare ? denial_of(words, at) : from != at || no_better ? denied(told) : told;
    if (outcome != Outcome::unclear)
      said.push_back({at, outcome, joined(words, std::min(from, at), std::max(from, at))});
  }
  return said;
}

}  // namespace

Outcome Polarity::outcome() const {
  const auto says = [&](Outcome one) { return said.contains(one); };
  if (said.empty() || says(Outcome::unclear)) return Outcome::unclear;
  const bool denies = says(Outcome::null) || says(Outcome::not_better);
  if (says(Outcome::better)) return denies || says(Outcome::worse) ? Outcome::unclear : Outcome::better;
  if (says(Outcome::worse)) return denies ? Outcome::none_better : Outcome::worse;
  if (denies) return says(Outcome::not_better) ? Outcome::not_better : Outcome::null;
  return Outcome::not_worse;
}

Polarity polarity(std::string_view sentence) {
  Polarity found;
  for (const std::string& clause : clauses(sentence)) {
    if (asserts_nothing(clause)) continue;
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
    std::vector<Said> said = said_in(clause, words, against_nothing, no_better);
    join_denials(said, words);
    drop_governing_evidence(said, words);
    for (Said& one : said) {
      found.said.insert(one.outcome);
      if (one.outcome != Outcome::unclear) found.cues.push_back(std::move(one.cue));
    }
    // "..., but no more than with placebo" takes back what the clause before says.
    if (no_better && said.empty()) found.said.insert(Outcome::unclear);
  }
  return found;
}

int agreement(Outcome claimed, Outcome found, bool same_outcome) {
  const auto are = [&](Outcome one, Outcome other) {
    return (claimed == one && found == other) || (claimed == other && found == one);
  };
  if (are(Outcome::null, Outcome::not_better)) return 1;
  if (claimed == found)
    return claimed == Outcome::better || claimed == Outcome::worse || is_denial(claimed) ? 1 : 0;
  if (are(Outcome::better, Outcome::null) || are(Outcome::better, Outcome::not_better) ||
      are(Outcome::better, Outcome::worse) || are(Outcome::better, Outcome::none_better))
    return -1;
  return same_outcome && are(Outcome::null, Outcome::worse) ? -1 : 0;
}

}  // namespace evident::extract::stances
