// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stance/statement.hpp"

#include <algorithm>

#include "extract/stance/assertion.hpp"
#include "extract/stance/subject.hpp"
#include "extract/stance/words.hpp"
#include "extract/topic.hpp"
#include "text/normal.hpp"
#include "text/one_of.hpp"

namespace evident::extract::stances {

namespace {

bool is_general_actor(const std::string& stemmed) {
  return starts_with_any(stemmed, {"treat", "therap", "drug", "medic", "intervention", "agent", "compound",
                                   "supplement", "combination", "regimen", "addition", "differ", "evidence"});
}

/// What acts in a clause, as a stem: "rest" of "rest failed", "improved with rest", "no effect of rest".
/// Empty where none is named beside the word of polarity.
std::string actor_of(const Words& words) {
  const auto cue = static_cast<size_t>(std::find_if(words.begin(), words.end(), is_polar) - words.begin());
  if (cue == words.size()) return "";
  size_t from = 0;
  for (size_t at = 0; at < cue; ++at)
    if (words[at] == "that") from = at + 1;
  const bool passive = cue + 1 < words.size() && words[cue + 1] == "by";
  std::string actor = passive ? "" : phrase_head(words, from, cue);
  if (actor.empty() && cue + 2 < words.size() && text::one_of(words[cue + 1], {"by", "with", "of"}))
    actor = phrase_head(words, cue + 2, words.size());
  return is_general_actor(actor) ? "" : actor;
}

/// "had", "reduced", "worsens", but not "effects", "increases in".
bool is_verb(const Words& words, size_t at) {
  const std::string& word = words[at];
  if (text::one_of(word, {"had", "has", "have", "was", "were", "is", "are", "did", "does", "showed",
                          "produced", "caused", "led", "remained"}))
    return true;
  if (!is_polar(word) || is_attribute(words, at)) return false;
  const bool noun = word.starts_with("effect") || word.ends_with("ions") || word.ends_with("ments") ||
                    (at + 1 < words.size() && text::one_of(words[at + 1], {"in", "of", "with"}));
  return word.ends_with("ed") || (word.ends_with("s") && !noun);
}

/// Whether a new subject and its verb stand behind "and": "and rest had no effect", not "and vomiting".
bool opens_statement(const Words& words, size_t from) {
  constexpr size_t reach = 4;  // words of the subject
  for (size_t at = from; at < words.size() && at <= from + reach; ++at) {
    if (is_verb(words, at))
      return !phrase_head(words, from, at).empty() &&
             std::any_of(words.begin() + static_cast<std::ptrdiff_t>(at), words.end(), is_polar);
    if (text::is_stop_word(words[at]) && !text::one_of(words[at], {"the", "a", "an"})) return false;
  }
  return false;
}

/// A comma between two that act ends a clause: "rest failed, exercise had no effect".
std::string with_clauses_ended(std::string_view sentence) {
  std::string text(sentence);
  size_t from = 0;
  for (size_t at = text.find(", "); at != std::string::npos; at = text.find(", ", at + 1)) {
    const Words before = text::fold_words(std::string_view(text).substr(from, at - from));
    // What denies a "that" denies all that it joins.
    if (std::find(before.begin(), before.end(), "that") != before.end()) continue;
    bool acted = false;
    for (size_t word = 0; word < before.size(); ++word) acted = acted || is_verb(before, word);
    if (!acted || !opens_statement(text::fold_words(std::string_view(text).substr(at)), 0)) continue;
    text[at] = ';';
    from = at + 1;
  }
  return text;
}

/// Clauses, and those joined by a comma or "and" where each has what acts and what it does.
std::vector<Words> acting_clauses(std::string_view sentence) {
  std::vector<Words> parts;
  for (const std::string& clause : clauses(with_clauses_ended(sentence))) {
    Words part;
    bool acted = false, reported = false;
    const Words words = text::fold_words(clause);
    for (size_t at = 0; at < words.size(); ++at) {
      // What denies a "that" denies all that it joins.
      if (words[at] == "and" && acted && !reported && opens_statement(words, at + 1)) {
        parts.push_back(std::move(part));
        part.clear();
        acted = false;
        continue;
      }
      acted = acted || is_verb(words, at);
      reported = reported || words[at] == "that";
      part.push_back(words[at]);
    }
    if (!part.empty()) parts.push_back(std::move(part));
  }
  return parts;
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

bool names(std::string_view text, const std::string& stemmed) {
  const Words topics = topic_words(text);
  return std::find(topics.begin(), topics.end(), stemmed) != topics.end();
}

}  // namespace

std::vector<std::string> statements(std::string_view sentence) {
  std::vector<std::string> found;
  for (const Words& clause : acting_clauses(sentence)) {
    const std::string actor = actor_of(clause);
    const bool goes_on = !found.empty() && (actor.empty() || names(found.back(), actor));
    if (goes_on)
      found.back() += "; " + joined(clause);
    else
      found.push_back(joined(clause));
  }
  return found.size() > 1 ? found : std::vector<std::string>{std::string(sentence)};
}

std::string told_of(std::string_view statement, std::string_view finding) {
  const std::string subject = subject_of(statement);
  if (subject.empty()) return std::string(finding);
  std::string told;
  bool all = true;
  for (const Words& clause : acting_clauses(finding)) {
    const std::string actor = actor_of(clause), text = joined(clause);
    // What the statement names too may be its outcome: "vomiting was reduced".
    if (actor.empty() || names(text, subject) || names(statement, actor))
      told += (told.empty() ? "" : "; ") + text;
    else
      all = false;
  }
  return all ? std::string(finding) : told;
}

}  // namespace evident::extract::stances
