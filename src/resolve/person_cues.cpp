// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/person_cues.hpp"

#include <algorithm>

#include "resolve/text_words.hpp"
#include "text/normal.hpp"

namespace evident::resolve {

namespace {

bool is_title(std::string_view folded) {
  return one_of(folded, {"dr", "doctor", "prof", "professor"});
}

bool reports(std::string_view folded) {
  return folded.starts_with("report") || folded.starts_with("publish") || folded.starts_with("describ") ||
         folded.starts_with("experiment") || folded.starts_with("demonstrat") ||
         folded.starts_with("conclud") || folded.starts_with("observ") || folded.starts_with("review") ||
         one_of(folded, {"found",      "showed",       "shows",     "shown",    "treated",    "tested",
                         "tried",      "conducted",    "studied",   "compared", "reproduced", "wrote",
                         "examined",   "investigated", "measured",  "gave",     "cured",      "randomised",
                         "randomized", "enrolled",     "recruited", "followed"});
}

/// Surnames as the text has them: initials after the name ("Agabio R") are no surname.
bool is_initials(const TextWord& word) {
  return word.text.size() <= 3 && std::all_of(word.text.begin(), word.text.end(),
                                              [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
}

bool name_word(const TextWord& word) {
  return word.capital && !text::is_stop_word(word.folded) && !is_title(word.folded) && !word.folded.empty();
}

bool agent_of(const std::vector<TextWord>& words, size_t first, size_t last, size_t limit, bool et_al,
              bool possessive) {
  if (et_al) return true;
  size_t before = first;
  while (before > 0 && is_title(words[before - 1].folded)) --before;
  if (before > 0 && words[before - 1].folded == "by") return true;
  if (possessive && last + 1 < words.size()) {
    // "Smith's study", "Smith's 2004 trial": the noun decides, not what is told later.
    for (size_t next = last + 1; next < words.size() && next <= last + 3; ++next)
      if (one_of(words[next].folded,
                 {"study", "trial", "report", "paper", "group", "team", "article", "findings", "results"}))
        return true;
    return false;
  }
  // "which X had called for": the sentence is about something else.
  if (before > 0 && one_of(words[before - 1].folded, {"which", "whom", "that", "of", "than"})) return false;
  for (size_t next = last + 1; next < words.size() && next < limit; ++next)
    if (reports(words[next].folded)) return true;
  return false;
}

}  // namespace

std::vector<PersonCue> person_cues(std::string_view text, const std::set<std::string>& known) {
  std::vector<TextWord> words = text_words(text);
  struct Found {
    PersonCue cue;
    size_t first, last;
    bool possessive;
  };
  std::vector<Found> found;
  for (size_t at = 0; at < words.size(); ++at) {
    if (!name_word(words[at])) continue;
    // The run of capitalised words that starts here, with particles inside.
    size_t last = at;
    while (last + 1 < words.size() && !words[last].closed && name_word(words[last + 1]) && last < at + 4)
      ++last;
    bool titled = at > 0 && is_title(words[at - 1].folded);
    bool et_al = last + 2 < words.size() &&
                 ((words[last + 1].folded == "et" && words[last + 2].folded == "al") ||
                  (words[last + 1].folded == "and" &&
                   (one_of(words[last + 2].folded, {"colleagues", "coworkers", "associates", "coauthors"}) ||
                    words[last + 2].folded.starts_with("co worker"))));
    size_t family = last;
    bool by_known = false;
    if (!titled && !et_al) {
      for (size_t word = at; word <= last && !by_known; ++word) {
        std::string bare = words[word].folded;
        if (bare.ends_with(" s")) bare.resize(bare.size() - 2);
        if (known.count(bare) > 0) {
          family = word;
          by_known = true;
        }
      }
      if (!by_known) {
        at = last;
        continue;
      }
    }
    while (family > at && is_initials(words[family])) --family;
    Found person;
    person.cue.family = words[family].folded;
    person.possessive = person.cue.family.ends_with(" s");
    if (person.possessive) person.cue.family.resize(person.cue.family.size() - 2);
    if (family > at && family - at <= 2) person.cue.given = words[at].folded;
    person.cue.et_al = et_al;
    person.first = at;
    person.last = family;
    person.cue.start = titled ? words[at - 1].start : words[at].start;
    person.cue.end = words[family].end;
    if (!person.cue.family.empty()) found.push_back(std::move(person));
    at = last;
  }
  std::vector<PersonCue> persons;
  for (size_t index = 0; index < found.size(); ++index) {
    size_t limit = index + 1 < found.size() ? found[index + 1].first : words.size();
    Found& person = found[index];
    person.cue.agent = agent_of(words, person.first, person.last, limit, person.cue.et_al, person.possessive);
    persons.push_back(std::move(person.cue));
  }
  return persons;
}

}  // namespace evident::resolve
