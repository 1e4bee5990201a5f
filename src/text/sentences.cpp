// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentences.hpp"

#include <algorithm>
#include <string>

#include "text/abbreviations.hpp"
#include "text/citation_marks.hpp"
#include "text/enclosures.hpp"
#include "text/list_items.hpp"
#include "text/sentence_parts.hpp"
#include "text/year.hpp"

namespace evident::text {

namespace {

constexpr size_t longest_address = 96;  // looked at this far back, which keeps the time linear

class Splitter {
 public:
  explicit Splitter(std::string_view text)
      : m_text(text), m_enclosures(enclosures(text)), m_items(list_items(text)) {}

  std::vector<Span> run() {
    m_start = skip_blanks(m_text, 0);
    size_t at = m_start;
    while (at < m_text.size()) {
      if (const size_t item = next_item(); item <= at) {
        if (item > m_start) cut(item, item);
        ++m_item;
      }
      const size_t stop = stop_size(m_text, at);
      if (stop == 0) {
        const size_t next = after_unstopped(at);
        at = next != 0 ? next : at + 1;
        continue;
      }
      at = after_stop(at, stop);
    }
    cut(m_text.size(), m_text.size());
    return std::move(m_out);
  }

 private:
  size_t next_item() const { return m_item < m_items.size() ? m_items[m_item] : m_text.size() + 1; }
  char at(size_t offset) const { return byte_at(m_text, offset); }

  /// Ends the sentence before `end`; the next one starts at or after `next`.
  void cut(size_t end, size_t next) {
    // White space of one byte is all there is to trim, but for rare blanks, whose last byte is looked for
    // below.
    while (end > m_start) {
      size_t last = end - 1;
      while (last > m_start && end - last < 4 && (static_cast<unsigned char>(m_text[last]) & 0xC0) == 0x80)
        --last;
      if (blank_size(m_text, last) != end - last) break;
      end = last;
    }
    if (end > m_start) m_out.push_back({m_start, end});
    m_start = skip_blanks(m_text, next);
  }

  bool inside_enclosure(size_t from, size_t offset) {
    while (m_enclosure < m_enclosures.size() && m_enclosures[m_enclosure].end <= from) ++m_enclosure;
    for (size_t i = m_enclosure; i < m_enclosures.size() && m_enclosures[i].start < offset; ++i) {
      if (offset < m_enclosures[i].end) return true;
      if (i > m_enclosure + 4) break;
    }
    return false;
  }

  /// A blank line, or a marker behind a word at the start of a capitalised sentence; the offset to go on at,
  /// or 0.
  size_t after_unstopped(size_t offset) {
    if (m_text[offset] == '\n') {
      const size_t next = skip_blanks(m_text, offset);
      const std::string_view gap = m_text.substr(offset + 1, next - offset - 1);
      // Behind a form feed the text goes on at the head of another page.
      const bool page = gap.find('\f') != std::string_view::npos;
      if (gap.find('\n') != std::string_view::npos && !page) cut(offset, next);
      return next;
    }
    if (m_text[offset] != '[' || offset == m_start ||
        !(is_letter(m_text[offset - 1]) || m_text[offset - 1] == ')'))
      return 0;
    const size_t end = skip_bracket_marks(m_text, offset);
    if (end == offset) return 0;
    const size_t next = skip_blanks(m_text, end);
    if (next == end || inside_enclosure(offset, end)) return end;
    const Following following = look_at(m_text, next);
    const std::string_view word = following.word;
    const bool sentence_word =
        following.kind == Next::upper && word.size() > 1 &&
        std::all_of(word.begin() + 1, word.end(), [](char c) { return is_lower(c) || c == '\''; });
    const bool starter = begins_sentences(word);
    const std::string_view before = word_before(m_text, m_start, offset);
    const bool name_before = !before.empty() && is_upper(before[0]);
    if (starter || (sentence_word && !name_before)) {
      cut(end, next);
    }
    return end;
  }

  /// Closing quotes, brackets and markers glued to the stop.
  size_t skip_glued(size_t offset, bool word_before_stop) const {
    size_t end = offset;
    for (size_t round = 0; round < 8; ++round) {
      const size_t before = end;
      while (const size_t size = closer_size(m_text, end)) end += size;
      end = skip_bracket_marks(m_text, end);
      if (word_before_stop || end != offset) end = skip_superscript_marks(m_text, end);
      if (end == before) break;
    }
    return end;
  }

