// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/plain/entry_layout.hpp"

#include <algorithm>

#include "read/plain/entry_shapes.hpp"

namespace evident::read::plain {

EntryLayout::EntryLayout(std::string_view text, const std::vector<Line>& lines,
                         const std::vector<size_t>& list)
    : m_text(text), m_lines(lines) {
  find_indent(list);
  find_paragraphs(list);
  find_wrapping(list);
}

/// Columns before a line.
uint64_t EntryLayout::indent(size_t index) const {
  constexpr uint64_t tabulator = 8;
  uint64_t columns = 0;
  for (uint64_t at = m_lines[index].span.start; at > 0; --at) {
    const char c = m_text[at - 1];
    if (c != ' ' && c != '\t') break;
    columns += c == '\t' ? tabulator : 1;
  }
  return columns;
}

/// Two levels, the first line of the list on that of the openings. No entry opens inside a row of authors.
void EntryLayout::find_indent(const std::vector<size_t>& list) {
  if (list.empty()) return;
  const uint64_t opening = indent(list.front());
  std::optional<uint64_t> other;
  size_t openings = 0, others = 0;
  for (size_t at = 0; at < list.size(); ++at) {
    const uint64_t here = indent(list[at]);
    if (here == opening) {
      if (at > 0 && ends_amid_entry(line(list[at - 1]))) return;
      ++openings;
    } else {
      if (other.value_or(here) != here) return;
      other = here;
      ++others;
    }
  }
  if (openings >= 2 && others >= 2 && others * 2 >= openings) m_opening = opening;
}

/// Blank lines tell where few paragraphs hold lines that look like another entry.
void EntryLayout::find_paragraphs(const std::vector<size_t>& list) {
  size_t told = 0, longer = 0, mixed = 0;
  for (size_t first = 0; first < list.size();) {
    size_t end = first + 1;
    bool dated = is_dated(line(list[first])), several = false;
    for (; end < list.size() && list[end] == list[end - 1] + 1; ++end) {
      const std::string_view here = line(list[end]), above = line(list[end - 1]);
      const bool tells = opens_with_authors(here) || (ends_entry(above) && looks_like_reference(here));
      several = several ||
                (dated && !ends_amid_entry(above) && starts_upper(here) && !is_address_line(here) && tells);
      dated = dated || is_dated(here);
    }
    told += dated;
    longer += end - first > 1;
    mixed += several;
    first = end;
  }
  m_paragraphs = told >= 2 && mixed * 3 <= longer;
}

void EntryLayout::find_wrapping(const std::vector<size_t>& list) {
  constexpr size_t widest = 130;
  size_t open = 0;
  bool narrow = true;
  for (const size_t index : list) {
    open += !ends_entry(line(index));
    narrow = narrow && line(index).size() <= widest;
    m_dates_first = m_dates_first || opens_with_authors_and_date(line(index));
  }
  m_wrapped = narrow && open * 3 >= list.size();
}

bool EntryLayout::opens(size_t index, std::string_view entry, bool dated, bool paragraph) const {
  const std::string_view here = line(index);
  if (m_opening && !(paragraph && ends_entry(entry))) return indent(index) == *m_opening;
  if (paragraph || entry.empty()) return true;
  if (m_paragraphs || ends_amid_entry(entry)) return false;
  if (dated && (opens_with_authors(here) || opens_with_authors_and_date(here))) return true;
  if (m_wrapped && m_dates_first) return false;
  if (m_wrapped) return dated && ends_entry(entry);
  return ends_sentence(entry) || (ends_entry(entry) && opens_with_name(here)) ||
         opens_with_authors_and_date(here);
}

}  // namespace evident::read::plain
