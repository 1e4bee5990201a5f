// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/mention_vetoes.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "extract/topic.hpp"
#include "resolve/journal_cues.hpp"
#include "resolve/mention_score.hpp"
#include "resolve/text_words.hpp"
#include "text/normal.hpp"

namespace evident::resolve {

namespace {

bool is_small(const std::string& folded) {
  return std::all_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// A word that may be what was given, or what for: no number, no word of method, none of time or people.
bool may_be_subject(const TextWord& word) {
  constexpr size_t least = 7;  // names of drugs are long; "advice" and "money" are told in other words
  return word.folded.size() >= least && is_small(word.folded) && !text::is_stop_word(word.folded) &&
         !extract::is_research_word(word.folded) &&
         !one_of(word.folded,
                 {"medication", "tablets", "capsules", "standard", "another", "chronic", "maximum", "minutes",
                  "example", "instance", "different", "several", "increasing", "individual", "outpatients",
                  "inpatients", "volunteers", "children", "placebo"});
}

/// The first word from `at` on that may be what a study gave, over small words and amounts.
const TextWord* subject_behind(const std::vector<TextWord>& words, size_t at) {
  constexpr size_t reach = 6;
  for (size_t next = at; next < words.size() && next < at + reach; ++next) {
    if (may_be_subject(words[next])) return &words[next];
    // "Those who received it were": what it was is told elsewhere.
    if (words[next].closed ||
        one_of(words[next].folded,
               {"who",  "that", "which", "and",    "patients", "people", "it",   "them", "this", "was",
                "were", "had",  "has",   "have",   "is",       "are",    "to",   "for",  "in",   "at",
                "than", "more", "until", "during", "before",   "after",  "from", "by"}))
      return nullptr;
  }
  return nullptr;
}

bool gives(std::string_view folded) {
  return one_of(folded, {"received", "receiving", "receive", "took", "taking", "given", "gave", "give",
                         "tested", "tried", "got", "drank", "ate", "swallowed", "consumed", "practised",
                         "practiced", "prescribed", "administered"});
}
bool compares(std::string_view folded) {
  return one_of(folded, {"or", "versus", "vs", "and", "with", "against", "over", "than"});
}

/// Where what was given is told: behind "received", "treated with", "assigned to", "trial of", beside
/// placebo.
void find_treatments(std::string_view text, const std::vector<TextWord>& words, StudyTraits& traits) {
  const auto add = [&](const TextWord* word) {
    if (word != nullptr) traits.treatments.push_back({{extract::stem(word->folded)}, ""});
  };
  const auto add_behind = [&](size_t at) {
    for (NamedThing& thing : named_things(text, words, at)) traits.treatments.push_back(std::move(thing));
  };
  const auto is_on_placebo = [](const TextWord& on, const TextWord& placebo) {
    return on.folded == "on" && placebo.folded == "placebo";
  };
  const bool on_placebo = std::adjacent_find(words.begin(), words.end(), is_on_placebo) != words.end();
  for (size_t at = 0; at + 1 < words.size(); ++at) {
    const std::string& word = words[at].folded;
    const std::string& next = words[at + 1].folded;
    if (on_placebo && word == "on" && may_be_subject(words[at + 1])) add(&words[at + 1]);
    if (gives(word) && !words[at].closed) add_behind(at + 1);
    if (one_of(word, {"treated", "treatment", "therapy"}) && next == "with") add_behind(at + 2);
    if (one_of(word, {"randomised", "randomized", "assigned", "allocated"}) && next == "to")
      add_behind(at + 2);
    if (one_of(word, {"trial", "trials", "effect", "effects", "efficacy"}) && next == "of")
      add_behind(at + 2);
    if (word == "placebo" && compares(next)) add(subject_behind(words, at + 2));
    if (at >= 1 && next == "placebo" && compares(word) && may_be_subject(words[at - 1])) add(&words[at - 1]);
    if (at >= 1 && one_of(word, {"was", "were"}) && next == "compared" && may_be_subject(words[at - 1]))
      add(&words[at - 1]);
  }
}

void find_indications(std::string_view text, const std::vector<TextWord>& words, StudyTraits& traits) {
  const auto was_given = [&](const TextWord& word) {
    return std::any_of(traits.treatments.begin(), traits.treatments.end(), [&](const NamedThing& thing) {
      return thing.stems.contains(extract::stem(word.folded)) ||
             (!thing.kind.empty() && thing.kind == kind_of(word));
    });
  };
  for (size_t at = 0; at + 2 < words.size(); ++at) {
    if (words[at].closed || words[at + 1].folded != "for" || !was_given(words[at])) continue;
    for (NamedThing& reason : named_reasons(text, words, at + 2))
      traits.indications.push_back(std::move(reason));
  }
}

bool is_no_place(std::string_view folded) {
  return one_of(folded, {"january", "february",  "march",   "april",      "may",      "june",    "july",
                         "august",  "september", "october", "november",   "december", "monday",  "friday",
                         "spring",  "summer",    "autumn",  "winter",     "phase",    "group",   "groups",
                         "table",   "figure",    "fig",     "study",      "week",     "day",     "level",
                         "stage",   "part",      "arm",     "experiment", "cohort",   "english", "section",
                         "chapter", "appendix",  "box",     "visit",      "type",     "grade",   "class"});
}

/// Names that stand behind "in", "at" or "from". Letters alone in capitals are as often a disease: these
/// count where a study is said to be there.
void find_names(const std::vector<TextWord>& words, StudyTraits& traits) {
  constexpr size_t longest = 5;
  for (size_t at = 0; at + 1 < words.size(); ++at) {
    if (words[at].closed || !one_of(words[at].folded, {"in", "at", "from"})) continue;
    size_t first = at + 1;
    if (words[first].folded == "the" && first + 1 < words.size()) ++first;
    if (!words[first].capital || is_no_place(words[first].folded)) continue;
    const auto capitals = std::count_if(words[first].text.begin(), words[first].text.end(),
                                        [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool acronym = capitals > 1 && 2 * static_cast<size_t>(capitals) > words[first].text.size();
    if (acronym && !(at > 0 && (is_study_word(words[at - 1].folded) || words[at - 1].folded == "published")))
      continue;
    std::string name;
    bool journal = false;  // "in the New England Journal"
    for (size_t next = first; next < words.size() && next < first + longest; ++next) {
      const bool inner = !name.empty() &&
                         one_of(words[next].folded, {"de", "do", "la", "of", "and", "the"}) &&
                         next + 1 < words.size() && words[next + 1].capital;
      if (!words[next].capital && !inner) break;
      name += (name.empty() ? "" : " ") + words[next].folded;
      journal = journal || names_journal(words[next].folded);
      if (words[next].closed) break;
    }
    if (!journal && !name.ends_with(" s")) traits.names.push_back(std::move(name));  // "in Moss's trial"
  }
}

/// True where two stems are of one word: short ones but for an ending, long ones begin alike.
bool same_stem(const std::string& left, const std::string& right) {
  constexpr size_t alike = 6, ending = 2;
  const std::string& shorter = left.size() < right.size() ? left : right;
  const std::string& longer = left.size() < right.size() ? right : left;
  if (shorter.size() >= alike) return longer.compare(0, alike, shorter, 0, alike) == 0;
  return longer.starts_with(shorter) && longer.size() <= shorter.size() + ending;
}

/// True where title or abstract tell of a thing by one of the words of its name.
bool tells(const MentionTarget& target, const NamedThing& thing) {
  const auto among = [&](const std::set<std::string>& topics) {
    return std::any_of(topics.begin(), topics.end(), [&](const std::string& known) {
      return std::any_of(thing.stems.begin(), thing.stems.end(),
                         [&](const std::string& stem) { return same_stem(known, stem); });
    });
  };
  return (among(target.title_topics) || among(target.abstract_topics)) &&
         (thing.kind.empty() || tells_kind(thing, target.told));
}

}  // namespace

StudyTraits study_traits(std::string_view text, const std::vector<TextWord>& words) {
  StudyTraits traits;
  find_treatments(text, words, traits);
  find_indications(text, words, traits);
  find_names(words, traits);
  const std::string folded = " " + text::fold(text) + " ";
  for (const std::string_view ahead :
       {" will start ", " will begin ", " will give ", " will receive ", " will enrol ", " will enroll ",
        " will recruit ", " will compare ", " will test ", " is planned ", " are planned ", " is under way ",
        " is underway ", " is recruiting ", " is ongoing ", " planned trial "})
    traits.planned = traits.planned || folded.find(ahead) != std::string::npos;
  return traits;
}

bool other_treatment(const StudyTraits& traits, const MentionTarget& target) {
  if (target.work.abstract.empty()) return false;
  const auto all_foreign = [&](const std::vector<NamedThing>& things) {
    return !things.empty() && std::none_of(things.begin(), things.end(),
                                           [&](const NamedThing& thing) { return tells(target, thing); });
  };
  return all_foreign(traits.treatments) || all_foreign(traits.indications);
}

bool other_percentages(const std::vector<model::Quantity>& told, const std::vector<model::Quantity>& known) {
  constexpr double rounding = 1;
  constexpr size_t least = 2;
  const auto shares_of = [](const std::vector<model::Quantity>& figures) {
    std::vector<double> shares;
    for (const model::Quantity& figure : figures) {
      if (figure.kind == model::QuantityKind::percentage) shares.push_back(figure.value);
      if (figure.kind == model::QuantityKind::fraction && figure.of > 0)
        shares.push_back(100 * figure.value / figure.of);
    }
    return shares;
  };
  const std::vector<double> ours = shares_of(told), theirs = shares_of(known);
  if (ours.size() < least || theirs.size() < least) return false;
  return std::none_of(ours.begin(), ours.end(), [&](double share) {
    return std::any_of(theirs.begin(), theirs.end(), [&](double other) {
      return std::abs(share - other) <= rounding || std::abs(100 - share - other) <= rounding;
    });
  });
}

bool other_origin(const StudyCues& cues, const MentionTarget& target) {
  for (const PersonCue& person : cues.persons) {
    const std::string family = person.family.substr(person.family.rfind(' ') + 1);
    if (!target.families.empty() &&
        std::find(target.families.begin(), target.families.end(), family) == target.families.end())
      return true;
  }
  if (target.whereabouts.empty()) return false;
  // "In the UK", "in England": of the countries that the text names, one is the work's.
  const std::vector<std::string>& known = target.work.study.countries;
  if (std::find_first_of(known.begin(), known.end(), cues.countries.begin(), cues.countries.end()) !=
      known.end())
    return false;
  return std::any_of(cues.traits.names.begin(), cues.traits.names.end(), [&](const std::string& name) {
    if (same_journal(name, target.work.container) || same_journal(name, target.work.container_abbrev))
      return false;
    return !stands_in(name, target.whereabouts) && !stands_in(name, target.told);
  });
}

}  // namespace evident::resolve
