// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stance/assertion.hpp"

#include <algorithm>
#include <initializer_list>

#include "extract/stance/words.hpp"
#include "text/normal.hpp"
#include "text/phrases.hpp"

namespace evident::extract::stances {

bool about_harm(const std::string& folded) {
  return text::contains_any(
      folded, {"side effect", "adverse", "tolerab", "tolerated", "safety", "safe ", "toxicity", "hepatotox"});
}

bool asserts_nothing(const std::string& folded) {
  static const text::Phrases cues(std::initializer_list<std::string_view>{
      "cannot exclude", "can not exclude", "cannot rule out",  "possibility",      "potential to ",
      "further trials", "further studies", "further research", "more research",    "remains unclear",
      "unknown ",       "whether ",        "we asked ",        "we investigated ", "we tested ",
      "aim of ",        "was to assess ",  "hypothes",         "would ",           "may ",
      "might ",         "will ",           "could ",           "should be ",       "unlikely ",
      "expected to ",   "been proposed ",  "been studied ",    "sought ",          "is thought ",
      "are thought ",   "was thought ",    "been claimed ",    "been said ",       "is said ",
      "predict that ",  "theor",           "are needed ",      "are required ",    "is needed ",
      "underpowered ",  "power to ",       "designed to ",     "aimed to ",        "planned to ",
      "attempted to ",  "necessary to ",   "required to ",     "too small ",       "too few ",
      "inconclusive",   "intended to ",    "in order to test", "unable to show",   "unable to demonstrate"});
  return cues.any_in(folded);
}

bool is_told_not_held(std::string_view sentence) {
  static const text::Phrases cues(std::initializer_list<std::string_view>{"false that ",
                                                                          "untrue ",
                                                                          "not true ",
                                                                          "no truth ",
                                                                          "wrong that ",
                                                                          "wrong to ",
                                                                          "incorrect",
                                                                          "myth ",
                                                                          "misconception",
                                                                          "deny ",
                                                                          "denie",
                                                                          "doubt",
                                                                          "dispute",
                                                                          "disagree",
                                                                          "disbelie",
                                                                          "contrary to ",
                                                                          "reject the ",
                                                                          "rejects the ",
                                                                          "rejected the ",
                                                                          "refut",
                                                                          "disprov",
                                                                          "debunk",
                                                                          "nobody ",
                                                                          "no one ",
                                                                          "rarely ",
                                                                          "nonsignificant",
                                                                          "unlike ",
                                                                          "seldom ",
                                                                          "ceased to ",
                                                                          "did not confirm ",
                                                                          "could not confirm "});
  if (sentence.find('?') != std::string_view::npos) return true;
  const std::string folded = text::fold(sentence);
  // What opens as a hypothesis or a question is one to its end.
  for (const std::string_view opening : {"we hypothes", "we asked "})
    if (folded.starts_with(opening)) return true;
  // "... found it effective. Later ones did not.": what ends so takes back what was said before.
  for (const std::string_view end : {" did not", " does not", " not significantly"})
    if (folded.ends_with(end)) return true;
  return cues.any_in(folded);
}

namespace {

/// A quotation may hold several sentences. The word before the stop is no abbreviation.
bool ends_sentence(std::string_view text, size_t at) {
  constexpr size_t word = 4;  // letters
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  if (text[at] != '.' || at < word || at + 2 >= text.size() || text[at + 1] != ' ' || text[at + 2] < 'A' ||
      text[at + 2] > 'Z')
    return false;
  const std::string_view before = text.substr(at - word, word);
  return std::all_of(before.begin(), before.end(), is_small);
}

}  // namespace

std::vector<Exclusion> exclusions(std::string_view sentence) {
  std::vector<Exclusion> found;
  for (const std::string_view opening :
       {", but not ", " but not ", ", not ", " rather than ", " except ", ", nor "}) {
    for (size_t at = sentence.find(opening); at != std::string_view::npos;
         at = sentence.find(opening, at + opening.size())) {
      // "not only ..., but not" and "..., not least" go on with what they say.
      const std::string_view behind = sentence.substr(at + opening.size());
      if (behind.starts_with("only") || behind.starts_with("least")) continue;
      found.push_back({at, std::min(sentence.find_first_of(",;.", at + opening.size()), sentence.size())});
    }
  }
  std::sort(found.begin(), found.end(),
            [](const Exclusion& one, const Exclusion& other) { return one.start < other.start; });
  return found;
}

std::string without_exclusions(std::string_view sentence) {
  std::string rest;
  size_t from = 0;
  for (const Exclusion& exclusion : exclusions(sentence)) {
    if (exclusion.start >= from) rest += sentence.substr(from, exclusion.start - from);
    from = std::max(from, exclusion.end);
  }
  return rest.append(sentence.substr(from));
}

std::string without_emphasis(std::string_view sentence) {
  std::string rest(sentence);
  for (const std::string_view phrase :
       {"Not surprisingly", "not surprisingly", "Not unexpectedly", "not unexpectedly", "No doubt",
        "no doubt", "Without doubt", "without doubt", "Without exception", "without exception", "No wonder",
        "no wonder"})
    for (size_t at = rest.find(phrase); at != std::string::npos; at = rest.find(phrase, at))
      rest.erase(at, phrase.size());
  return rest;
}

std::vector<std::string> clauses(std::string_view sentence) {
  const std::string asserted = without_exclusions(sentence);
  sentence = asserted;
  std::vector<std::string> parts;
  std::string current;
  auto close = [&] {
    if (std::string folded = text::fold(current); !folded.empty()) parts.push_back(std::move(folded));
    current.clear();
  };
  for (size_t at = 0; at < sentence.size(); ++at) {
    if (sentence[at] == ';' || sentence[at] == ':' || ends_sentence(sentence, at)) {
      close();
      continue;
    }
    bool joined = false;
    for (std::string_view joint : {", but ", " although ", ", although ", ", while ", " whereas ",
                                   ", however", ", and no ", " but "}) {
      if (sentence.substr(at, joint.size()) != joint) continue;
      close();
      // The negation belongs to what follows.
      if (joint == ", and no ") current = "no ";
      at += joint.size() - 1;
      joined = true;
      break;
    }
    if (!joined) current += sentence[at];
  }
  close();
  return parts;
}

namespace {

/// Whether a text speaks of a thing that is gone or stopped: quitting a habit is not the habit.
bool tells_of_absence(const Words& words) {
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return starts_with_any(
        word, {"quit", "cessation", "stopping", "discontinu", "deletion", "knockout", "knockdown"});
  });
}

