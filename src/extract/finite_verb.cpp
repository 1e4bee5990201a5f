// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/finite_verb.hpp"

#include <algorithm>
#include <unordered_set>

#include "extract/verb_words.hpp"
#include "text/one_of.hpp"

namespace evident::extract {
namespace {

using Words = std::vector<SentenceWord>;

/// Words that come before a noun, or join: none of them is a verb's subject or object.
bool is_linking(std::string_view word) {
  static const std::unordered_set<std::string_view> set = {
      "for",      "with",   "from",    "than",   "that",    "and",    "but",     "not",     "only",
      "also",     "both",   "even",    "all",    "into",    "onto",   "upon",    "over",    "under",
      "after",    "before", "between", "within", "without", "when",   "while",   "where",   "which",
      "who",      "whom",   "because", "since",  "until",   "about",  "above",   "below",   "across",
      "among",    "around", "against", "near",   "per",     "via",    "like",    "unlike",  "such",
      "versus",   "plus",   "half",    "out",    "off",     "once",   "though",  "then",    "nor",
      "what",     "how",    "behind",  "during", "beyond",  "toward", "towards", "through", "throughout",
      "although", "whether"};
  return set.contains(word);
}

bool is_short_preposition(std::string_view word) {
  return text::one_of(word,
                      {"by", "with", "in", "on", "for", "from", "and", "or", "as", "at", "to", "no", "not"});
}

/// "Placebo-controlled", but not "up-regulated".
bool is_compound_participle(std::string_view word) {
  const size_t hyphen = word.find('-');
  return hyphen != std::string_view::npos && !is_verb_prefix(word.substr(0, hyphen));
}

/// "Showed the", "fell significantly": as no participle behind its noun does.
bool takes_object(const Words& words, size_t at) {
  if (at + 1 >= words.size()) return false;
  const std::string& after = words[at + 1].text;
  return after.ends_with("ly") ||
         text::one_of(after, {"the", "a", "an", "that", "this", "these", "no", "its", "their"});
}

/// "Bisoprolol, a beta blocker, reduced deaths": the aside stands between a noun and its verb. A participle
/// ("patients, aged 8, treated with") has no object.
bool is_behind_aside(const Words& words, size_t at) {
  const auto comma = [](const SentenceWord& word) { return word.text == ","; };
  const auto behind = words.begin() + static_cast<std::ptrdiff_t>(at) - 1;
  if (std::none_of(words.begin(), behind, comma) || at + 1 >= words.size()) return false;
  const std::string& after = words[at + 1].text;
  const bool design = after.ends_with("ed") || text::one_of(after, {"trial", "study", "clinical", "pilot"});
  return after != "," && !design && !is_short_preposition(after) && !is_linking(after);
}

/// A past form in "-ed" that is no attribute: what stands before is a noun or pronoun, or an adverb.
bool is_past_verb(const Words& words, size_t at) {
  const std::string& word = words[at].text;
  if (at == 0 || word.size() < 4 || !word.ends_with("ed") || is_compound_participle(word)) return false;
  if (words[at - 1].text.ends_with("ed")) return false;  // "randomized controlled trials"
  if (words[at - 1].text == ",") return is_behind_aside(words, at) || takes_object(words, at);
  return !is_determiner(words[at - 1].text) && !is_short_preposition(words[at - 1].text);
}

/// A word between a noun and an article is a verb ("phages use a"), unless it links.
bool is_before_object(const Words& words, size_t at) {
  if (at == 0 || at + 1 >= words.size() || words[at].text.size() < 3 || words[at - 1].text == "," ||
      words[at].text == ",")
    return false;
  if (!text::one_of(words[at + 1].text, {"the", "a", "an", "this", "these", "its", "their", "no"}))
    return false;
  if (is_determiner(words[at - 1].text) || words[at - 1].text == "to" || words[at].text.ends_with("ing") ||
      words[at].text.ends_with("ly"))
    return false;
  return !is_linking(words[at].text);
}

bool is_plural(std::string_view word) {
  if (text::one_of(word, {"people", "children", "women", "men", "mice", "bacteria", "data"})) return true;
  return word.size() > 2 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") &&
         !word.ends_with("is");
}

/// An adjective by its ending: a noun follows it, not a verb.
bool is_adjective(std::string_view word) {
  for (std::string_view ending :
       {"al", "ic", "ive", "ous", "ful", "ary", "able", "ible", "ed", "less", "ar"}) {
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) return true;
  }
  return false;
}

bool is_adverb(std::string_view word) {
  return word.ends_with("ly") ||
         text::one_of(
             word, {"faster", "slower", "longer", "earlier", "later", "better", "worse", "sooner", "more",
                    "less", "well", "badly", "also", "further", "often", "always", "never", "still", "thus"});
}

bool is_plural_verb(const Words& words, size_t at) {
  if (at == 0 || verb_form(words[at].text) != VerbForm::singular_noun) return false;
  const std::string& before = words[at - 1].text;
  // "High levels of CRP lead to", "forms of it attempt to".
  const bool to = at + 1 < words.size() && words[at + 1].text == "to";
  if (to && text::one_of(words[at].text, {"lead", "attempt", "try", "aim", "plan", "want"}) &&
      !is_determiner(before) && !is_adjective(before))
    return true;
  return is_adverb(before) || before == "who" || (is_plural(before) && before != "this");
}

/// "The disease spread from rats to humans": a past form that is the noun as well.
bool is_unchanged_past(const Words& words, size_t at) {
  if (!text::one_of(words[at].text, {"spread", "cut", "hit", "shed", "hurt", "burst", "beat"})) return false;
  const std::string& before = words[at - 1].text;
  if (at + 1 >= words.size() || before == "," || is_determiner(before) || is_adjective(before) ||
      is_linking(before) || is_short_preposition(before))
    return false;
  return text::one_of(words[at + 1].text,
                      {"from", "to", "through", "across", "into", "among", "over", "by"}) ||
         is_determiner(words[at + 1].text) || is_adverb(words[at + 1].text);
}

/// "The risk rises with age", "screening increases mortality": a form that may be a plural, where what stands
/// before is a noun and what follows does not tell of which things it is the plural.
bool is_singular_verb(const Words& words, size_t at) {
  if (verb_form(words[at].text) != VerbForm::plural_noun || at + 1 >= words.size()) return false;
  const std::string& before = words[at - 1].text;
  const std::string& after = words[at + 1].text;
  if (is_adverb(before) || text::one_of(before, {"which", "who", "that", "this"})) return true;
  const bool goes_on =
      (words[at].text == "leads" && after == "to") || (words[at].text == "results" && after == "in");
  if (before == ",") return goes_on || text::one_of(after, {"the", "a", "an"});
  if (is_determiner(before) || is_linking(before) || is_short_preposition(before) || is_adjective(before))
    return false;
  if (goes_on || after == "with") return true;
  if (text::one_of(after, {"in", "to"})) return before.size() > 2 && !is_plural(before);
  return !text::one_of(after, {",", "of", "and", "or", "for", "are", "were"});
}

/// "Women live longer", "bacteria swap genes": what stands between a plural and an adverb, or between the
/// plural that a sentence begins with and the one that it ends with.
bool is_between_plurals(const Words& words, size_t at) {
  if (at == 0 || at + 1 >= words.size()) return false;
  const std::string& word = words[at].text;
  const bool other = word.size() < 3 || word[0] < 'a' || word[0] > 'z' || is_linking(word) ||
                     is_short_preposition(word) || is_determiner(word) || is_adverb(word) ||
                     is_adjective(word) || is_plural(word) || word.ends_with("ing");
  if (other || !is_plural(words[at - 1].text)) return false;
  const bool whole = at == 1 && (words.size() == 3 || (words.size() == 4 && words[3].text == ","));
  return is_adverb(words[at + 1].text) || (whole && is_plural(words[at + 1].text));
}

/// "Doctors prescribe it", "the drug costs 20 dollars": what stands between a noun and a pronoun, or a number
/// where it has the ending of a verb.
bool is_before_pronoun(const Words& words, size_t at) {
  if (at == 0 || at + 1 >= words.size()) return false;
  const std::string& word = words[at].text;
  const std::string& before = words[at - 1].text;
  const bool other = word.size() < 3 || word[0] < 'a' || word[0] > 'z' || is_linking(word) ||
                     is_short_preposition(word) || is_determiner(word) || is_adverb(word) ||
                     word.ends_with("ing") || word == "to";
  if (other || before == "," || before == "to" || is_linking(before) || is_short_preposition(before) ||
      is_determiner(before))
    return false;
  const std::string& after = words[at + 1].text;
  if (text::one_of(after, {"it", "them", "him", "her", "us"})) return true;
  const bool number = after[0] >= '1' && after[0] <= '9' && at + 2 < words.size() &&
                      words[at + 2].text != "," && !is_linking(words[at + 2].text) &&
                      words[at + 2].text != "or";
  return number && is_plural(word) && !is_plural(before) && !is_adjective(before);
}

/// "Smoking kills people": a plural between two nouns is a verb, for the parts of a compound are singular.
bool is_third_person(const Words& words, size_t at) {
  if (at == 0 || at + 1 >= words.size() || !is_plural(words[at].text)) return false;
  const std::string& before = words[at - 1].text;
  const std::string& after = words[at + 1].text;
  const auto is_noun = [](const std::string& word) {
    return word.size() > 2 && word[0] >= 'a' && word[0] <= 'z' && !is_linking(word) &&
           !is_short_preposition(word) && !is_determiner(word);
  };
  if (!is_noun(before) || !is_noun(after) || is_plural(before) || is_adjective(before) ||
      words[at + 1].capital)
    return false;
  if (before.ends_with("ing") && at > 1) return false;  // "drinking days"
  return !after.ends_with("ly") && !after.ends_with("ed") && !after.ends_with("ing");
}

}  // namespace

