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
  for (size_t i = at; i > limit; --i) {
    if (is_blank(text[i]) && !is_blank(text[i - 1])) return i;
  }
  while (at > 0 && is_continuation(text[at])) --at;
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

Snippets::Snippets(const Xapian::Query& query, std::vector<std::string> beginnings)
    : m_beginnings(std::move(beginnings)) {
  for (const auto& beginning : m_beginnings) ask_for(beginning);
  collect(query);
}

void Snippets::collect(const Xapian::Query& query) {
  const size_t parts = query.get_num_subqueries();
  switch (query.get_type()) {
    case Xapian::Query::LEAF_TERM: {
      const std::string term = *query.get_terms_begin();
      if (term.empty() || (term[0] >= 'A' && term[0] <= 'Z')) return;  // of a field
      ask_for(term);
      m_words.emplace(term, m_words.size());
      return;
    }
    case Xapian::Query::OP_PHRASE: {
      std::vector<std::string> phrase;
      for (size_t i = 0; i < parts; ++i) {
        const Xapian::Query word = query.get_subquery(i);
        if (word.get_type() == Xapian::Query::LEAF_TERM) phrase.push_back(*word.get_terms_begin());
      }
      const bool of_field = phrase.empty() || (phrase[0][0] >= 'A' && phrase[0][0] <= 'Z');
      if (phrase.size() != parts || of_field) return;
      for (const auto& word : phrase) ask_for(word);
      m_phrases.push_back(std::move(phrase));
      return;
    }
    case Xapian::Query::OP_AND_NOT:
    case Xapian::Query::OP_FILTER:
      if (parts > 0) collect(query.get_subquery(0));
      return;
    default:
      for (size_t i = 0; i < parts; ++i) collect(query.get_subquery(i));
  }
}

std::vector<Snippets::Mark> Snippets::marks_of(const std::string& text) const {
  const std::vector<Word> all = words(text);
  std::vector<std::string> stems(all.size());
  for (size_t i = 0; i < all.size(); ++i) {
    // A stem begins as its word does, but for accents.
    const auto initial = static_cast<unsigned char>(all[i].text[0]);
    if (initial >= 0x80 || m_initials[initial]) stems[i] = stem()(all[i].text);
  }
  std::vector<Mark> marks;
  const auto mark = [&](size_t first, size_t last, size_t asked) {
    marks.push_back({all[first].start, all[last].end, asked});
  };
  for (size_t i = 0; i < all.size(); ++i) {
    if (stems[i].empty()) continue;
    const auto here = stems.begin() + static_cast<std::ptrdiff_t>(i);
    const auto phrase = std::find_if(m_phrases.begin(), m_phrases.end(), [&](const auto& one) {
      return one.size() <= all.size() - i && std::equal(one.begin(), one.end(), here);
    });
    if (phrase != m_phrases.end()) {
      mark(i, i + phrase->size() - 1,
           m_words.size() + static_cast<size_t>(std::distance(m_phrases.begin(), phrase)));
      i += phrase->size() - 1;
      continue;
    }
    if (const auto word = m_words.find(stems[i]); word != m_words.end()) {
      mark(i, i, word->second);
      continue;
    }
    const auto beginning = std::find_if(m_beginnings.begin(), m_beginnings.end(), [&](const auto& one) {
      return stems[i].starts_with(one) || all[i].text.starts_with(one);
    });
    if (beginning != m_beginnings.end()) {
      mark(i, i,
           m_words.size() + m_phrases.size() +
               static_cast<size_t>(std::distance(m_beginnings.begin(), beginning)));
    }
  }
  return marks;
}

/// The passage that has most of what was asked for.
Snippets::Passage Snippets::best_passage(std::string_view text, const std::vector<Mark>& marks,
                                         size_t length) {
  std::tuple<size_t, size_t> most{0, 0};  // what was asked for, and all marks
  size_t best = 0, best_end = 0;
  std::vector<size_t> asked;
  for (size_t first = 0; first < marks.size(); ++first) {
    asked.clear();
    size_t last = first;
    for (; last < marks.size() && marks[last].end - marks[first].start <= length; ++last) {
      if (std::find(asked.begin(), asked.end(), marks[last].asked) == asked.end())
        asked.push_back(marks[last].asked);
    }
    if (const std::tuple worth{asked.size(), last - first}; last > first && worth > most) {
      most = worth;
      best = marks[first].start;
      best_end = marks[last - 1].end;
    }
  }
  const size_t room = length - (best_end - best);
  size_t start = sentence_start(text, best, best - std::min(best, room));
  if (start == std::string_view::npos) {
    // Within a long sentence; at the end of the text, all that there is room for.
    const size_t before = std::max(room / 2, length - std::min(length, text.size() - best));
    start = forward_to_word(text, best - std::min({best, room, before}), best);
  }
  return {start, back_to_word_end(text, start + length, start)};
}

std::string Snippets::of(const std::string& text, size_t length) const {
  const std::vector<Mark> marks = marks_of(text);
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
