// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/snippet.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "index/word_stem.hpp"
#include "index/words.hpp"

namespace evident::index {

namespace {

constexpr std::string_view omission = "...";

/// The words of abstracts are much the same from search to search.
CachedStem& stem() {
  static thread_local CachedStem stem;
  return stem;
}

/// Terms of fields begin with a capital.
bool is_of_field(const std::string& term) {
  return term.empty() || (term[0] >= 'A' && term[0] <= 'Z');
}

/// Of "Query(WILDCARD SYNONYM abst)": Xapian tells what a wildcard stands behind in its description alone.
std::string last_word(const std::string& description) {
  const size_t blank = description.rfind(' ');
  const size_t end = description.find_last_not_of(')');
  return blank == std::string::npos || end <= blank ? std::string()
                                                    : description.substr(blank + 1, end - blank);
}

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// The first place from `at` on where a word begins behind a blank; that of `word` at the latest.
size_t forward_to_word(std::string_view text, size_t at, size_t word) {
  while (at < word && at > 0 && (!is_blank(text[at - 1]) || is_blank(text[at]))) ++at;
  return at;
}

/// The last place up to `at` where a word ends before a blank; between two characters where none does behind
/// `limit`.
size_t back_to_word_end(std::string_view text, size_t at, size_t limit) {
  if (at >= text.size()) return text.size();
  for (size_t i = at; i > 0 && i >= limit; --i) {
    if (is_blank(text[i]) && !is_blank(text[i - 1])) return i;
  }
  while (at > limit && is_continuation(text[at])) --at;
  return at;
}

/// Where the sentence of `at` begins, or npos where that is before `first`.
size_t sentence_start(std::string_view text, size_t at, size_t first) {
  for (size_t i = at; i > first + 1; --i) {
    const char before = text[i - 2];
    const bool small = text[i] >= 'a' && text[i] <= 'z';
    if (is_blank(text[i - 1]) && (before == '.' || before == '?' || before == '!') && !small) return i;
  }
  return first == 0 ? 0 : std::string_view::npos;
}

}  // namespace

Snippets::Snippets(const Xapian::Query& query) {
  collect(query);
}

void Snippets::collect_parts(const Xapian::Query& query, size_t number) {
  for (size_t i = 0; i < number; ++i) collect(query.get_subquery(i));
}

void Snippets::collect(const Xapian::Query& query) {
  const size_t parts = query.get_num_subqueries();
  switch (query.get_type()) {
    case Xapian::Query::LEAF_TERM: {
      const std::string term = *query.get_terms_begin();
      if (is_of_field(term)) return;
      ask_for(term);
      m_words.emplace(term, m_asked++);
      return;
    }
    case Xapian::Query::OP_WILDCARD: {
      const std::string beginning = last_word(query.get_description());
      if (is_of_field(beginning)) return;
      ask_for(beginning);
      m_beginnings.push_back({beginning, m_asked++});
      return;
    }
    case Xapian::Query::OP_PHRASE:
      collect_phrase(query);
      return;
    case Xapian::Query::OP_SYNONYM: {
      // Other spellings of one word.
      const size_t word = m_asked;
      for (size_t i = 0; i < parts; ++i) {
        m_asked = word;
        collect(query.get_subquery(i));
      }
      return;
    }
    case Xapian::Query::OP_AND_NOT:
    case Xapian::Query::OP_FILTER:
      collect_parts(query, std::min<size_t>(parts, 1));
      return;
    default:
      collect_parts(query, parts);
  }
}

void Snippets::collect_phrase(const Xapian::Query& query) {
  const size_t parts = query.get_num_subqueries();
  Phrase phrase;
  for (size_t i = 0; i < parts; ++i) {
    const Xapian::Query word = query.get_subquery(i);
    if (word.get_type() == Xapian::Query::LEAF_TERM) phrase.stems.push_back(*word.get_terms_begin());
  }
  // Words that need not follow each other at once ("fern ADJ moss") are words.
  const bool adjacent =
      query.get_description().find(" PHRASE " + std::to_string(parts) + " ") != std::string::npos;
  if (!adjacent || phrase.stems.size() != parts) {
    collect_parts(query, parts);
    return;
  }
  if (is_of_field(phrase.stems.front())) return;
  for (const auto& stem : phrase.stems) ask_for(stem);
  phrase.asked = m_asked++;
  m_phrases.push_back(std::move(phrase));
}

/// The longest that stands here.
const Snippets::Phrase* Snippets::phrase_at(const std::vector<std::string>& stems, size_t at) const {
  const Phrase* longest = nullptr;
  for (const Phrase& phrase : m_phrases) {
    const bool here =
        phrase.stems.size() <= stems.size() - at &&
        std::equal(phrase.stems.begin(), phrase.stems.end(), stems.begin() + static_cast<std::ptrdiff_t>(at));
    if (here && (longest == nullptr || phrase.stems.size() > longest->stems.size())) longest = &phrase;
  }
  return longest;
}

std::vector<Snippets::Mark> Snippets::marks_of(std::string_view text) const {
  const std::vector<Word> all = words(text);
  std::vector<std::string> stems(all.size());
  for (size_t i = 0; i < all.size(); ++i) {
    // A stem begins as its word does, but for accents.
    const auto initial = static_cast<unsigned char>(all[i].text[0]);
    if (initial >= 0x80 || m_initials[initial]) stems[i] = stem()(all[i].text);
  }
  std::vector<Mark> marks;
  for (size_t i = 0; i < all.size(); ++i) {
    if (stems[i].empty()) continue;
    if (const Phrase* phrase = phrase_at(stems, i)) {
      const size_t last = i + phrase->stems.size() - 1;
      marks.push_back({all[i].start, all[last].end, phrase->asked});
      i = last;
    } else if (const auto word = m_words.find(stems[i]); word != m_words.end()) {
      marks.push_back({all[i].start, all[i].end, word->second});
    } else {
      const auto beginning =
          std::find_if(m_beginnings.begin(), m_beginnings.end(), [&](const Beginning& one) {
            return stems[i].starts_with(one.text) || all[i].text.starts_with(one.text);
          });
      if (beginning != m_beginnings.end()) marks.push_back({all[i].start, all[i].end, beginning->asked});
    }
  }
  return marks;
}

/// The passage that has most of what was asked for.
Snippets::Passage Snippets::best_passage(std::string_view text, const std::vector<Mark>& marks,
                                         size_t length) const {
  std::tuple<size_t, size_t> most{0, 0};  // what was asked for, and all marks
  size_t best = 0, best_end = 0;
  std::vector<size_t> counts(m_asked);  // of each thing in the passage from `first` up to `behind`
  size_t asked = 0, behind = 0;
  for (size_t first = 0; first < marks.size(); ++first) {
    for (; behind < marks.size() && marks[behind].end - marks[first].start <= length; ++behind)
      asked += counts[marks[behind].asked]++ == 0;
    if (behind == first) {  // longer than a passage
      ++behind;
      continue;
    }
    if (const std::tuple worth{asked, behind - first}; worth > most) {
      most = worth;
      best = marks[first].start;
      best_end = marks[behind - 1].end;
    }
    asked -= --counts[marks[first].asked] == 0;
  }
  const size_t room = length - (best_end - best);
  size_t start = sentence_start(text, best, best - std::min(best, room));
  if (start == std::string_view::npos) {
    // Within a long sentence; at the end of the text, all that there is room for.
    const size_t before = std::max(room / 2, length - std::min(length, text.size() - best));
    start = forward_to_word(text, best - std::min({best, room, before}), best);
  }
  return {start, back_to_word_end(text, start + length, std::max(start, best_end))};
}

std::string Snippets::of(const std::string& text, size_t length) const {
  constexpr size_t most_looked_at = 100'000;
  const std::vector<Mark> marks = marks_of(std::string_view(text).substr(0, most_looked_at));
  const Passage shown = text.size() > length ? best_passage(text, marks, length) : Passage{0, text.size()};
  std::string snippet(shown.start > 0 ? omission : "");
  size_t at = shown.start;
  for (const Mark& mark : marks) {
    if (mark.start < shown.start || mark.end > shown.end) continue;
    snippet.append(text, at, mark.start - at);
    snippet += '\x02';
    snippet.append(text, mark.start, mark.end - mark.start);
    snippet += '\x03';
    at = mark.end;
  }
  snippet.append(text, at, shown.end - at);
  if (shown.end < text.size()) snippet += omission;
  return snippet;
}

}  // namespace evident::index
