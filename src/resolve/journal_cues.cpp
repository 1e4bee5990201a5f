// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/journal_cues.hpp"

#include "resolve/text_words.hpp"
#include "text/normal.hpp"

namespace evident::resolve {

std::vector<JournalCue> journal_cues(std::string_view text) {
  std::vector<TextWord> words = text_words(text);
  std::vector<JournalCue> found;
  for (size_t at = 0; at + 1 < words.size(); ++at) {
    bool called = words[at].folded == "journal" && !words[at].capital;
    if (!called && words[at].folded != "in") continue;
    size_t first = at + 1;
    if (words[first].folded == "the" && first + 1 < words.size()) ++first;
    if (first < words.size() && words[first].folded == "journal" && !words[first].capital)
      continue;  // comes next
    if (first >= words.size() || !words[first].capital) continue;
    size_t last = first;
    while (last + 1 < words.size() && !words[last].closed) {
      size_t next = last + 1;
      while (next < words.size() && next < last + 3 &&
             one_of(words[next].folded, {"of", "and", "the", "for", "in"}) && !words[next].closed)
        ++next;
      if (next >= words.size() || !words[next].capital) break;
      last = next;
    }
    JournalCue cue;
    cue.name = std::string(text.substr(words[first].start, words[last].end - words[first].start));
    bool published = false;
    for (size_t back = 1; back <= 7 && back <= at; ++back)
      published = published || words[at - back].folded.starts_with("publish");
    std::string folded = " " + text::fold(cue.name) + " ";
    bool journal_word =
        folded.find(" journal ") != std::string::npos || folded.find(" annals ") != std::string::npos ||
        folded.find(" archives ") != std::string::npos || folded.find(" lancet ") != std::string::npos;
    cue.sure = called || published || journal_word;
    found.push_back(std::move(cue));
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
  if (one.size() != other.size()) return false;
  for (size_t at = 0; at < one.size(); ++at)
    if (!one[at].starts_with(other[at]) && !other[at].starts_with(one[at])) return false;
  return true;
}

}  // namespace evident::resolve
