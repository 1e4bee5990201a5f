// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/pdf/passages.hpp"

#include <algorithm>
#include <utility>

#include "read/pdf/entry_lines.hpp"
#include "read/pdf/hyphens.hpp"
#include "read/plain/line_shapes.hpp"
#include "read/plain/lines.hpp"
#include "read/plain/paragraphs.hpp"
#include "read/plain/reference_list.hpp"

namespace evident::read::pdf {
namespace {

using plain::cut;

constexpr size_t floats_between = 8;    // passages that may part a paragraph
constexpr size_t heading_length = 100;  // bytes; longer lines are text
constexpr size_t shortest_line = 30;    // bytes of a line that fills a column
constexpr size_t indent_of_first = 2;   // blanks

/// Puts the lines of prose together.
class Gatherer {
 public:
  Gatherer(std::string_view drawn, const std::vector<PageLine>& lines) : m_drawn(drawn), m_lines(lines) {}

  std::vector<Passage> gather() {
    for (size_t at = 0; at < m_lines.size();) {
      if (heads_list(at)) {
        if (const size_t end = add_entries(at)) {
          at = end;
          continue;
        }
      }
      size_t end = at + 1;
      while (end < m_lines.size() && !m_lines[end].gap_before && !heads_list(end)) ++end;
      add_chunk(at, end);
      at = end;
    }
    return join_parts();
  }

 private:
  std::string_view words(const PageLine& line) const { return cut(m_drawn, line.span); }

  /// The heading of a reference list: where no gap sets it off, a first number below it tells.
  bool heads_list(size_t at) const {
    if (!plain::is_reference_heading(words(m_lines[at]))) return false;
    long number = 0;
    return m_lines[at].gap_before ||
           (at + 1 < m_lines.size() && label_at(words(m_lines[at + 1]), number) > 0 && number == 1);
  }

  /// A reference list from its heading on; the line behind it, or 0 where there is none.
  size_t add_entries(size_t heading) {
    const EntryLines list = entry_lines(m_drawn, m_lines, heading + 1);
    if (list.starts.empty()) return 0;
    m_passages.push_back({{m_lines[heading]}, false, false});
    for (size_t at = 0; at < list.starts.size(); ++at) {
      const size_t end = at + 1 < list.starts.size() ? list.starts[at + 1] : list.end;
      Passage entry;
      entry.entry = true;
      entry.lines.assign(m_lines.begin() + static_cast<std::ptrdiff_t>(list.starts[at]),
                         m_lines.begin() + static_cast<std::ptrdiff_t>(end));
      m_passages.push_back(std::move(entry));
    }
    return list.end;
  }

  /// Lines without a gap between them.
  void add_chunk(size_t first, size_t end) {
    size_t tabbed = 0, indented = 0, widest = 0;
    uint32_t base = m_lines[first].indent;
    for (size_t at = first; at < end; ++at) {
      tabbed += words(m_lines[at]).find('\t') != std::string_view::npos;
      base = std::min(base, m_lines[at].indent);
      widest = std::max<size_t>(widest, m_lines[at].span.size());
    }
    for (size_t at = first; at < end; ++at) indented += m_lines[at].indent > base;
    if (end - first > 1 && tabbed * 2 >= end - first) {
      Passage rows;
      rows.table = true;
      rows.lines.assign(m_lines.begin() + static_cast<std::ptrdiff_t>(first),
                        m_lines.begin() + static_cast<std::ptrdiff_t>(end));
      m_passages.push_back(std::move(rows));
      return;
    }
    const bool hanging = m_lines[first].indent == base && indented * 2 > end - first;
    for (size_t at = first; at < end; ++at) {
      if (at == first || begins(m_lines[at - 1], m_lines[at], base, hanging, widest))
        m_passages.push_back({});
      m_passages.back().lines.push_back(m_lines[at]);
    }
  }

  bool begins(const PageLine& above, const PageLine& line, uint32_t base, bool hanging, size_t widest) const {
    const std::string_view before = words(above), here = words(line);
    if (hanging) return line.indent == base;
    if (line.indent >= base + indent_of_first && above.indent == base && !plain::starts_lower(here))
      return true;
    if (plain::is_bullet(here)) return true;
    return plain::ends_sentence(before) && before.size() * 4 < widest * 3 && plain::starts_upper(here);
  }

