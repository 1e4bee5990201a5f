// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/marked_sentences.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "text/sentences.hpp"

namespace evident::extract {

namespace {

/// No letter and no bracket: a bare number, which print would raise above the line.
bool is_bare_number(std::string_view mark) {
  bool digit = false;
  for (char c : mark) {
    digit = digit || (c >= '0' && c <= '9');
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter || c == '[' || c == '(') return false;
  }
  return digit;
}

/// What parts two marks of one run: commas, dashes, blanks.
bool joins(std::string_view between) {
  if (between.size() > 4) return false;
  return std::all_of(between.begin(), between.end(),
                     [](char c) { return c == ',' || c == ';' || c == '-' || c == ' ' || (c & 0x80) != 0; });
}

/// Runs of bare numbers that stand behind a word or a stop, not in brackets.
std::vector<Span> runs_of(std::string_view text, const std::vector<Span>& marks) {
  std::vector<Span> runs;
  for (size_t at = 0; at < marks.size(); ++at) {
    if (!is_bare_number(text.substr(marks[at].start, marks[at].size()))) continue;
    Span run = marks[at];
    while (at + 1 < marks.size() && marks[at + 1].start >= run.end &&
           joins(text.substr(run.end, marks[at + 1].start - run.end)) &&
           is_bare_number(text.substr(marks[at + 1].start, marks[at + 1].size()))) {
      run.end = marks[++at].end;
    }
    const char before = run.start == 0 ? '(' : text[run.start - 1];
    if (before != '(' && before != '[') runs.push_back(run);
  }
  return runs;
}

/// No sentence ends within a mark: "(cf. Circle. Smith, 2001)" is one.
std::vector<Span> whole_around(const std::vector<Span>& spans, const std::vector<Span>& marks) {
  std::vector<Span> out;
  auto mark = marks.begin();
  for (const Span& span : spans) {
    while (mark != marks.end() && mark->end <= span.start) ++mark;
    if (!out.empty() && mark != marks.end() && mark->start < out.back().end && mark->end > span.start) {
      out.back().end = span.end;
    } else {
      out.push_back(span);
    }
  }
  return out;
}

}  // namespace

std::vector<Span> sentences_around(std::string_view text, const std::vector<Span>& marks) {
  const std::vector<Span> runs = runs_of(text, marks);
  if (runs.empty()) return whole_around(text::sentences(text), marks);
  // The splitter is shown the words alone; bytes stay where they are.
  std::string words(text);
  for (const Span& run : runs)
    std::fill_n(words.begin() + static_cast<std::ptrdiff_t>(run.start), run.size(), ' ');
  std::vector<Span> spans = text::sentences(words);
  auto run = runs.begin();
  for (size_t at = 0; at < spans.size(); ++at) {
    const uint64_t next = at + 1 < spans.size() ? spans[at + 1].start : text.size();
    for (; run != runs.end() && run->start < next; ++run) spans[at].end = std::max(spans[at].end, run->end);
  }
  if (!spans.empty()) spans.front().start = std::min(spans.front().start, runs.front().start);
  if (spans.empty()) spans.push_back({runs.front().start, runs.back().end});
  return whole_around(spans, marks);
}

}  // namespace evident::extract
