// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/outline.hpp"

#include <algorithm>
#include <string_view>

namespace evident::read::wikitext {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

/// Cuts a range at the line breaks of its own text. A line that holds comments alone is none.
std::vector<Range> lines_of(const Markup& markup, Range range) {
  std::vector<Range> out;
  Range line = range;
  bool comment = false, words = false;
  const auto end_line = [&](uint32_t end, uint32_t tokens) {
    line.end = end;
    line.last = tokens;
    if (!comment || words) out.push_back(line);
    comment = words = false;
    line = {end + 1, range.end, tokens, range.last};
  };
  Walk walk(markup, range);
  while (walk.next()) {
    if (!walk.is_text()) {
      (walk.token().mark == Mark::comment ? comment : words) = true;
      continue;
    }
    const Range rest = walk.rest();
    for (auto at = static_cast<uint32_t>(walk.span().start); at < walk.span().end; ++at) {
      const char c = markup.text()[at];
      if (c == '\n') {
        end_line(at, rest.first);
      } else if (!is_blank(c)) {
        words = true;
      }
    }
  }
  end_line(range.end, range.last);
  return out;
}

class Reading {
 public:
  explicit Reading(const Markup& markup) : m_markup(markup) {}
  Outline read(Range range);

 private:
  Line line(Range range) const;
  std::string_view text(Range range) const { return m_markup.text(range.span()); }
  /// For each "{|" line whether a "|}" answers to it.
  void match_tables(std::vector<Line>& lines);

  const Markup& m_markup;
  Outline m_out;
};

/// "== Words ==" with anything that prints nothing behind it.
int heading_level(std::string_view words) {
  int level = 0;
  while (level < 6 && !words.empty() && words.front() == '=') {
    words.remove_prefix(1);
    ++level;
  }
  int behind = 0;
  while (behind < level && !words.empty() && words.back() == '=') {
    words.remove_suffix(1);
    ++behind;
  }
  return words.empty() ? 0 : behind;
}

Line Reading::line(Range range) const {
  Line out;
  out.range = range;
  // Comments at the ends of a line print nothing and hide nothing.
  while (range.first < range.last && m_markup.token(range.last - 1).mark == Mark::comment &&
         m_markup.trimmed(m_markup.from(range, m_markup.token(range.last - 1).end)).empty()) {
    range = m_markup.upto(range, m_markup.token(range.last - 1).start);
  }
  while (range.first < range.last && m_markup.token(range.first).mark == Mark::comment &&
         m_markup.token(range.first).start == range.start) {
    range = m_markup.from(range, m_markup.token(range.first).end);
  }
  std::string_view words = text(range);
  while (!words.empty() && is_blank(words.back())) words.remove_suffix(1);
  if (words.find_first_not_of(" \t\r") == std::string_view::npos) {
    out.kind = LineKind::blank;
    return out;
  }
  const auto after = [&](size_t signs) {
    return m_markup.trimmed(m_markup.from(range, range.start + static_cast<uint32_t>(signs)));
  };
  const bool starts_with_token = range.first < range.last && m_markup.token(range.first).start == range.start;
  if (starts_with_token) return out;
  if (words.front() == '=') {
    out.level = heading_level(words);
    if (out.level > 0) {
      out.kind = LineKind::heading;
      out.range =
          m_markup.upto(after(static_cast<size_t>(out.level)),
                        range.start + static_cast<uint32_t>(words.size()) - static_cast<uint32_t>(out.level));
      return out;
    }
  }
  const size_t indent = words.find_first_not_of(" \t:");
  const std::string_view bare = indent == std::string_view::npos ? "" : words.substr(indent);
  if (bare.starts_with("{|")) {
    out.kind = LineKind::table_start;
    return out;
  }
  const size_t blanks = words.find_first_not_of(" \t");
  const std::string_view row = words.substr(blanks);
  if (row.starts_with("|}") && !row.starts_with("|}}")) {
    out.kind = LineKind::table_end;
    out.range = after(blanks + 2);
  } else if (row.starts_with("|-")) {
    out.kind = LineKind::table_row;
  } else if (row.starts_with("|+")) {
    out.kind = LineKind::table_caption;
    out.range = after(blanks + 2);
  } else if (row.front() == '|' || row.front() == '!') {
    out.kind = LineKind::table_cells;
    out.level = row.front() == '!' ? 1 : 0;
    out.range = after(blanks + 1);
  } else if (words.starts_with("----")) {
    out.kind = LineKind::rule;
    out.range = after(std::min(words.find_first_not_of('-'), words.size()));
  } else if (const size_t signs = std::min(words.find_first_of("*#:;"), words.size()); signs == 0) {
    out.kind = LineKind::list_item;
    out.range = after(std::min(words.find_first_not_of("*#:; \t"), words.size()));
  }
  return out;
}

void Reading::match_tables(std::vector<Line>& lines) {
  std::vector<size_t> open;
  std::vector<bool> closed(lines.size(), false);
  for (size_t at = 0; at < lines.size(); ++at) {
    if (lines[at].kind == LineKind::table_start) open.push_back(at);
    if (lines[at].kind != LineKind::table_end) continue;
    if (open.empty()) {
      lines[at].kind = LineKind::text;  // ends nothing
    } else {
      closed[open.back()] = true;
      open.pop_back();
    }
  }
  const auto goes_on = [&](size_t at) {
    return at < lines.size() && lines[at].kind >= LineKind::table_start;
  };
  int whole = 0, broken = 0;
  for (size_t at = 0; at < lines.size(); ++at) {
    Line& here = lines[at];
    if (here.kind == LineKind::table_start) {
      ++(closed[at] ? whole : broken);
      if (!closed[at]) m_out.unclosed_tables.push_back(here.range.start);
    } else if (here.kind == LineKind::table_end) {
      --whole;
      here.level = 1;
    } else if (here.kind == LineKind::blank && broken > 0 && whole <= 0 && !goes_on(at + 1)) {
      here.kind = LineKind::table_end;
      here.level = broken;
      broken = 0;
    }
  }
}

Outline Reading::read(Range range) {
  for (const Range& piece : lines_of(m_markup, range)) m_out.lines.push_back(line(piece));
  match_tables(m_out.lines);
  return std::move(m_out);
}

}  // namespace

Outline outline_of(const Markup& markup, Range range) {
  return Reading(markup).read(range);
}

}  // namespace evident::read::wikitext
