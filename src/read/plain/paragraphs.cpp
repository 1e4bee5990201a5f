// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/plain/paragraphs.hpp"

#include <algorithm>
#include <string>

#include "read/plain/boilerplate.hpp"
#include "read/plain/comments.hpp"
#include "read/plain/line_breaks.hpp"
#include "read/plain/line_shapes.hpp"

namespace evident::read::plain {
namespace {

using model::BlockKind;

bool is_heading(std::string_view line) {
  if (!is_short(line) || !starts_upper(line) || is_bullet(line) || is_snippet(line) || has_marker(line) ||
      leaves_bracket_open(line))
    return false;
  const char last = line.back();
  if (last == '.' || last == ',' || last == ';' || last == '!') return false;
  return (last == '?' || !ends_sentence(line)) && !holds_statement(line);
}

/// A label or a value of a data sheet, or any other line that is no sentence.
bool is_brief(std::string_view line) {
  return is_short(line) && (!ends_sentence(line) || line.back() == ')');
}

/// A sentence, which no data sheet holds: one that cites, or one that is too long for a value.
bool is_statement(std::string_view line) {
  constexpr size_t longest_value = 8;  // words
  if (!is_short(line)) return ends_sentence(line) || has_marker(line);
  if (is_label_value(line)) return false;
  const bool long_line = count_words(line) > longest_value;
  return has_marker(line) ? long_line || ends_sentence(line) : long_line && ends_sentence(line);
}

bool is_info_box(std::string_view text, const std::vector<Line>& chunk) {
  if (chunk.size() < 4) return false;
  size_t brief = 0;
  for (const Line& line : chunk) {
    const std::string_view content = cut(text, line.span);
    if (is_bullet(content) || is_snippet(content) || is_statement(content)) return false;
    brief += is_brief(content);
  }
  return brief * 4 >= chunk.size() * 3;
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
    for (size_t at = 0; at < m_lines.size();) {
      const size_t end = behind_data(at);
      if (end == at) {
        add(m_lines[at++]);
        continue;
      }
      m_pieces.push_back({BlockKind::info_box, {m_lines[at].span.start, m_lines[end - 1].span.end}});
      m_before = cut(m_text, m_lines[end - 1].span);
      at = end;
    }
    return std::move(m_pieces);
  }

 private:
  /// The end of a data sheet that stands at a line amid text without blank lines; that line where none does.
  size_t behind_data(size_t first) const {
    constexpr size_t fewest = 4;
    size_t end = first;
    for (; end < m_lines.size(); ++end) {
      const std::string_view content = cut(m_text, m_lines[end].span);
      if (!is_brief(content) || !is_label_value(content) || is_bullet(content)) break;
    }
    return end - first >= fewest ? end : first;
  }

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
    } else if (is_heading(content) || heads_comments(content)) {
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
