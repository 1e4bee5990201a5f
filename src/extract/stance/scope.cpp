// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stance/scope.hpp"

#include <algorithm>
#include <set>

#include "extract/stance/assertion.hpp"
#include "extract/topic.hpp"
#include "text/normal.hpp"
#include "text/one_of.hpp"

namespace evident::extract::stances {

namespace {

/// What tells that something is so, where it is not denied.
bool tells(const std::string& word) {
  return starts_with_any(
      word, {"evidence", "proof", "prove", "proving", "show", "support", "confirm", "demonst", "suggest",
             "indicat", "establish", "find", "found", "conclu", "sign", "hypothes", "substantiat"});
}

}  // namespace

std::optional<size_t> governing_denial(const Words& clause, size_t at) {
  size_t that = at;
  while (that > 0 && clause[that] != "that") --that;
  if (clause[that] != "that") return std::nullopt;
  bool told = false;
  for (size_t back = that; back > 0; --back) {
    told = told || tells(clause[back - 1]);
    if (told && negates(clause[back - 1])) return back - 1;
  }
  return std::nullopt;
}

namespace {

bool share_any(const std::set<std::string>& one, const std::set<std::string>& other) {
  return std::any_of(one.begin(), one.end(), [&](const std::string& word) { return other.contains(word); });
}

/// Words of an exclusion that the rest of the sentence does not have.
std::set<std::string> excluded_words(std::string_view sentence) {
  std::set<std::string> words;
  const std::set<std::string> asserted = topic_set(without_exclusions(sentence));
  for (const Exclusion& exclusion : exclusions(sentence))
    for (const std::string& word :
         topic_set(sentence.substr(exclusion.start, exclusion.end - exclusion.start)))
      if (!asserted.contains(word)) words.insert(word);
  return words;
}

bool opens_group(const std::string& word) {
  return text::one_of(word, {"in", "among", "for", "when", "at"});
}

/// The words of whom alone a sentence holds for: "women" of "in women but not in men", none where it does not
/// say. nullopt where it leaves nobody out.
std::optional<std::set<std::string>> held_for(std::string_view sentence) {
  for (const Exclusion& exclusion : exclusions(sentence)) {
    const Words left_out =
        text::fold_words(sentence.substr(exclusion.start, exclusion.end - exclusion.start));
    const bool of_group =
        std::any_of(left_out.begin(), left_out.begin() + std::min<long>(3, left_out.size()), opens_group);
    if (!of_group) continue;
    const std::string_view before = sentence.substr(0, exclusion.start);
    size_t group = std::string_view::npos;
    for (const std::string_view opening : {" in ", " among ", " for "})
      if (const size_t at = before.rfind(opening);
          at != std::string_view::npos && (group == std::string_view::npos || at > group))
        group = at;
    return group == std::string_view::npos ? std::set<std::string>() : topic_set(before.substr(group));
  }
  return std::nullopt;
}

}  // namespace

bool of_excluded(std::string_view claim, std::string_view finding) {
  if (share_any(excluded_words(claim), topic_set(without_exclusions(finding)))) return true;
  const std::optional<std::set<std::string>> group = held_for(finding);
  return group && exclusions(claim).empty() && !share_any(*group, topic_set(claim));
}

namespace {

/// What a sentence begins with, up to the first word of polarity or the end of the phrase.
std::string acting_stem(const Words& words) {
  std::string stem;
  for (size_t at = 0; at < words.size(); ++at) {
    const bool ends = is_polar(words[at]) || text::is_stop_word(words[at]) ||
                      starts_with_any(words[at], {"rais", "lengthen", "caus"});
    if (ends && !stem.empty()) break;
    for (std::string& topic : topic_words(words[at])) stem = std::move(topic);
  }
  return stem;
}

/// "reducing salt", "a reduction in salt", "abstaining from alcohol", "low-salt": the word before tells of
/// less of it.
bool lessened_before(const Words& words, size_t at) {
  size_t back = at;
  while (back > 0 && text::one_of(words[back - 1], {"the", "of", "in", "from", "dietary", "intake", "daily",
                                                    "to", "use", "consumption", "a"}))
    --back;
  if (back == 0) return false;
  const std::string& word = words[back - 1];
  // "a reduction in baclofen users" is one of something else.
  const bool of_takers = at + 1 < words.size() &&
                         starts_with_any(words[at + 1], {"treat", "group", "arm", "patient", "user", "recip",
                                                         "dose", "dosage", "drinker", "smoker"});
  if (of_takers) return false;
  if (text::one_of(word, {"reduction", "decrease", "restriction", "lack", "absence", "avoidance",
                          "withdrawal", "removal", "abstinence", "abstention", "abstaining"}))
    return back < at;
  return back + 1 >= at &&
         (text::one_of(word, {"low", "lower", "less", "reduced", "decreased", "restricted", "reducing",
                              "decreasing", "lowering", "limiting", "without", "insufficient"}) ||
          starts_with_any(word, {"cutting", "avoiding", "restricting", "eliminating"}));
}

/// "salt restriction", "vitamin D deficiency", "gluten-free".
bool lessened_behind(const Words& words, size_t at) {
  for (size_t next = at + 1; next < words.size() && next <= at + 2; ++next) {
    if (starts_with_any(words[next], {"restrict", "withdrawal", "deficien", "insufficien", "depriv", "deplet",
                                      "avoidance", "reduction", "elimination"}) ||
        words[next] == "free")
      return true;
    if (text::is_stop_word(words[next])) break;
  }
  return false;
}

enum class Turn { none, less, more };

Turn turn_of(const Words& words, const std::string& stem) {
  for (size_t at = 0; at < words.size(); ++at) {
    const Words topics = topic_words(words[at]);
    if (std::find(topics.begin(), topics.end(), stem) == topics.end()) continue;
    if (lessened_before(words, at) || lessened_behind(words, at)) return Turn::less;
    const size_t from = at > 3 ? at - 3 : 0;
    return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(from),
                       words.begin() + static_cast<std::ptrdiff_t>(at), goes_up)
               ? Turn::more
               : Turn::none;
  }
  return Turn::none;
}

}  // namespace

bool turned_differently(std::string_view claim, std::string_view finding) {
  const Words claimed = text::fold_words(claim), found = text::fold_words(finding);
  const std::string stem = acting_stem(claimed);
  if (stem.empty()) return false;
  const Turn one = turn_of(claimed, stem), other = turn_of(found, stem);
  // That less and more are opposites is seen elsewhere.
  return (one == Turn::less && other == Turn::none) || (one == Turn::none && other == Turn::less);
}

}  // namespace evident::extract::stances
