// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/plain/reference_list.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/superscript.hpp"
#include "read/plain/boilerplate.hpp"
#include "read/plain/entry_layout.hpp"
#include "read/plain/entry_shapes.hpp"
#include "read/plain/marker_style.hpp"
#include "read/section_names.hpp"
#include "text/link_names.hpp"

namespace evident::read::plain {
namespace {

constexpr std::array<std::string_view, 13> following_headings = {
    "external links",  "see also",         "further reading",   "acknowledgements",
    "acknowledgments", "appendix",         "comments",          "navigation",
    "categories",      "about the author", "about the authors", "supplementary material",
    "related articles"};

constexpr size_t longest_entry = 40;  // lines
constexpr size_t gap_allowed = 3;     // lines of page furniture between two entries of one list
constexpr uint64_t gap_of_numbers = 3;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// How an entry opens. `strong` where only reference lists do so ("1. ^").
struct Opening {
  std::string label;
  uint64_t number = 0;
  char closer = 0;  ///< behind the number: '.', ')', ']', a tabulator; 0 behind a bare one
  bool strong = false;
  bool any = false;
  bool alone = false;  ///< the entry itself stands on the next line
};

/// Digits of a number at the start of a line, raised ones made plain, and the bytes that they take.
std::pair<std::string, size_t> number_at(std::string_view line, size_t at) {
  constexpr size_t most_digits = 5;
  std::string number;
  size_t end = at;
  while (end < line.size() && is_digit(line[end]) && number.size() < most_digits) number += line[end++];
  if (!number.empty()) return {number, end - at};
  for (bool found = true; found && number.size() < most_digits;) {
    found = false;
    if (end == line.size() || static_cast<unsigned char>(line[end]) < 0x80) break;
    for (const char digit : std::string_view("0123456789")) {
      const std::string raised = superscript({&digit, 1});
      if (!line.substr(end).starts_with(raised)) continue;
      number += digit;
      end += raised.size();
      found = true;
      break;
    }
  }
  return {number, end - at};
}

/// Under the heading of a list an entry may also open with a bare number ("1 Moe A", "\u00B9 Moe A") or with
/// one that has a line for itself.
Opening opening_of(std::string_view line, bool headed = false) {
  Opening out;
  if (line.starts_with("^ ") || line.starts_with("\xE2\x86\x91")) {
    out.any = out.strong = true;
    return out;
  }
  size_t at = !line.empty() && (line[0] == '[' || line[0] == '(') ? 1 : 0;
  const char closer = at == 0 ? '.' : line[0] == '[' ? ']' : ')';
  const auto [label, length] = number_at(line, at);
  const bool raised = length > label.size();
  at += length;
  if (label.empty() || at >= line.size() || label.size() == 5 || label[0] == '0') return out;
  if (!raised && (line[at] == closer || (closer == '.' && line[at] == ')'))) {
    out.closer = line[at++];
  } else if (closer == '.' && line[at] == '\t') {
    out.closer = '\t';
  } else {
    const bool bare = closer == '.' && (raised || line[at] == ' ');
    if (!headed || !bare) return out;
    const size_t words = line.find_first_not_of(' ', at);
    if (words == std::string_view::npos || is_digit(line[words]) || !starts_upper(line.substr(words)))
      return out;
  }
  const size_t blanks = line.find_first_not_of(" \t", at);
  out.alone = blanks == std::string_view::npos;
  if (out.alone && !headed) return out;
  // "1.5 mg" begins no entry; "[1][2] Text" is a sentence with its markers on the wrong side.
  if (blanks == at && (is_digit(line[at]) || line[at] == '[' || line[at] == ',')) return out;
  out.any = true;
  out.label = label;
  out.number = std::stoull(label);
  out.strong = !out.alone && (line[blanks] == '^' || line.substr(blanks, 3) == "\xE2\x86\x91");
  return out;
}

class Finder {
 public:
  Finder(std::string_view text, const std::vector<Line>& lines) : m_text(text), m_lines(lines) {}
  std::vector<Entry> find();

