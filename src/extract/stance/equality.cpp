// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stance/equality.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/stance/assertion.hpp"
#include "extract/stance/subject.hpp"
#include "extract/stance/words.hpp"
#include "text/normal.hpp"
#include "text/one_of.hpp"

namespace evident::extract::stances {

namespace {

/// Where "as effective as" and the like end, in words; nullopt where none begins at `at`.
std::optional<size_t> equation_end(const Words& words, size_t at) {
  const auto word = [&](size_t offset) {
    return at + offset < words.size() ? std::string_view(words[at + offset]) : std::string_view();
  };
  if (word(0) == "as" && word(2) == "as") {
    // "half as effective as", "is said to be as effective as"
    if (at > 0 && text::one_of(words[at - 1], {"twice", "half", "times", "almost", "nearly", "third", "only",
                                               "claimed", "considered", "believed"}))
      return std::nullopt;
    if (text::one_of(word(1), {"effective", "efficacious", "good", "beneficial", "useful", "potent"}))
      return at + 3;
    // "effects on sleep as well as on mood" only adds.
    if (word(1) == "well" && at > 0 &&
        text::one_of(words[at - 1],
                     {"did", "does", "do", "worked", "works", "work", "performed", "performs"}))
      return at + 3;
  }
  const bool alike = text::one_of(word(0), {"equivalent", "comparable", "similar", "equal", "inferior"});
  if (alike && word(1) == "to" && (word(0) != "inferior" || (at > 0 && words[at - 1] == "non")))
    return at + 2;
  return std::nullopt;
}

/// The two where both are named, and neither is a placebo: to do no better than nothing is no equality.
std::set<std::string> pair_of(std::string one, std::string other) {
  std::set<std::string> pair{std::move(one), std::move(other)};
  const bool named = pair.size() == 2 && !pair.contains("");
  const bool treated = std::none_of(pair.begin(), pair.end(), [](const std::string& name) {
    return name.starts_with("placebo") || name.starts_with("control");
  });
  return named && treated ? pair : std::set<std::string>();
}

size_t find_after(const Words& words, size_t from, std::initializer_list<std::string_view> wanted) {
  while (from < words.size() && !text::one_of(words[from], wanted)) ++from;
  return from;
}

/// "no difference between A and B", "compared A with B and saw no difference between them".
std::set<std::string> undiffering(const Words& words, size_t between) {
  size_t one = between + 1, end = words.size();
  if (one < words.size() && text::one_of(words[one], {"them", "the", "both", "groups"})) {
    one = find_after(words, 0, {"compared", "compares", "comparing"}) + 1;
    end = between;
  }
  const size_t joint = find_after(words, one, {"and", "with", "to"});
  if (joint >= end) return {};
  return pair_of(phrase_head(words, one, joint), phrase_head(words, joint, end));
}

/// "no difference between", "no significant difference in pain was found between".
bool denies_difference(const Words& words, size_t between) {
  for (size_t back = 1; back <= 8 && back <= between; ++back) {
    const size_t differ = between - back;
    if (!words[differ].starts_with("differ")) continue;
    for (size_t before = 1; before <= 3 && before <= differ; ++before)
      if (text::one_of(words[differ - before], {"no", "not", "without"})) return true;
    return false;
  }
  return false;
}

/// "similar to", "comparable to": says that two do equally well only where it is said of an effect.
bool speaks_of_effect(const Words& words) {
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return starts_with_any(word, {"effect", "efficac", "improv", "reduc", "outcome", "respon", "success",
                                  "remission", "relief", "benefi", "cure"});
  });
}

/// One of the two came out ahead, or something else than an effect was compared.
bool is_qualified(const Words& words) {
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return starts_with_any(
               word, {"superior", "inferior", "better", "worse", "cost", "price", "baseline", "dose"}) ||
           text::one_of(word, {"unlike", "than"});
  });
}

}  // namespace

std::set<std::string> equated(std::string_view sentence) {
  std::set<std::string> found;
  for (const std::string& clause : clauses(without_opening(sentence))) {
    const Words words = text::fold_words(clause);
    if (asserts_nothing(clause) || about_harm(clause) || is_qualified(words)) return {};
    const bool denied = std::any_of(words.begin(), words.end(), negates);
    for (size_t at = 1; at < words.size() && found.empty(); ++at) {
      if (words[at] == "between" && denies_difference(words, at)) found = undiffering(words, at);
      if (denied || (words[at] != "as" && !speaks_of_effect(words))) continue;
      if (const auto end = equation_end(words, at))
        found = pair_of(phrase_head(words, 0, at), phrase_head(words, *end, words.size()));
    }
  }
  return found;
}

}  // namespace evident::extract::stances