  /// Markers, and a quote before them, that a blank or a line break has moved away from their full stop.
  size_t skip_moved_marks(size_t end) const {
    const size_t next = skip_blanks(m_text, end);
    if (next == end) return end;
    size_t mark = next;
    if (const size_t size = closer_size(m_text, mark); size != 0 && at(mark + size) == '[') mark += size;
    const size_t after = skip_bracket_marks(m_text, mark);
    return after != mark && (after >= m_text.size() || blank_size(m_text, after) != 0) ? after : end;
  }

  size_t after_stop(size_t offset, size_t size) {
    const Stops stops = read_stops(m_text, offset, size);
    const std::string_view word = word_before(m_text, m_start, offset);
    const bool plain_word =
        word.size() > 1 && is_lower(word.back()) && abbreviation_kind(word) == Abbreviation::none;
    const bool closer_before =
        offset > m_start && std::string_view(")]\"'").find(m_text[offset - 1]) != std::string_view::npos;
    // "in 1994.1 Later": what follows is a marker, for a year has no decimals.
    size_t end = skip_glued(stops.end, plain_word || closer_before || is_year(word));
    const size_t unmoved = end;
    end = skip_moved_marks(end);
    const size_t next = skip_blanks(m_text, end);
    if (next >= m_text.size()) {
      cut(end, next);
      return m_text.size();
    }
    if (inside_enclosure(offset, end)) return stops.end;
    // "[...]" stands for words left out anywhere in a sentence.
    if (stops.ellipsis && offset > m_start && m_text[offset - 1] == '[') return end;
    // The full stops of Chinese and Japanese need no blank behind them.
    if (size == 3 && !stops.ellipsis) {
      cut(end, next);
      return end;
    }
    if (next == end) {
      if (splits_glued(offset, stops, end, word)) cut(end, next);
      return end;
    }
    if (stops.spaced && stops.dots == 4 && offset > m_start && blank_size(m_text, offset - 1) == 0) {
      // "compounds. . . . The practice": the first full stop ends the sentence, an ellipsis starts the next
      // one.
      if (look_at(m_text, next).kind == Next::upper) {
        cut(offset + 1, offset + 1);
        return stops.end;
      }
    }
    if (ends_here(offset, stops, unmoved, next, word)) {
      cut(end, next);
      return next;
    }
    return end;
  }

  /// "world.Today is": no blank behind the full stop, but a word before it and a capitalised one behind it.
  bool splits_glued(size_t offset, const Stops& stops, size_t end, std::string_view word) const {
    if (stops.ellipsis) return false;
    if (!is_upper(at(end)) || offset == m_start) return false;
    const bool marked = end != stops.end;
    if (!marked) {
      const size_t inner = word.find('.');
      if (inner != std::string_view::npos) return false;
      const bool number =
          !word.empty() && word.size() >= 3 && std::all_of(word.begin(), word.end(), is_digit);
      const bool letters =
          word.size() >= 3 && std::all_of(word.begin(), word.end(), is_letter) && is_lower(word.back());
      if (!number && !letters) return false;
    }
    if (abbreviation_kind(word) != Abbreviation::none && !marked) return false;
    const Following following = look_at(m_text, end);
    const size_t after = end + following.word.size();
    const bool lower_rest = std::all_of(following.word.begin() + 1, following.word.end(),
                                        [](char c) { return !is_upper(c) && !is_digit(c); });
    const bool word_ends = after >= m_text.size() || blank_size(m_text, after) != 0 ||
                           ((at(after) == '.' || at(after) == ',') && blank_size(m_text, after + 1) != 0);
    if (!lower_rest || !word_ends) return false;
    return !looks_like_address(offset);
  }

  bool looks_like_address(size_t offset) const {
    size_t start = offset;
    while (start > m_start && offset - start < longest_address && blank_size(m_text, start - 1) == 0) --start;
    const std::string_view run = m_text.substr(start, offset - start);
    return run.find('@') != std::string_view::npos || run.find("://") != std::string_view::npos ||
           run.find("www.") != std::string_view::npos || run.find('/') != std::string_view::npos;
  }

