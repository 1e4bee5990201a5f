// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stance/subject.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "extract/same_claim/vocabulary.hpp"
#include "extract/topic.hpp"
#include "text/normal.hpp"
#include "text/one_of.hpp"

namespace evident::extract::stances {

std::string subject_of(std::string_view claim) {
  const Words rest = text::fold_words(without_opening(claim));
  if (std::any_of(rest.begin(), rest.end(), is_polar)) claim = without_opening(claim);
  const Words words = text::fold_words(claim);
  const auto cue = static_cast<size_t>(std::find_if(words.begin(), words.end(), is_polar) - words.begin());
  size_t from = 0;
  // "a trial in Rome found that ...": who tells it is not what it is told of.
  for (size_t at = 0; at < cue; ++at)
    if (words[at] == "that" || words[at] == "how" ||
        starts_with_any(words[at], {"found", "show", "report", "demonstrat", "conclud", "describ"}))
      from = at + 1;
  // "abstinence in cirrhosis was promoted by diazepam": what acts stands after the word.
  const bool passive =
      cue + 2 < words.size() && words[cue + 1] == "by" && !topic_words(words[cue + 2]).empty();
  if (std::string head = phrase_head(words, from, cue); !head.empty() && !passive) return head;
  for (size_t at = cue + 1; at < words.size(); ++at)
    if (words[at] == "of" || words[at] == "by" || words[at] == "with")
      return phrase_head(words, at + 1, words.size());
  return "";
}

std::string phrase_head(const Words& words, size_t from, size_t to) {
  static const std::set<std::string> breaks = {
      "in",     "of",  "for",  "with", "on",  "to",  "by",   "from", "among", "at",  "than", "after",
      "during", "was", "were", "is",   "are", "has", "have", "who",  "which", "and", "or",   "see"};
  std::string head;
  for (size_t at = from; at < to; ++at) {
    const bool ends =
        breaks.count(words[at]) > 0 || std::isdigit(static_cast<unsigned char>(words[at].front())) != 0;
    // "zolamine added up to": behind what is named stands its verb; "school-based exercise" goes on.
    const bool verb = words[at].ends_with("ed") && !words[at].ends_with("eed") &&
                      (at + 1 >= to || topic_words(words[at + 1]).empty());
    if ((ends || verb) && !head.empty()) break;
    if (words[at].starts_with("placebo")) head = words[at];
    if (text::one_of(words[at], {"summary", "conclusion", "contrast", "addition", "average", "total"}))
      continue;
    for (std::string& topic : topic_words(words[at]))
      if (field_of(topic).empty() && !negates(words[at])) head = std::move(topic);
  }
  return head;
}

std::string_view without_opening(std::string_view claim) {
  const size_t comma = claim.find(", ");
  if (comma == std::string_view::npos) return claim;
  const Words opening = text::fold_words(claim.substr(0, comma));
  return !opening.empty() && text::is_stop_word(opening.front()) ? claim.substr(comma + 2) : claim;
}

namespace {

bool is_named(const std::string& name, std::string_view text) {
  const std::string field = field_of(name);
  for (const std::string& topic : topic_words(text))
    if (topic == name || (!field.empty() && field_of(topic) == field)) return true;
  return false;
}

/// The last word of a topic before `at`, as a stem.
std::string topic_before(const Words& words, size_t at) {
  for (; at > 0; --at)
    for (std::string& topic : topic_words(words[at - 1])) return std::move(topic);
  return "";
}

/// What is said to be better, worse, more or less: "abstinence" of "is effective in maintaining abstinence".
/// It is the last word of the first phrase behind the first word of polarity; of "mortality has risen in"
/// what stands before it.
std::string object_of(std::string_view claim) {
  const Words words = text::fold_words(claim);
  const auto cue = static_cast<size_t>(std::find_if(words.begin(), words.end(), is_polar) - words.begin());
  if (cue + 1 < words.size() && (goes_up(words[cue]) || goes_down(words[cue])) &&
      text::one_of(words[cue + 1], {"in", "with", "after", "during", "at", "from", "by", "over", "under"}))
    return topic_before(words, cue);
  std::string head;
  for (size_t at = cue + 1; at < words.size(); ++at) {
    const bool general =
        text::one_of(words[at], {"role", "effect", "effects", "use", "risk", "risks", "treatment",
                                 "management", "number", "numbers", "rate", "rates", "level", "levels",
                                 "incidence", "symptoms", "severity", "likely"});
    if (general || is_polar(words[at]) || negates(words[at])) continue;
    if (text::is_stop_word(words[at])) {
      if (!head.empty()) break;
      continue;
    }
    for (std::string& topic : topic_words(words[at])) head = std::move(topic);
  }
  return head.empty() ? topic_before(words, cue) : head;
}

}  // namespace

bool names_object(std::string_view claim, std::string_view finding, std::string_view title) {
  const std::string object = object_of(claim);
  return object.empty() || is_named(object, finding) || is_named(object, title);
}

bool names_same_outcome(std::string_view claim, std::string_view finding) {
  const auto names = [](std::string_view text, const std::string& outcome) {
    const Words topics = topic_words(text);
    return std::any_of(topics.begin(), topics.end(), [&](const std::string& topic) {
      // Who lives has not died: of this field every word tells the same outcome.
      return topic == outcome || (field_of(outcome) == "death" && field_of(topic) == "death");
    });
  };
  const std::string claimed = object_of(claim), found = object_of(finding);
  return !claimed.empty() && !found.empty() && names(finding, claimed) && names(claim, found);
}

bool names_opposite(std::string_view claim, std::string_view finding) {
  const Words claimed = text::fold_words(claim), found = text::fold_words(finding);
  const auto in = [](const Words& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  for (const std::string& word : claimed) {
    const bool of_outcome = is_polar(word) || starts_with_any(word, {"positiv", "negativ", "better", "worse",
                                                                     "harm", "safe", "infer"});
    if (of_outcome || !same::has_opposite(word) || in(found, word)) continue;
    for (const std::string& other : found)
      if (same::are_opposites(word, other) && !in(claimed, other)) return true;
  }
  return false;
}

bool names_subject(std::string_view claim, std::string_view finding, std::string_view title) {
  const std::string subject = subject_of(claim);
  if (subject.empty()) return true;
  const auto in = [&](std::string_view text) {
    const Words topics = topic_words(text);
    return std::find(topics.begin(), topics.end(), subject) != topics.end();
  };
  return in(finding) || in(title);
}

}  // namespace evident::extract::stances
