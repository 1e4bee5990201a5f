// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/plain/page_breaks.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "read/plain/entry_shapes.hpp"
#include "read/plain/line_breaks.hpp"
#include "read/plain/line_shapes.hpp"

namespace evident::read::plain {
namespace {

constexpr size_t longest_furniture = 200;  // bytes
constexpr size_t fewest_between = 10;      // lines, from one page number to the next
constexpr size_t shortest_line = 30;       // bytes: what is shorter may be a heading
constexpr size_t furthest = 12;            // lines that are looked at for what stands around furniture

std::optional<int> number_in(std::string_view word) {
  constexpr size_t most_digits = 4;
  if (word.empty() || word.size() > most_digits ||
      word.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  return std::stoi(std::string(word));
}

/// "12", "- 12 -": a number, be it between dashes. Brackets would make it a marker, a stop that of a list.
std::optional<int> bare_number(std::string_view line) {
  constexpr size_t longest = 16;  // bytes
  constexpr std::string_view around = "0123456789 |-\xE2\x80\x93\x94";
  if (line.empty() || line.size() > longest || line.find_first_not_of(around) != std::string_view::npos)
    return std::nullopt;
  const std::vector<std::string> list = words(line);
  return list.size() == 1 ? number_in(list.front()) : std::nullopt;
}

/// Lone years head parts of a history.
bool may_be_year(int number) {
  return number >= 1900 && number < 2100;
}

/// "Page 12", "Page 2 of 9", also beside the name of a journal.
bool counts_pages(std::string_view line) {
  if (line.size() > longest_furniture || ends_sentence(line)) return false;
  const size_t at = std::min(line.find("Page "), line.find("PAGE "));
  if (at == std::string_view::npos) return false;
  const std::vector<std::string> list = words(line.substr(at));
  const std::optional<int> page = list.size() > 1 ? number_in(list[1]) : std::nullopt;
  if (!page) return false;
  if (list.size() == 2) return at == 0;
  const std::optional<int> pages = list.size() > 3 && list[2] == "of" ? number_in(list[3]) : std::nullopt;
  return pages && *page <= *pages && (at == 0 || list.size() == 4);
}

/// "124   J. SMITH ET AL."
bool ends_with_number(std::string_view line) {
  const size_t first = line.find(' '), last = line.rfind(' ');
  return first != std::string_view::npos &&
         (number_in(line.substr(0, first)) || number_in(line.substr(last + 1)));
}

/// True where a line has a name in it; a formula that is printed between the parts of a sentence has none.
bool is_named(std::string_view line) {
  constexpr size_t fewest_letters = 3;
  const std::vector<std::string> list = words(line);
  return starts_upper(line) && std::any_of(list.begin(), list.end(), [](const std::string& word) {
           return word.size() >= fewest_letters && word.find_first_of("0123456789") == std::string::npos;
         });
}

class Furniture {
 public:
  Furniture(std::string_view text, const std::vector<Line>& lines)
      : m_text(text), m_lines(lines), m_marked(lines.size(), false) {}

  std::vector<bool> find() {
    for (size_t index = 0; index < m_lines.size(); ++index) m_marked[index] = counts_pages(line(index));
    mark_rising_numbers();
    count_heads();
    mark_numbers_in_sentences();
    mark_heads();
    return std::move(m_marked);
  }

 private:
  struct Head {
    size_t lines = 0;
    size_t in_sentences = 0;
    bool numbered = false;
  };

  std::string_view line(size_t index) const { return cut(m_text, m_lines[index].span); }

  /// True where nothing but furniture stands right before a line, or behind it.
  bool is_edge(size_t index, bool before) const {
    if (before ? index == 0 : index + 1 == m_lines.size()) return true;
    const size_t beside = before ? index - 1 : index + 1;
    const size_t from = m_lines[before ? beside : index].span.end;
    const size_t to = m_lines[before ? index : beside].span.start;
    return m_lines[beside].blank() || m_marked[beside] || bare_number(line(beside)) ||
           m_text.substr(from, to - from).find('\f') != std::string_view::npos;
  }
  bool is_set_off(size_t index) const { return is_edge(index, true) && is_edge(index, false); }

  /// Numbers that count on through the file. Those of a list or a column of a table stand close together.
  void mark_rising_numbers() {
    std::optional<size_t> last;
    for (size_t index = 0; index < m_lines.size(); ++index) {
      const std::optional<int> number = bare_number(line(index));
      if (!number || may_be_year(*number) || !(is_edge(index, true) || is_edge(index, false))) continue;
      if (last && index - *last >= fewest_between && *number == *bare_number(line(*last)) + 1)
        m_marked[*last] = m_marked[index] = true;
      last = index;
    }
  }

  bool may_be_head(size_t index) const {
    const std::string_view content = line(index);
    return is_named(content) && content.size() <= longest_furniture && !is_bullet(content) &&
           !has_marker(content) && is_set_off(index);
  }

  void count_heads() {
    for (size_t index = 0; index < m_lines.size(); ++index) {
      if (!m_marked[index] && may_be_head(index)) ++m_heads[shape_of(line(index))].lines;
    }
  }

  bool repeats(size_t index) const {
    if (!may_be_head(index)) return false;
    const auto head = m_heads.find(shape_of(line(index)));
    return head != m_heads.end() && head->second.lines > 1;
  }

  /// The line of text before or behind a line, where it is near.
  std::string_view text_beside(size_t index, bool before) const {
    for (size_t step = 1; step <= furthest; ++step) {
      if (before ? step > index : index + step >= m_lines.size()) break;
      const size_t at = before ? index - step : index + step;
      if (!m_lines[at].blank() && !m_marked[at] && !bare_number(line(at)) && !repeats(at)) return line(at);
    }
    return {};
  }

  bool in_sentence(size_t index) const {
    const std::string_view before = text_beside(index, true), after = text_beside(index, false);
    return before.size() >= shortest_line && !after.empty() && goes_on_for_sure(before, after);
  }

  void mark_numbers_in_sentences() {
    for (size_t index = 0; index < m_lines.size(); ++index) {
      if (bare_number(line(index)) && is_set_off(index) && in_sentence(index)) m_marked[index] = true;
    }
  }

  /// A heading may stand several times in a text too, but hardly amid a sentence.
  void mark_heads() {
    std::vector<size_t> repeated;
    for (size_t index = 0; index < m_lines.size(); ++index) {
      if (m_marked[index] || !repeats(index)) continue;
      repeated.push_back(index);
      Head& head = m_heads[shape_of(line(index))];
      head.numbered = head.numbered || ends_with_number(line(index));
      head.in_sentences += in_sentence(index);
    }
    for (size_t index : repeated) {
      const Head& head = m_heads[shape_of(line(index))];
      m_marked[index] = head.in_sentences >= (head.numbered ? 1 : 2);
    }
  }

  std::string_view m_text;
  const std::vector<Line>& m_lines;
  std::vector<bool> m_marked;
  std::unordered_map<std::string, Head> m_heads;  // by shape
};

/// True where the line before a page break is as long as the one above: it ends there for want of room.
bool is_full(std::string_view text, const std::vector<Line>& lines, size_t index) {
  constexpr size_t shortest = 40;  // bytes
  if (index == 0 || lines[index - 1].blank()) return false;
  const size_t size = lines[index].span.size();
  return size >= shortest && size * 10 >= lines[index - 1].span.size() * 7 &&
         !ends_sentence(cut(text, lines[index].span));
}

bool goes_on_behind_page(std::string_view text, const std::vector<Line>& lines, size_t before, size_t after) {
  const uint64_t end = lines[before].span.end;
  if (text.substr(end, lines[after].span.start - end).find('\f') == std::string_view::npos) return false;
  const std::string_view next = cut(text, lines[after].span);
  return goes_on_for_sure(cut(text, lines[before].span), next) ||
         (is_full(text, lines, before) && !is_bullet(next) && !looks_like_reference(next));
}

}  // namespace

void blank_page_furniture(std::string& text) {
  const std::vector<Line> lines = split_lines(text);
  const std::vector<bool> marked = Furniture(text, lines).find();
  for (size_t index = 0; index < lines.size(); ++index) {
    if (!marked[index]) continue;
    const Span& span = lines[index].span;
    std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(span.start), span.size(), ' ');
    text[span.start] = '\f';
  }
}

std::vector<Line> without_page_breaks(std::string_view text, const std::vector<Line>& lines) {
  std::vector<Line> out;
  std::optional<size_t> before;
  for (size_t index = 0; index < lines.size(); ++index) {
    if (lines[index].blank()) continue;
    const bool on = before && goes_on_behind_page(text, lines, *before, index);
    const size_t from = before ? *before + 1 : 0;
    if (!on)
      out.insert(out.end(), lines.begin() + static_cast<std::ptrdiff_t>(from),
                 lines.begin() + static_cast<std::ptrdiff_t>(index));
    out.push_back(lines[index]);
    before = index;
  }
  return out;
}

}  // namespace evident::read::plain