  bool ends_here(size_t offset, const Stops& stops, size_t unmoved, size_t next,
                 std::string_view word) const {
    const Following following = look_at(m_text, next);
    if (following.kind == Next::lower && explains_symbol(word, next, following)) return true;
    if (following.kind == Next::lower || following.kind == Next::other) return false;
    if (following.kind == Next::opener && !opens_sentence(next, following)) return false;
    if (stops.strong) return true;
    if (stops.ellipsis) {
      const bool apart = offset > m_start && blank_size(m_text, offset - 1) != 0;
      return stops.dots == 4 || (!apart && following.kind != Next::digit);
    }
    // A closing bracket, a quote or a glued marker behind the full stop says that it was no abbreviation's.
    const bool marked = unmoved != stops.end && at(stops.end) != ')' && at(stops.end) != ']';
    if (marked) return true;
    return !continues_after(offset, word, following);
  }

  /// "of the retina. onl, outer nuclear layer": legends explain their abbreviations in lower case.
  bool explains_symbol(std::string_view word, size_t next, const Following& following) const {
    return word.size() >= 4 && std::all_of(word.begin(), word.end(), is_lower) &&
           abbreviation_kind(word) == Abbreviation::none && following.word.size() <= 6 &&
           at(next + following.word.size()) == ',';
  }

  /// An opening bracket starts a sentence before a capital or a list letter.
  bool opens_sentence(size_t next, const Following& following) const {
    const char bracket = m_text[next];
    if (following.word.empty()) return bracket != '[' && bracket != '(';
    if (is_upper(following.word[0])) return true;
    if (bracket == '(') return is_list_label(m_text, next + 1);
    return bracket != '[' && !is_lower(following.word[0]);
  }

  /// True where the full stop behind `word` belongs to an abbreviation and the sentence goes on.
  bool continues_after(size_t offset, std::string_view word, const Following& following) const {
    if (word.empty()) return false;
    // A sentence cannot be a list number or letter alone.
    const size_t word_start = offset - word.size();
    if (is_label(offset)) return true;
    // "v/p.", "A/J.": one letter of a compound is no initial.
    if (word.size() == 1 && word_start > m_start && m_text[word_start - 1] == '/') return false;
    const bool starter = begins_sentences(following.word);
    switch (abbreviation_kind(word)) {
      case Abbreviation::none:
        return false;
      case Abbreviation::continues:
        return true;
      case Abbreviation::before_number:
        return following.kind == Next::digit;
      case Abbreviation::time:
        return time_opens_sentence(word_start, word) && is_title(following.word);
      case Abbreviation::journal:
        return !starter;
      case Abbreviation::may_end:
        break;
    }
    if (following.kind == Next::digit || following.kind == Next::opener)
      return following.kind == Next::digit || !starter;
    if (starter) return false;
    if (word.size() == 1) return !letter_names(word_start);
    return true;
  }

  /// A number or a letter, perhaps behind a bullet, is all that the sentence has so far.
  bool is_label(size_t offset) const {
    if (offset - m_start > 8) return false;
    std::string_view label = m_text.substr(m_start, offset - m_start);
    while (!label.empty() && !is_letter(label[0]) && !is_digit(label[0])) label.remove_prefix(1);
    return label.size() == 1 || (label.size() <= 3 && std::all_of(label.begin(), label.end(), is_digit));
  }

  /// "At 5 a.m. Mr. Smith went": the time opens the sentence.
  bool time_opens_sentence(size_t word_start, std::string_view word) const {
    return is_lower(word[0]) && word_start - m_start <= 12;
  }

  /// "vitamin D.", "hepatitis C.": the capital before the full stop is no initial.
  bool letter_names(size_t word_start) const {
    if (word_start == m_start || m_text[word_start - 1] != ' ') return false;
    return takes_letter_name(word_before(m_text, m_start, word_start - 1));
  }

  std::string_view m_text;
  std::vector<Span> m_enclosures;
  std::vector<size_t> m_items;
  std::vector<Span> m_out;
  size_t m_enclosure = 0;
  size_t m_item = 0;
  size_t m_start = 0;
};

}  // namespace

std::vector<Span> sentences(std::string_view text) {
  return Splitter(text).run();
}

}  // namespace evident::text
