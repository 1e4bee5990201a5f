// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/plain/paragraphs.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "read/plain/boilerplate.hpp"
#include "text/sentences.hpp"

namespace evident::read::plain {
namespace {

using model::BlockKind;

constexpr size_t heading_length = 100;
constexpr size_t heading_words = 14;

/// Words after which no line of running text stops of its own accord.
constexpr std::array<std::string_view, 62> open_words = {
    "a",     "an",      "the",    "to",     "of",      "in",      "on",      "at",      "by",
    "for",   "with",    "and",    "or",     "as",      "from",    "into",    "than",    "that",
    "which", "is",      "are",    "was",    "were",    "be",      "like",    "between", "called",
    "his",   "her",     "its",    "their",  "via",     "using",   "through", "during",  "against",
    "about", "without", "within", "among",  "because", "whereas", "while",   "whose",   "has",
    "have",  "had",     "can",    "cannot", "may",     "might",   "will",    "would",   "should",
    "could", "must",    "not",    "such",   "these",   "this",    "those",   "both"};

size_t count_words(std::string_view line) {
  size_t count = 0;
  bool inside = false;
  for (char c : line) {
    const bool blank = c == ' ' || c == '\t';
    count += !blank && !inside;
    inside = !blank;
  }
  return count;
}

std::string_view last_word(std::string_view line) {
  const size_t blank = line.find_last_of(" \t");
  return blank == std::string_view::npos ? line : line.substr(blank + 1);
}

bool is_short(std::string_view line) {
  return line.size() <= heading_length && count_words(line) <= heading_words;
}

bool is_snippet(std::string_view line) {
  return line.starts_with("... ") || line.starts_with("\xE2\x80\xA6 ");
}

/// True where a statement of some words ends inside the line; "What helps? A review" and "2. St. John" hold
/// none.
bool holds_statement(std::string_view line) {
  constexpr size_t least_words = 3;
  const std::vector<Span> parts = text::sentences(line);
  return std::any_of(parts.begin(), parts.end(), [&](const Span& part) {
    const std::string_view sentence = cut(line, trim(line, part));
    const bool number =
        sentence.size() > 1 && sentence[sentence.size() - 2] >= '0' && sentence[sentence.size() - 2] <= '9';
    return part.end < line.size() && sentence.ends_with('.') && !number &&
           count_words(sentence) >= least_words;
  });
}

bool is_heading(std::string_view line) {
  if (!is_short(line) || !starts_upper(line) || is_bullet(line) || is_snippet(line) || has_marker(line))
    return false;
  const char last = line.back();
  if (last == '.' || last == ',' || last == ';' || last == '!') return false;
  return (last == '?' || !ends_sentence(line)) && !holds_statement(line);
}

/// True where the line break stands inside a sentence.
bool continues(std::string_view before, std::string_view after) {
  if (ends_sentence(before) || is_snippet(after) || is_snippet(before)) return false;
  if (is_bullet(after)) return false;
  if (is_boilerplate_line(before) || is_boilerplate_line(after)) return false;
  if (starts_lower(after)) return true;
  const char first = after.front();
  if (first == ',' || first == ';' || first == '.' || first == ':' || first == ')') return true;
  const char last = before.back();
  if (last == ',' || last == ';') return true;
  if (last == ':') return false;
  const std::string_view word = last_word(before);
  if (std::find(open_words.begin(), open_words.end(), word) != open_words.end()) return true;
  return !is_short(before);
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

std::vector<Line> rejoin(std::string_view text, const std::vector<Line>& chunk) {
  if (is_wrapped(text, chunk) && !is_bullet(cut(text, chunk.front().span))) {
    return {{{chunk.front().span.start, chunk.back().span.end}}};
  }
  std::vector<Line> out;
  std::string_view before;
  for (const Line& line : chunk) {
    const std::string_view content = cut(text, line.span);
    if (!out.empty() && continues(before, content)) {
      out.back().span.end = line.span.end;
    } else {
      out.push_back(line);
    }
    // Only the last line, not all that was joined, so that long texts stay linear; a joined line is no
    // heading.
    before = content;
  }
  return out;
}

bool is_info_box(std::string_view text, const std::vector<Line>& chunk) {
  if (chunk.size() < 4) return false;
  size_t brief = 0;
  size_t bullets = 0;
  for (const Line& line : chunk) {
    const std::string_view content = cut(text, line.span);
    brief += is_short(content) && (!ends_sentence(content) || content.back() == ')');
    bullets += is_bullet(content) || is_snippet(content);
  }
  return bullets == 0 && brief * 4 >= chunk.size() * 3;
}

/// Search results print pieces of sentences between ellipses; each is a text of its own.
void add_snippets(std::string_view text, const Span& span, std::vector<Piece>& out) {
  size_t at = span.start;
  while (at < span.end) {
    size_t stop = at;
    size_t width = 0;
    for (; stop < span.end && width == 0; ++stop) {
      if (text.substr(stop, 3) == "...") width = 3;
      if (text.substr(stop, 3) == "\xE2\x80\xA6") width = 3;
      if (width > 0) break;
    }
    const Span snippet = trim(text, {at, std::min<uint64_t>(stop, span.end)});
    if (!snippet.empty()) out.push_back({BlockKind::paragraph, snippet});
    if (width > 0)
      out.push_back({BlockKind::boilerplate, {stop, std::min<uint64_t>(stop + width, span.end)}});
    at = stop + width;
  }
}

class Sorter {
 public:
  Sorter(std::string_view text, const std::vector<Line>& lines) : m_text(text), m_lines(lines) {}

  std::vector<Piece> sort() {
    for (const Line& line : m_lines) add(line);
    return std::move(m_pieces);
  }

 private:
  void add(const Line& line) {
    const std::string_view content = cut(m_text, line.span);
    const std::string_view before = m_before;
    m_before = content;
    if (is_snippet(content)) {
      // The short line above names the page the snippets come from, whatever it looks like.
      if (!m_pieces.empty() && is_short(cut(m_text, m_pieces.back().span)) &&
          m_pieces.back().kind == BlockKind::paragraph && m_pieces.size() == 1) {
        m_pieces.back().kind = BlockKind::heading;
      }
      add_snippets(m_text, line.span, m_pieces);
      return;
    }
    if (starts_with_marker(content) && !m_pieces.empty() && m_pieces.back().kind == BlockKind::paragraph) {
      m_pieces.back().span.end = line.span.end;
      return;
    }
    if (is_boilerplate_line(content) || is_self_talk(content)) {
      m_pieces.push_back({BlockKind::boilerplate, line.span});
    } else if (is_bullet(content)) {
      m_pieces.push_back({BlockKind::list_item, line.span});
    } else if (is_caption(content)) {
      m_pieces.push_back({BlockKind::caption, line.span});
    } else if (is_heading(content)) {
      m_pieces.push_back({BlockKind::heading, line.span});
    } else if (!m_pieces.empty() && joins_sentences(before, content)) {
      m_pieces.back().span.end = line.span.end;
    } else {
      m_pieces.push_back({BlockKind::paragraph, line.span});
    }
  }

  /// In a list with one sentence a line, a line is the next sentence of the same text.
  bool joins_sentences(std::string_view before, std::string_view content) {
    if (m_pieces.back().kind != BlockKind::paragraph || is_snippet(before)) return false;
    if (!m_judged) {
      m_judged = true;
      m_sentence_list = std::any_of(m_lines.begin(), m_lines.end(), [&](const Line& line) {
        return starts_with_marker(cut(m_text, line.span));
      });
    }
    return m_sentence_list || (!several_sentences(before) && !several_sentences(content));
  }

  std::string_view m_text;
  const std::vector<Line>& m_lines;
  std::vector<Piece> m_pieces;
  std::string_view m_before;  ///< the line above
  bool m_judged = false;
  bool m_sentence_list = false;
};

}  // namespace

bool is_bullet(std::string_view line) {
  return line.starts_with("- ") || line.starts_with("* ") || line.starts_with("\xE2\x80\xA2") ||
         line.starts_with("\xE2\x80\x93 ") || line.starts_with("\xC2\xB7");
}

bool is_caption(std::string_view line) {
  size_t at = 0;
  for (std::string_view name :
       {"Figure ", "Fig. ", "Fig ", "FIGURE ", "FIG. ", "Table ", "TABLE ", "Box ", "Scheme "}) {
    if (line.starts_with(name)) at = name.size();
  }
  if (at == 0) return false;
  const size_t number = at;
  while (at < line.size() && ((line[at] >= '0' && line[at] <= '9') || (line[at] == 'S' && at == number)))
    ++at;
  if (at == number || at >= line.size()) return false;
  if (line[at] == '.' || line[at] == ':' || line[at] == '|') return true;
  return line[at] == ' ' && at + 1 < line.size() && line[at + 1] >= 'A' && line[at + 1] <= 'Z';
}

std::vector<Piece> pieces_of(std::string_view text, const std::vector<Line>& chunk) {
  const std::vector<Line> lines = rejoin(text, chunk);
  if (is_info_box(text, lines)) {
    const bool page = std::all_of(lines.begin(), lines.end(), [&](const Line& line) {
      return is_boilerplate_line(cut(text, line.span));
    });
    const Span span = {lines.front().span.start, lines.back().span.end};
    return {{page ? BlockKind::boilerplate : BlockKind::info_box, span}};
  }
  return Sorter(text, lines).sort();
}

}  // namespace evident::read::plain