bool is_determiner(std::string_view word) {
  return text::one_of(
      word, {"the", "a", "an", "your", "our", "this", "these", "those", "its", "of", "that", "all", "any"});
}

bool has_finite_verb(const Words& words, SentenceShape shape) {
  for (size_t at = 1; at < words.size(); ++at) {
    const std::string& word = words[at].text;
    const std::string& before = words[at - 1].text;
    if (words[at].capital) continue;  // a name: "United States", "Does Foundation"
    const bool demonstrative = text::one_of(before, {"that", "these", "this", "those"});
    const bool noun = is_determiner(before) && !demonstrative;
    const bool value = before == "," && shape != SentenceShape::closed;  // "recommendation: accept"
    if (verb_form(word) == VerbForm::always && before != "to" && !noun && !value) return true;
    // "It prevents", "they lower": whatever follows a subject pronoun is its verb; "phase I trial" has none.
    const bool first_person = before == "i" && (at == 1 || words[at - 2].text == ",");
    if ((first_person || text::one_of(before, {"it", "he", "she", "they", "we"})) && word.size() > 2)
      return true;
    if (shape == SentenceShape::fragment) continue;
    if (is_before_object(words, at)) return true;
    // Titles and headings are full of such forms: "outcome measures", "patients treated with".
    if (shape == SentenceShape::opened) {
      if (is_past_verb(words, at) && takes_object(words, at)) return true;
      continue;
    }
    if (is_past_verb(words, at) || is_plural_verb(words, at) || is_singular_verb(words, at) ||
        is_unchanged_past(words, at) || is_third_person(words, at) || is_between_plurals(words, at) ||
        is_before_pronoun(words, at))
      return true;
  }
  return false;
}

}  // namespace evident::extract
