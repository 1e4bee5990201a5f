// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/pdf/entry_lines.hpp"

#include <algorithm>
#include <string>

#include "read/plain/lines.hpp"
#include "read/plain/paragraphs.hpp"

namespace evident::read::pdf {
namespace {

using plain::cut;

constexpr size_t longest_entry = 40;  // lines
constexpr size_t heading_length = 60;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool has_digit(std::string_view line) {
  return std::any_of(line.begin(), line.end(), is_digit);
}

class List {
 public:
  List(std::string_view drawn, const std::vector<PageLine>& lines, size_t first)
      : m_drawn(drawn), m_lines(lines), m_first(first) {}

  EntryLines take() {
    long number = 0;
    if (m_first >= m_lines.size()) return {};
    if (const size_t size = label_at(words(m_first), number); size > 0 && number == 1) {
      m_style = style_of(words(m_first), size);
      return numbered();
    }
    return unnumbered();
  }

 private:
  std::string_view words(size_t at) const { return cut(m_drawn, m_lines[at].span); }

  /// What stands around a number: "[]", ".", "" for a blank.
  static std::string style_of(std::string_view line, size_t size) {
    std::string style;
    for (char c : {line.front(), line[size - 1]}) {
      if (!is_digit(c)) style += c;
    }
    return style;
  }

  /// A number as the list's own: "(4): 15-20" is none of "4. Author".
  bool is_label(size_t at, long& number) const {
    const size_t size = label_at(words(at), number);
    return size > 0 && style_of(words(at), size) == m_style;
  }

  /// A heading of what follows the list: "Figure legends", "Appendix".
  bool looks_like_heading(size_t at) const {
    const std::string_view line = words(at);
    return m_lines[at].gap_before && line.size() <= heading_length && plain::starts_upper(line) &&
           !has_digit(line) && !plain::ends_sentence(line) && line.find(',') == std::string_view::npos;
  }

  EntryLines numbered() const {
    EntryLines list;
    long last = 0;
    size_t behind = m_first;  // the entry's last line
    for (size_t at = m_first; at < m_lines.size(); ++at) {
      long number = 0;
      const bool labelled = is_label(at, number);
      if (labelled && number > last && number <= last + 2 && (number == last + 1 || m_lines[at].gap_before)) {
        list.starts.push_back(at);
        last = number;
        behind = at;
      } else if (plain::is_caption(words(at)) || (looks_like_heading(at) && !goes_on_behind(at, last))) {
        list.end = at;
        return list;
      } else if (at - list.starts.back() > longest_entry) {
        list.end = behind + 1;
        return list;
      } else if (!m_lines[at].gap_before || !plain::ends_sentence(words(behind)) ||
                 plain::starts_lower(words(at))) {
        behind = at;
      } else if (!goes_on_behind(at, last)) {
        list.end = at;
        return list;
      }
    }
    list.end = m_lines.size();
    return list;
  }

  /// The next number of the list stands not far behind a line.
  bool goes_on_behind(size_t from, long last) const {
    const size_t to = std::min(m_lines.size(), from + longest_entry);
    for (size_t at = from + 1; at < to; ++at) {
      long number = 0;
      if (is_label(at, number) && number == last + 1) return true;
    }
    return false;
  }

  EntryLines unnumbered() const {
    size_t end = m_first;
    while (end < m_lines.size() && !plain::is_caption(words(end)) &&
           !(end > m_first && looks_like_heading(end)))
      ++end;
    EntryLines list;
    list.end = end;
    // Where most entries are longer than a line, the lines at the margin are fewer than the indented ones or
    // not much more.
    size_t margin = 0, indented = 0;
    for (size_t at = m_first; at < end; ++at) ++(m_lines[at].indent == 0 ? margin : indented);
    const bool hanging = indented * 4 >= margin && m_lines[m_first].indent == 0;
    size_t widest = 0;
    for (size_t at = m_first; at < end; ++at) widest = std::max<size_t>(widest, m_lines[at].span.size());
    for (size_t at = m_first; at < end; ++at) {
      if (at == m_first || (hanging ? m_lines[at].indent == 0 : begins(at, widest)))
        list.starts.push_back(at);
    }
    return list;
  }

  bool begins(size_t at, size_t widest) const {
    const std::string_view above = words(at - 1), line = words(at);
    if (!plain::starts_upper(line) || is_digit(line.front())) return false;
    if (!plain::ends_sentence(above) && !is_digit(above.back())) return false;
    return m_lines[at].gap_before || above.size() * 10 < widest * 9;
  }

  std::string_view m_drawn;
  const std::vector<PageLine>& m_lines;
  size_t m_first;
  std::string m_style;  // of the numbers
};

}  // namespace

size_t label_at(std::string_view line, long& number) {
  size_t at = !line.empty() && (line[0] == '[' || line[0] == '(') ? 1 : 0;
  const bool enclosed = at == 1;
  const size_t start = at;
  while (at < line.size() && is_digit(line[at]) && at - start < 4) ++at;
  if (at == start || line[start] == '0' || at >= line.size()) return 0;
  number = std::stol(std::string(line.substr(start, at - start)));
  if (enclosed) return line[at] == (line[0] == '[' ? ']' : ')') ? at + 1 : 0;
  if (line[at] == '.' || line[at] == ')') {
    // "1.5 mg" is no label.
    return at + 1 < line.size() && is_digit(line[at + 1]) ? 0 : at + 1;
  }
  return line[at] == ' ' || line[at] == '\t' ? at : 0;
}

EntryLines entry_lines(std::string_view drawn, const std::vector<PageLine>& lines, size_t first) {
  return List(drawn, lines, first).take();
}

}  // namespace evident::read::pdf