 private:
  std::string_view line(size_t index) const { return cut(m_text, m_lines[index].span); }
  size_t next_line(size_t index) const;
  size_t first_entry(size_t heading) const;
  bool closes_list(size_t index) const;
  bool heads_part(size_t index, bool opens_paragraph) const;
  /// Reads a list that begins at a line; the line after it, or `first` where there is none.
  size_t numbered(size_t first, bool headed);
  bool reopens(const std::vector<Entry>& list, const Opening& opening, const Opening& head,
               size_t index) const;
  size_t unnumbered(size_t first);
  std::vector<size_t> lines_of_list(size_t first) const;
  size_t strong_unnumbered(size_t first, bool under_notes);
  void extend(Entry& entry, size_t index);
  void add_links(Entry& entry, size_t index);
  bool ends_in_links(const Entry& entry) const;
  bool is_address_of(const Entry& entry, size_t index) const;
  bool plausible(const std::vector<Entry>& list, bool headed, const Opening& head, size_t after) const;
  bool closes_text(const std::vector<Entry>& list, size_t after) const;
  std::vector<Entry> split(const std::vector<Entry>& list) const;
  void number_by_position();
  void number_by_markers();
  void mark_remarks();

  std::string_view m_text;
  const std::vector<Line>& m_lines;
  std::vector<Entry> m_entries;
  struct StrongList {
    size_t first = 0, size = 0;  ///< of m_entries
    bool notes = false;          ///< remarks, not references
    bool under_notes = false;    ///< headed "Notes", which may hold references all the same
  };
  std::vector<StrongList> m_strong_lists;  ///< lists of "^" alone
  size_t m_unnumbered_lists = 0;           ///< without "^" either
};

size_t Finder::next_line(size_t index) const {
  while (index < m_lines.size() && m_lines[index].blank()) ++index;
  return index;
}

/// The line below a heading, or below that of the first part of a numbered list.
size_t Finder::first_entry(size_t heading) const {
  const size_t first = next_line(heading + 1);
  const size_t second = first < m_lines.size() ? next_line(first + 1) : first;
  const bool part = second < m_lines.size() && is_title_like(line(first)) && !closes_list(first) &&
                    opening_of(line(second), true).number == 1;
  return part ? second : first;
}

bool Finder::closes_list(size_t index) const {
  const std::string_view content = line(index);
  if (content.size() > 80) return false;
  const std::string joined = join(words(content));
  const bool sentence = content.ends_with('.') || !starts_upper(content);
  if (!sentence && (is_about_article(content) || is_end_matter(content))) return true;
  return is_reference_heading(content) ||
         std::find(following_headings.begin(), following_headings.end(), joined) !=
             following_headings.end() ||
         is_boilerplate_line(content);
}

/// "Books", "Journal articles" above some of the entries of a list without numbers.
bool Finder::heads_part(size_t index, bool opens_paragraph) const {
  const size_t next = next_line(index + 1);
  if (next == m_lines.size() || !is_title_like(line(index)) || is_address_line(line(index))) return false;
  if (next == index + 1) return opens_with_authors(line(next));
  return opens_paragraph && !is_title_like(line(next)) &&
         (opens_with_name(line(next)) || looks_like_reference(line(next)));
}

void Finder::extend(Entry& entry, size_t index) {
  entry.last_line = index;
  entry.span.end = m_lines[index].span.end;
  entry.links = {};
}

/// A line of links belongs to the entry above it and is no part of its print.
void Finder::add_links(Entry& entry, size_t index) {
  entry.last_line = index;
  entry.links = trim(m_text, {entry.span.end, m_lines[index].span.end});
}

/// Publishers put links behind an entry: it ends there.
bool Finder::ends_in_links(const Entry& entry) const {
  constexpr size_t longest = 120;
  if (!entry.links.empty()) return true;
  const std::string_view printed = cut(m_text, entry.span);
  const std::string_view end = printed.substr(printed.size() - std::min(longest, printed.size()));
  return text::link_names_at_end(end) < end.size();
}

/// An address on a line of its own belongs to the entry above it, also across a blank line where that has
/// none yet: further down it may be that of the page.
bool Finder::is_address_of(const Entry& entry, size_t index) const {
  if (!is_address_line(line(index)) || index - entry.first_line > longest_entry) return false;
  if (index == entry.last_line + 1) return true;
  return index == entry.last_line + 2 && cut(m_text, entry.span).find("://") == std::string_view::npos;
}

bool Finder::plausible(const std::vector<Entry>& list, bool headed, const Opening& head, size_t after) const {
  if (list.empty()) return false;
  if (headed) return true;
  if (head.strong) return list.size() >= 2 || list.front().label == "1";
  if (list.size() == 2 && (head.closer == ']' || head.closer == '.')) return closes_text(list, after);
  if (list.size() < 3 || list.front().label != "1") return false;
  const auto telling = std::count_if(list.begin(), list.end(), [&](const Entry& entry) {
    return looks_like_reference(cut(m_text, entry.span));
  });
  return static_cast<size_t>(telling) * 10 >= list.size() * 6;
}

/// A short list without a heading: cited by the text above it, with nothing below it, and each entry opens
/// with a name.
bool Finder::closes_text(const std::vector<Entry>& list, size_t after) const {
  if (next_line(after) < m_lines.size()) return false;
  const std::string_view above = m_text.substr(0, list.front().span.start);
  return std::all_of(list.begin(), list.end(), [&](const Entry& entry) {
    const std::string_view printed = cut(m_text, entry.span);
    const size_t label = printed.find_first_of("].") + 1;
    const size_t words = printed.find_first_not_of(" \t", label);
    return words != std::string_view::npos && opens_with_name(printed.substr(words)) &&
           looks_like_reference(printed) && above.find("[" + entry.label + "]") != std::string_view::npos;
  });
}

/// Where, in a paragraph that holds several entries, the one with the given number opens; npos where none
/// does.
size_t entry_inside(std::string_view paragraph, std::string_view mark) {
  for (size_t at = paragraph.find(mark, 1); at != std::string_view::npos; at = paragraph.find(mark, at + 1)) {
    const size_t words = paragraph.find_first_not_of(" \t\r\n", at + mark.size());
    const size_t before = paragraph.find_last_not_of(" \t\r\n", at - 1);
    if (words == std::string_view::npos || words == at + mark.size() || before == std::string_view::npos ||
        before == at - 1)
      continue;
    const bool opens =
        paragraph[words] == '^' || (starts_upper(paragraph.substr(words)) && !is_digit(paragraph[words]));
    if (opens && ends_entry(paragraph.substr(0, before + 1))) return at;
  }
  return std::string_view::npos;
}

/// Parts entries that were run together ("1. Moe A. Bees. 2001. 2. Poe B. ..."), as far as their numbers
/// lack.
std::vector<Entry> Finder::split(const std::vector<Entry>& list) const {
  std::vector<Entry> out;
  for (size_t index = 0; index < list.size(); ++index) {
    Entry entry = list[index];
    const uint64_t next = index + 1 < list.size() ? std::stoull(list[index + 1].label) : UINT64_MAX;
    for (uint64_t number = std::stoull(entry.label) + 1; number < next; ++number) {
      const std::string_view paragraph = cut(m_text, entry.span);
      std::string mark(paragraph.substr(0, paragraph.find_first_of(".)]") + 1));
      const size_t digits = mark.find(entry.label);
      if (digits > 1) break;
      mark.replace(digits, entry.label.size(), std::to_string(number));
      const size_t at = entry_inside(paragraph, mark);
      if (at == std::string_view::npos) break;
      Entry head = entry;
      head.span = trim(m_text, {entry.span.start, entry.span.start + at});
      head.links = {};
      out.push_back(std::move(head));
      entry.span.start += at;
      entry.label = std::to_string(number);
    }
    out.push_back(std::move(entry));
  }
  return out;
}

/// Where a page has a list of references besides its notes, what cites nothing in the notes is a remark.
void Finder::mark_remarks() {
  const bool both = std::any_of(m_strong_lists.begin(), m_strong_lists.end(),
                                [](const StrongList& list) { return !list.under_notes; });
  if (!both) return;
  for (StrongList& list : m_strong_lists) {
    if (!list.under_notes) continue;
    list.notes = true;
    for (size_t index = list.first; index < list.first + list.size; ++index)
      m_entries[index].remark = !looks_like_reference(cut(m_text, m_entries[index].span));
  }
}

/// A copy of a wiki's page may lose the numbers of its list, but not its order. Where there are several
/// lists besides notes, nothing tells which the numbers of the text mean.
void Finder::number_by_position() {
  const StrongList* only = nullptr;
  size_t strong = 0;
  for (const StrongList& list : m_strong_lists) {
    strong += list.size;
    if (list.notes) continue;
    if (only != nullptr) return;
    only = &list;
  }
  if (only == nullptr || strong != m_entries.size()) return;
  for (size_t index = 0; index < only->size; ++index)
    m_entries[only->first + index].label = std::to_string(index + 1);
}

/// A browser may copy a list without its numbers. Markers tell that there were some, and a greatest one that
/// is the count of the entries that none was lost or cut in two.
void Finder::number_by_markers() {
  const bool others = std::any_of(m_entries.begin(), m_entries.end(),
                                  [](const Entry& entry) { return !entry.label.empty(); });
  if (m_unnumbered_lists != 1 || !m_strong_lists.empty() || others) return;
  const std::string_view above = m_text.substr(0, m_entries.front().span.start);
  if (greatest_marker(above) != m_entries.size() || cites_by_year(above)) return;
  for (size_t index = 0; index < m_entries.size(); ++index)
    m_entries[index].label = std::to_string(index + 1);
}

/// An entry whose number was given before, or stands behind a higher one: printed as the others are, below
/// one that is whole. A broken line may begin with the number of a page.
bool Finder::reopens(const std::vector<Entry>& list, const Opening& opening, const Opening& head,
                     size_t index) const {
  return !list.empty() && opening.any && !opening.label.empty() && head.closer != 0 &&
         opening.closer == head.closer && opening.strong == head.strong &&
         looks_like_reference(line(index)) && looks_like_reference(cut(m_text, list.back().span));
}

size_t Finder::numbered(size_t first, bool headed) {
  std::vector<Entry> list;
  const Opening head = opening_of(line(first), headed);
  uint64_t last = 0;
  size_t strays = 0;
  size_t after = first;
  bool blank_before = false;
  bool alone = false;
  for (size_t index = first; index < m_lines.size(); ++index) {
    if (m_lines[index].blank()) {
      blank_before = true;
      continue;
    }
    const Opening opening = opening_of(line(index), headed);
    // Bare numbers stand everywhere: only the next one opens an entry.
    const bool bare = opening.closer == 0;
    const bool opens = opening.any && !opening.label.empty() && opening.strong == head.strong &&
                       bare == (head.closer == 0) && opening.number > last &&
                       (list.empty() || opening.number <= last + (bare ? 1 : gap_of_numbers));
    if (opens || (headed && reopens(list, opening, head, index))) {
      list.push_back({index, index, m_lines[index].span, opening.label});
      last = std::max(last, opening.number);
      alone = opening.alone;
      strays = 0;
      after = index + 1;
    } else if (!list.empty() && is_address_of(list.back(), index)) {
      extend(list.back(), index);
      after = index + 1;
    } else if (!list.empty() && strays == 0 && text::is_link_names(line(index))) {
      add_links(list.back(), index);
      after = index + 1;
    } else if (closes_list(index)) {
      // Furniture between pages of one list is passed over; the next heading ends it.
      if (++strays > gap_allowed || list.empty() || !is_boilerplate_line(line(index))) break;
    } else if (opening.number == 1 && !headed) {
      break;  // another list; it is tried by itself
    } else if ((!blank_before || alone) && strays == 0 && index - list.back().first_line < longest_entry &&
               !ends_in_links(list.back())) {
      extend(list.back(), index);
      after = index + 1;
      alone = false;
    } else if (++strays > gap_allowed) {
      break;
    }
    blank_before = false;
  }
  if (!plausible(list, headed, head, after)) return first;
  if (headed && head.closer != 0 && head.closer != '\t') list = split(list);
  m_entries.insert(m_entries.end(), list.begin(), list.end());
  return after;
}

size_t Finder::strong_unnumbered(size_t first, bool under_notes) {
  size_t index = first;
  size_t after = first;
  StrongList list{m_entries.size(), 0, true, under_notes};
  for (; index < m_lines.size(); ++index) {
    if (m_lines[index].blank()) continue;
    const Opening opening = opening_of(line(index));
    if (!opening.any || !opening.strong || !opening.label.empty()) break;
    m_entries.push_back({index, index, m_lines[index].span, ""});
    ++list.size;
    list.notes = list.notes && join(words(line(index))).starts_with("note ");
    after = index + 1;
  }
  m_strong_lists.push_back(list);
  return after;
}

/// The lines from one on that may hold entries of a list without numbers.
std::vector<size_t> Finder::lines_of_list(size_t first) const {
  std::vector<size_t> out;
  for (size_t index = first; index < m_lines.size(); ++index) {
    if (m_lines[index].blank() || text::is_link_names(line(index))) continue;
    if (closes_list(index) && !is_address_line(line(index))) break;
    const bool opens_paragraph = index == 0 || m_lines[index - 1].blank();
    if (!heads_part(index, opens_paragraph)) out.push_back(index);
  }
  return out;
}

size_t Finder::unnumbered(size_t first) {
  const EntryLayout layout(m_text, m_lines, lines_of_list(first));
  std::vector<Entry> list;
  bool dated = false;  // the last entry
  size_t telling = 0;
  size_t after = first;
  bool blank_before = true;
  for (size_t index = first; index < m_lines.size(); ++index) {
    if (m_lines[index].blank()) {
      blank_before = true;
      continue;
    }
    const std::string_view before = list.empty() ? "" : cut(m_text, list.back().span);
    const bool address = !list.empty() && is_address_of(list.back(), index);
    if (!list.empty() && text::is_link_names(line(index))) {
      add_links(list.back(), index);
      after = index + 1;
      continue;
    }
    if (closes_list(index) && !address) break;
    if ((blank_before || ends_entry(before)) && heads_part(index, blank_before)) {
      blank_before = true;
      continue;
    }
    if (has_marker(line(index))) return first;  // prose under a heading that is called like a list
    const bool reference = looks_like_reference(line(index));
    const bool linked = !list.empty() && ends_in_links(list.back());
    const bool opens = linked || layout.opens(index, before, dated, blank_before);
    if (!list.empty() && (address || !opens) && line(index).size() > 2) {
      extend(list.back(), index);
      dated = dated || is_dated(line(index));
    } else if (!reference && blank_before && !list.empty() && line(index).size() > 400) {
      break;  // prose after the list
    } else {
      list.push_back({index, index, m_lines[index].span, ""});
      dated = is_dated(line(index));
    }
    telling += reference;
    after = index + 1;
    blank_before = false;
  }
  if (telling * 3 < list.size() * 2) return first;
  ++m_unnumbered_lists;
  m_entries.insert(m_entries.end(), list.begin(), list.end());
  return after;
}

std::vector<Entry> Finder::find() {
  for (size_t index = 0; index < m_lines.size();) {
    if (m_lines[index].blank()) {
      ++index;
      continue;
    }
    size_t after = index;
    if (is_reference_heading(line(index))) {
      const size_t first = first_entry(index);
      if (first < m_lines.size() && !closes_list(first)) {
        const Opening opening = opening_of(line(first), true);
        const bool numbers = opening.any && !opening.label.empty();
        if (numbers && (opening.closer != 0 || opening.number == 1)) {
          after = numbered(first, true);
        } else {
          after = opening.strong ? strong_unnumbered(first, is_note_heading(line(index))) : unnumbered(first);
        }
        if (after == first) after = index;
      }
    } else if (const Opening opening = opening_of(line(index)); opening.any) {
      if (!opening.label.empty() && opening.number == 1) after = numbered(index, false);
      if (opening.label.empty() && opening.strong) after = strong_unnumbered(index, false);
    }
    index = std::max(after, index + 1);
  }
  mark_remarks();
  number_by_position();
  number_by_markers();
  return std::move(m_entries);
}

}  // namespace

bool is_reference_heading(std::string_view line) {
  if (line.size() > 60 || line.size() < 5) return false;
  // "Source:" may head one entry. Pages name what a picture is from by that word too, so that only text
  // without mark-up, where a list below it must show, is asked for it.
  const std::string joined = join(words(line));
  if (joined == "source" || joined == "source s") return true;
  return read::is_reference_heading(joined.ends_with(" edit") ? line.substr(0, line.rfind("edit")) : line);
}

std::vector<Entry> find_references(std::string_view text, const std::vector<Line>& lines) {
  return Finder(text, lines).find();
}

}  // namespace evident::read::plain
