// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stance/equality.hpp"

#include <algorithm>
#include <optional>
#include <utility>

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

/// Names that leave open which one is meant.
bool is_general(const std::string& name) {
  return text::one_of(name, {"drug", "medicin", "treatment", "therapi", "substanc"});
}

}  // namespace

std::set<std::string> equated(std::string_view sentence) {
  for (const std::string& clause : clauses(without_opening(sentence))) {
    if (asserts_nothing(clause)) continue;
    const Words words = text::fold_words(clause);
    const bool denied = std::any_of(words.begin(), words.end(), negates);
    for (size_t at = 1; at < words.size(); ++at) {
      std::set<std::string> pair;
      if (const auto end = equation_end(words, at); end && !denied)
        pair = pair_of(phrase_head(words, 0, at), phrase_head(words, *end, words.size()));
      else if (words[at] == "between" && denied && words[at - 1].starts_with("differ"))
        pair = undiffering(words, at);
      if (!pair.empty()) return pair;
    }
  }
  return {};
}

bool are_same_two(const std::set<std::string>& claimed, const std::set<std::string>& found) {
  return !found.empty() && std::all_of(claimed.begin(), claimed.end(), [&](const std::string& name) {
    return is_general(name) || found.contains(name);
  });
}

}  // namespace evident::extract::stances