bool any_of(const Words& words, std::initializer_list<std::string_view> names) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(names.begin(), names.end(), word) != names.end();
  });
}

}  // namespace

bool of_the_same(std::string_view claim, std::string_view finding) {
  const Words claimed = text::fold_words(claim), found = text::fold_words(finding);
  const auto on_animals = [](const Words& words) {
    return any_of(words, {"rat", "rats", "mouse", "mice", "rabbits", "dogs", "monkeys", "zebrafish",
                          "drosophila", "animals", "vitro"});
  };
  const auto on_people = [](const Words& words) {
    return any_of(words, {"humans", "human", "patients", "people", "men", "women", "children", "adults",
                          "participants", "volunteers"});
  };
  if (tells_of_absence(claimed) != tells_of_absence(found)) return false;
  return !(on_people(claimed) && on_animals(found) && !on_people(found)) &&
         !(on_animals(claimed) && on_people(found) && !on_animals(found));
}

bool asserts_alike(std::string_view claim, std::string_view finding) {
  const auto denials = [](std::string_view text) {
    const Words words = text::fold_words(text);
    return std::count_if(words.begin(), words.end(),
                         [](const std::string& word) { return negates(word) || word == "free"; });
  };
  const auto hedges = [](std::string_view text) {
    const std::vector<std::string> parts = clauses(text);
    return std::any_of(parts.begin(), parts.end(), asserts_nothing);
  };
  return denials(claim) == denials(finding) && hedges(claim) == hedges(finding);
}

}  // namespace evident::extract::stances
