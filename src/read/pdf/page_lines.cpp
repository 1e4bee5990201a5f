// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/pdf/page_lines.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "read/plain/line_shapes.hpp"
#include "read/plain/lines.hpp"

namespace evident::read::pdf {
namespace {

constexpr size_t furniture_lines = 3;  // at the head and foot of a page
constexpr size_t longest_furniture = 200;

using Page = std::vector<PageLine>;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::vector<Page> split(std::string_view drawn) {
  std::vector<Page> pages(1);
  bool gap = true;
  for (size_t at = 0; at < drawn.size();) {
    if (drawn[at] == '\f') {
      pages.emplace_back();
      gap = true;
      ++at;
      continue;
    }
    const size_t end = std::min(drawn.find_first_of("\n\f", at), drawn.size());
    const Span span = plain::trim(drawn, {at, end});
    if (span.empty()) {
      gap = true;
    } else {
      const auto page = static_cast<uint32_t>(pages.size() - 1);
      pages.back().push_back({span, page, static_cast<uint32_t>(span.start - at), gap});
      gap = false;
    }
    at = end + (end < drawn.size() && drawn[end] == '\n');
  }
  return pages;
}

/// The number that a line ends or begins with; -1 where it has none.
long outer_number(std::string_view line) {
  size_t from = 0;
  while (from < line.size() && !is_digit(line[from])) ++from;
  size_t to = line.size();
  while (to > from && !is_digit(line[to - 1])) --to;
  size_t start = to;
  while (start > from && is_digit(line[start - 1])) --start;
  if (start == to || to - start > 6) return -1;
  return std::stol(std::string(line.substr(start, to - start)));
}

/// Lines that stand at the head or foot of several pages, alike but for their numbers.
class Furniture {
 public:
  Furniture(std::string_view drawn, const std::vector<Page>& pages) : m_drawn(drawn), m_pages(pages) {}

  std::set<uint64_t> starts() {
    for (bool foot : {false, true}) {
      count(foot);
      for (size_t page = 0; page < m_pages.size(); ++page) mark(page, foot);
    }
    return std::move(m_starts);
  }

 private:
  /// The line that is `nth` from the edge of a page; null where there is none.
  const PageLine* line(size_t page, size_t nth, bool foot) const {
    const Page& lines = m_pages[page];
    if (nth >= lines.size()) return nullptr;
    return &lines[foot ? lines.size() - 1 - nth : nth];
  }
  std::string_view words(const PageLine& line) const { return plain::cut(m_drawn, line.span); }

  void count(bool foot) {
    m_pages_with.clear();
    m_steps.clear();
    for (size_t page = 0; page < m_pages.size(); ++page) {
      std::set<std::string> seen;
      for (size_t nth = 0; nth < furniture_lines; ++nth) {
        const PageLine* here = line(page, nth, foot);
        if (here == nullptr || here->span.size() > longest_furniture) break;
        const std::string shape = plain::shape_of(words(*here));
        if (shape.empty() || !seen.insert(shape).second) continue;
        ++m_pages_with[shape];
        if (shape == "#") ++m_steps[outer_number(words(*here)) - static_cast<long>(page)];
      }
    }
  }

  bool repeats(const PageLine& here) const {
    const std::string shape = plain::shape_of(words(here));
    if (shape == "#") {
      const auto step = m_steps.find(outer_number(words(here)) - static_cast<long>(here.page));
      return step != m_steps.end() && (step->second >= 2 || m_pages.size() <= 2);
    }
    const auto found = m_pages_with.find(shape);
    return found != m_pages_with.end() && found->second >= std::max<size_t>(2, m_pages.size() / 6);
  }

  void mark(size_t page, bool foot) {
    for (size_t nth = 0; nth < furniture_lines; ++nth) {
      const PageLine* here = line(page, nth, foot);
      if (here == nullptr || here->span.size() > longest_furniture) break;
      if (repeats(*here) && set_off(page, nth, foot)) m_starts.insert(here->span.start);
    }
  }