  bool is_prose(const Passage& passage) const {
    if (passage.table || passage.entry) return false;
    const std::string_view first = words(passage.lines.front());
    return (passage.lines.size() > 1 || first.size() > heading_length) && !plain::is_caption(first);
  }

  /// True where a passage stops in the middle of a sentence.
  bool is_open(const Passage& passage) const {
    return is_prose(passage) && !plain::ends_sentence(words(passage.lines.back()));
  }

  /// The first line of a paragraph may stand alone at the foot of a column.
  bool may_be_open(const Passage& passage) const {
    if (passage.table || passage.entry || passage.lines.size() > 1) return false;
    const std::string_view line = words(passage.lines.front());
    return line.size() >= shortest_line && !plain::ends_sentence(line) && !plain::is_caption(line);
  }

  /// True where a passage can only go on with what another one began.
  bool goes_on(const Passage& open, const Passage& next) const {
    if (next.table || next.entry) return false;
    const std::string_view last = words(open.lines.back()), first = words(next.lines.front());
    if (plain::is_caption(first) || plain::is_bullet(first)) return false;
    if (plain::starts_with_marker(first)) return true;
    if (hyphen_at_end(last) > 0 && plain::starts_lower(first)) return true;
    return goes_on_in_small_letters(next) || first.front() == ',' || first.front() == ';' ||
           first.front() == ')';
  }

  /// Not "a Department of ..." and not a few words by themselves.
  bool goes_on_in_small_letters(const Passage& next) const {
    const std::string_view first = words(next.lines.front());
    if (!plain::starts_lower(first)) return false;
    if (first.size() > 2 && first[1] == ' ' && plain::starts_upper(first.substr(2))) return false;
    return next.lines.size() > 1 || first.size() >= shortest_line || plain::ends_sentence(first);
  }

  /// "... as shown by" and "Smith": a full line above the end of a column, and running text below it.
  bool may_go_on(const Passage& open, const Passage& next) const {
    if (!is_prose(next) || plain::is_bullet(words(next.lines.front()))) return false;
    size_t widest = 0;
    for (const PageLine& line : open.lines) widest = std::max<size_t>(widest, line.span.size());
    return open.lines.back().span.size() * 10 >= widest * 7 && open.lines.size() > 1;
  }

  /// The passage that goes on with another one: the nearest one before it that is open.
  Passage* opened_by(const Passage& next, std::vector<Passage>& before) const {
    if (before.empty() || next.table || next.entry) return nullptr;
    Passage& last = before.back();
    // A marker that a column parts from its sentence stands behind the full stop.
    const bool marker = is_prose(last) && plain::starts_with_marker(words(next.lines.front()));
    if (marker || (m_in_body && is_open(last) && may_go_on(last, next))) return &last;
    if (m_in_body && may_be_open(last) && goes_on(last, next)) return &last;
    for (size_t back = 0; back < before.size() && back <= floats_between; ++back) {
      Passage& candidate = before[before.size() - 1 - back];
      if (candidate.entry) return nullptr;
      if (is_open(candidate)) return goes_on(candidate, next) ? &candidate : nullptr;
    }
    return nullptr;
  }

  /// Parts of one paragraph that columns, pages and floats have parted.
  std::vector<Passage> join_parts() {
    std::vector<Passage> out;
    for (Passage& next : m_passages) {
      if (Passage* open = opened_by(next, out)) {
        open->lines.insert(open->lines.end(), next.lines.begin(), next.lines.end());
      } else {
        out.push_back(std::move(next));
      }
      m_in_body = m_in_body || (is_prose(out.back()) && plain::ends_sentence(words(out.back().lines.back())));
    }
    return out;
  }

  std::string_view m_drawn;
  const std::vector<PageLine>& m_lines;
  std::vector<Passage> m_passages;
  bool m_in_body = false;  ///< running text was met; above it are titles, names and addresses
};

}  // namespace

std::vector<Passage> passages(std::string_view drawn, const std::vector<PageLine>& lines) {
  return Gatherer(drawn, lines).gather();
}

}  // namespace evident::read::pdf
