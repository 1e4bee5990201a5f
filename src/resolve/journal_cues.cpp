// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/journal_cues.hpp"

#include <algorithm>

#include "resolve/mention_cues.hpp"
#include "resolve/text_words.hpp"
#include "text/normal.hpp"

namespace evident::resolve {

bool names_journal(std::string_view folded) {
  return one_of(folded, {"journal", "annals", "archives", "lancet"});
}

namespace {

/// The last word of a name that begins at `first`: over capitalised words and the small ones between them.
size_t end_of_name(const std::vector<TextWord>& words, size_t first) {
  size_t last = first;
  while (last + 1 < words.size() && !words[last].closed) {
    size_t next = last + 1;
    while (next < words.size() && next < last + 3 &&
           one_of(words[next].folded, {"of", "and", "the", "for", "in", "on"}) && !words[next].closed)
      ++next;
    if (next >= words.size() || !words[next].capital) break;
    last = next;
  }
  return last;
}

/// True where a word up to `reach` places before says that something is printed there.
bool printed_in(const std::vector<TextWord>& words, size_t at) {
  constexpr size_t reach = 7;
  for (size_t back = 1; back <= reach && back <= at; ++back)
    if (words[at - back].folded.starts_with("publish")) return true;
  return at > 0 && one_of(words[at - 1].folded, {"appeared", "appears", "wrote", "writing"});
}

/// The last of the capitalised words from `first` on, where a study word is behind them; else `first - 1`.
size_t end_before_study(const std::vector<TextWord>& words, size_t first) {
  constexpr size_t most_words = 4;
  size_t at = first;
  while (at < words.size() && at < first + most_words && words[at].capital && !words[at].closed) ++at;
  const bool of_study =
      at > first && at < words.size() && !words[at].capital && is_study_word(words[at].folded);
  return of_study ? at - 1 : first - 1;
}

/// "A Lancet study", "the 2007 JAMA paper": at the name.
bool names_its_journal(const std::vector<TextWord>& words, size_t at) {
  if (at == 0 || !words[at].capital) return false;
  const std::string& before = words[at - 1].folded;
  const bool opened = one_of(before, {"a", "an", "the", "this", "that", "one", "another"}) ||
                      (before.size() == 4 && before.find_first_not_of("0123456789") == std::string::npos);
  return opened && end_before_study(words, at) >= at;
}

}  // namespace

std::vector<JournalCue> journal_cues(std::string_view text) {
  const std::vector<TextWord> words = text_words(text);
  std::vector<JournalCue> found;
  const auto add = [&](size_t first, size_t last, bool sure) {
    JournalCue cue;
    cue.name = std::string(text.substr(words[first].start, words[last].end - words[first].start));
    cue.sure = sure;
    found.push_back(std::move(cue));
  };
  size_t told = 0;  // the words before are told of
  for (size_t at = 0; at + 1 < words.size(); ++at) {
    const bool called = words[at].folded == "journal" && !words[at].capital;
    if (called || words[at].folded == "in") {
      size_t first = at + 1;
      if (words[first].folded == "the" && first + 1 < words.size()) ++first;
      if (words[first].folded == "journal" && !words[first].capital) continue;  // comes next
      if (!words[first].capital) continue;
      const size_t last = end_of_name(words, first);
      const bool by_name = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(first),
                                       words.begin() + static_cast<std::ptrdiff_t>(last) + 1,
                                       [](const TextWord& word) { return names_journal(word.folded); });
      add(first, last, called || by_name || printed_in(words, at));
      told = std::max(told, last + 1);
    } else if (at >= told && names_its_journal(words, at)) {
      add(at, end_before_study(words, at), false);
      found.back().of_study = true;
    } else if (at >= told && words[at].capital && names_journal(words[at].folded) &&
               one_of(words[at + 1].folded, {"of", "on", "for"})) {
      // "The British Journal of Nutrition published": its name says what it is.
      size_t first = at;
      while (first > told && words[first - 1].capital && !words[first - 1].closed &&
             words[first - 1].folded != "the")
        --first;
      const size_t last = end_of_name(words, at);
      if (last > at) add(first, last, true);
      told = last + 1;
    }
  }
  return found;
}

namespace {
std::vector<std::string> journal_words(std::string_view name) {
  // "Brain (London, England)", "Psychopharmacology (Berl.)": the place is no part of the
  // name.
  std::string bare(name.substr(0, name.find_first_of("(:=")));
  std::vector<std::string> words;
  for (std::string& word : text::fold_words(bare))
    if (!text::is_stop_word(word)) words.push_back(std::move(word));
  return words;
}
}  // namespace

std::string journal_initials(std::string_view name) {
  std::string initials;
  for (const std::string& word : journal_words(name)) initials += word[0];
  return initials;
}

bool same_journal(std::string_view left, std::string_view right) {
  std::vector<std::string> one = journal_words(left), other = journal_words(right);
  if (one.empty() || other.empty()) return false;
  if (one.size() == 1 && one[0].size() > 2 && one[0] == journal_initials(right)) return true;
  if (other.size() == 1 && other[0].size() > 2 && other[0] == journal_initials(left)) return true;
  const size_t least = std::min(one.size(), other.size());
  // "The New England Journal": two words and what it is are enough of a name.
  const auto is_short = [&](const std::vector<std::string>& name) {
    return name.size() == least && least >= 3 && name.back() == "journal";
  };
  if (one.size() != other.size() && !is_short(one) && !is_short(other)) return false;
  for (size_t at = 0; at < least; ++at)
    if (!one[at].starts_with(other[at]) && !other[at].starts_with(one[at])) return false;
  return true;
}

}  // namespace evident::resolve