  /// A gap parts it from the text, be it with other lines of furniture.
  bool set_off(size_t page, size_t nth, bool foot) const {
    for (size_t at = nth; at < furniture_lines; ++at) {
      const PageLine* inner = line(page, at + 1, foot);
      if (inner == nullptr || (foot ? line(page, at, foot) : inner)->gap_before) return true;
      if (!repeats(*inner)) return false;
    }
    return false;
  }

  std::string_view m_drawn;
  const std::vector<Page>& m_pages;
  std::map<std::string, size_t> m_pages_with;  // by shape
  std::map<long, size_t> m_steps;              // pages by their printed number less their place
  std::set<uint64_t> m_starts;
};

/// Bytes of a number and the blanks behind it at the beginning of a line; 0 where there is none.
size_t line_number_at(std::string_view line, long& number) {
  size_t at = 0;
  while (at < line.size() && at < 5 && is_digit(line[at])) ++at;
  if (at == 0) return 0;
  number = std::stol(std::string(line.substr(0, at)));
  if (at == line.size()) return at;
  const size_t words = line.find_first_not_of(" \t", at);
  return words == at || words == std::string_view::npos ? 0 : words;
}

/// Numbers that count the lines of a page, one by one or in fives.
bool counts_lines(std::string_view drawn, const Page& page) {
  size_t numbered = 0, steps = 0;
  long last = 0, step = 0;
  for (const PageLine& line : page) {
    long number = 0;
    if (line_number_at(plain::cut(drawn, line.span), number) == 0) continue;
    if (numbered > 0 && number - last == step) ++steps;
    if (numbered > 0) step = number - last;
    last = number;
    ++numbered;
  }
  if (steps + 3 < numbered || steps < 3) return false;
  return (step == 1 && numbered * 10 >= page.size() * 7) || (step == 5 && numbered * 7 >= page.size());
}

void strip_line_numbers(std::string_view drawn, std::vector<Page>& pages) {
  std::vector<bool> counted;
  for (const Page& page : pages) counted.push_back(counts_lines(drawn, page));
  const auto many = static_cast<size_t>(std::count(counted.begin(), counted.end(), true));
  if (many < 2 || many * 2 < pages.size()) return;
  for (size_t index = 0; index < pages.size(); ++index) {
    if (!counted[index]) continue;
    for (PageLine& line : pages[index]) {
      long number = 0;
      const size_t size = line_number_at(plain::cut(drawn, line.span), number);
      line.span.start += size;
      line.indent = 0;
    }
    pages[index].erase(std::remove_if(pages[index].begin(), pages[index].end(),
                                      [](const PageLine& line) { return line.span.empty(); }),
                       pages[index].end());
  }
}

}  // namespace

std::vector<uint64_t> page_starts(std::string_view drawn) {
  std::vector<uint64_t> starts{0};
  for (size_t at = drawn.find('\f'); at != std::string_view::npos; at = drawn.find('\f', at + 1))
    starts.push_back(at + 1);
  return starts;
}

std::vector<PageLine> page_lines(std::string_view drawn) {
  std::vector<Page> pages = split(drawn);
  const std::set<uint64_t> furniture = Furniture(drawn, pages).starts();
  for (Page& page : pages) {
    bool gap = false;  // that stood before a line that was left out
    Page kept;
    for (PageLine line : page) {
      if (furniture.contains(line.span.start)) {
        gap = true;
        continue;
      }
      line.gap_before = line.gap_before || gap;
      gap = false;
      kept.push_back(line);
    }
    page = std::move(kept);
  }
  strip_line_numbers(drawn, pages);
  std::vector<PageLine> lines;
  for (const Page& page : pages) lines.insert(lines.end(), page.begin(), page.end());
  return lines;
}

}  // namespace evident::read::pdf
