// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/plain/line_breaks.hpp"

#include <algorithm>
#include <array>

#include "read/plain/boilerplate.hpp"
#include "read/plain/comments.hpp"
#include "read/plain/line_shapes.hpp"

namespace evident::read::plain {
namespace {

/// Words after which no line of running text stops of its own accord.
constexpr std::array<std::string_view, 62> open_words = {
    "a",     "an",      "the",    "to",     "of",      "in",      "on",      "at",      "by",
    "for",   "with",    "and",    "or",     "as",      "from",    "into",    "than",    "that",
    "which", "is",      "are",    "was",    "were",    "be",      "like",    "between", "called",
    "his",   "her",     "its",    "their",  "via",     "using",   "through", "during",  "against",
    "about", "without", "within", "among",  "because", "whereas", "while",   "whose",   "has",
    "have",  "had",     "can",    "cannot", "may",     "might",   "will",    "would",   "should",
    "could", "must",    "not",    "such",   "these",   "this",    "those",   "both"};

std::string_view last_word(std::string_view line) {
  const size_t blank = line.find_last_of(" \t");
  return blank == std::string_view::npos ? line : line.substr(blank + 1);
}

/// ", which", ".[2] It", ")": what stands behind the last word of another line.
bool starts_with_stop(std::string_view line) {
  constexpr std::string_view stops = ",;.:)]";
  return !line.empty() && stops.find(line.front()) != std::string_view::npos;
}

/// A line of a stop or two and nothing else.
bool is_stop(std::string_view line) {
  constexpr size_t longest = 2;
  return starts_with_stop(line) && line.size() <= longest && starts_with_stop(line.substr(line.size() - 1));
}

/// True where nothing but words can tell whether the line break stands inside a sentence.
bool may_continue(std::string_view before, std::string_view after) {
  if (ends_sentence(before) || is_snippet(after) || is_snippet(before) || is_bullet(after)) return false;
  if (heads_comments(before)) return false;
  return (is_stop(before) || !is_boilerplate_line(before)) && (is_stop(after) || !is_boilerplate_line(after));
}

/// True where a line is worded like a part of a sentence rather than like a heading.
bool reads_on(std::string_view line) {
  constexpr size_t least_words = 4;
  return starts_lower(last_word(line)) &&
         (count_words(line) >= least_words || line.find(", ") != std::string_view::npos);
}

/// True where the lines are of one fixed width, as in text that was wrapped by a program.
bool is_wrapped(std::string_view text, const std::vector<Line>& chunk) {
  if (chunk.size() < 3) return false;
  uint64_t widest = 0;
  size_t inside = 0;
  for (const Line& line : chunk) widest = std::max(widest, line.span.size());
  if (widest > 130 || widest < 40) return false;
  for (size_t index = 0; index + 1 < chunk.size(); ++index) {
    if (chunk[index].span.size() * 10 < widest * 7) return false;
    const std::string_view line = cut(text, chunk[index].span);
    if (starts_with_marker(cut(text, chunk[index + 1].span)) && ends_sentence(line)) return false;
    inside += !ends_sentence(line);
  }
  return inside * 2 >= chunk.size() - 1;
}

/// True where a line of running text is no heading, whatever follows it.
bool is_inside(std::string_view line) {
  return starts_lower(line) || starts_with_stop(line) || holds_statement(line, 1);
}

/// True where the line break stands before or behind words that were a link. What follows a statement in its
/// line is no heading, and what a stop stands behind on the next line is the end of no paragraph.
bool breaks_at_link(std::string_view before, std::string_view content, std::string_view next, bool prose) {
  if (before.ends_with(':') || !may_continue(before, content)) return false;
  return (prose && (is_inside(before) || content.front() == '(')) ||
         (starts_with_stop(next) && next.front() != ':' && reads_on(before));
}

}  // namespace

bool goes_on(std::string_view before, std::string_view after) {
  return goes_on_for_sure(before, after) ||
         (may_continue(before, after) && !before.ends_with(':') && !is_short(before));
}

bool goes_on_for_sure(std::string_view before, std::string_view after) {
  if (!may_continue(before, after)) return false;
  if (starts_lower(after) || starts_with_stop(after) || leaves_bracket_open(before)) return true;
  const char last = before.back();
  if (last == ',' || last == ';') return true;
  const std::string_view word = last_word(before);
  return std::find(open_words.begin(), open_words.end(), word) != open_words.end();
}

std::vector<Line> rejoin(std::string_view text, const std::vector<Line>& chunk) {
  if (is_wrapped(text, chunk) && !is_bullet(cut(text, chunk.front().span))) {
    return {{{chunk.front().span.start, chunk.back().span.end}}};
  }
  std::vector<Line> out;
  std::string_view before;
  // Only the last line, not all that was joined, is looked at, so that long texts stay linear.
  bool prose = false;
  for (size_t index = 0; index < chunk.size(); ++index) {
    const std::string_view content = cut(text, chunk[index].span);
    const std::string_view next =
        index + 1 < chunk.size() ? cut(text, chunk[index + 1].span) : std::string_view();
    const bool joined =
        !out.empty() && (goes_on(before, content) || breaks_at_link(before, content, next, prose));
    if (joined) {
      out.back().span.end = chunk[index].span.end;
    } else {
      out.push_back(chunk[index]);
    }
    const bool stopped = joined && content.front() == '.' && !is_stop(content);
    prose = (joined && prose) || stopped || holds_statement(content, joined ? 1 : 3);
    before = content;
  }
  return out;
}

}  // namespace evident::read::plain
