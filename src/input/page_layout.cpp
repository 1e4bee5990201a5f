// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/page_layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "input/raised_words.hpp"

namespace evident {

namespace {

constexpr size_t fewest_rows = 3;         // of a column
constexpr double narrowest_column = 8;    // in sizes of the font
constexpr double narrowest_gutter = 0.8;  // likewise
constexpr size_t deepest = 12;            // columns within columns
constexpr size_t most_steps = 2000;       // of the search for a gutter

using Rows = std::vector<PageRow>;

/// The font size of most letters, to half a point.
template <typename Words>
double size_of(const Words& words) {
  std::map<long, size_t> letters;
  for (const PageWord& word : words) letters[std::lround(word.size * 2)] += word.text.size();
  const auto most = std::max_element(letters.begin(), letters.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == letters.end() ? 10 : std::max(1.0, static_cast<double>(most->first) / 2);
}

double base_of(const PageWord& word) {
  return word.bottom - 0.22 * word.size;  // about where descenders begin
}

void settle(PageRow& row) {
  std::stable_sort(row.words.begin(), row.words.end(),
                   [](const PageWord& a, const PageWord& b) { return a.left < b.left; });
  row.left = row.words.front().left;
  row.top = row.words.front().top;
  row.right = row.bottom = 0;
  row.bold = true;
  for (const PageWord& word : row.words) {
    row.top = std::min(row.top, word.top);
    row.right = std::max(row.right, word.right);
    row.bottom = std::max(row.bottom, word.bottom);
    row.bold = row.bold && word.bold;
  }
  row.size = size_of(row.words);
}

Rows rows_of(std::vector<PageWord> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const PageWord& a, const PageWord& b) { return base_of(a) < base_of(b); });
  Rows rows;
  for (PageWord& word : words) {
    if (rows.empty() || base_of(word) - rows.back().base > 0.35 * std::max(word.size, 1.0)) {
      rows.emplace_back();
      rows.back().base = base_of(word);
    }
    rows.back().words.push_back(std::move(word));
  }
  for (PageRow& row : rows) settle(row);
  return rows;
}

std::vector<PageWord> words_of(Rows::iterator first, Rows::iterator last) {
  std::vector<PageWord> words;
  for (; first != last; ++first) {
    std::move(first->words.begin(), first->words.end(), std::back_inserter(words));
  }
  return words;
}

/// A strip from top to bottom of some rows that no word of theirs touches.
struct Gutter {
  double at = 0;  ///< its middle
  size_t first = 0, last = 0;
  double support = 0;  ///< rows times width of the narrower side
};

/// Finds the gutter that has most text on both sides.
class GutterSearch {
 public:
  explicit GutterSearch(const Rows& rows) : m_rows(rows) {
    m_left = rows.front().left;
    std::map<double, size_t> sizes;
    for (const PageRow& row : rows) {
      m_left = std::min(m_left, row.left);
      m_right = std::max(m_right, row.right);
      ++sizes[row.size];
    }
    m_size = std::max_element(sizes.begin(), sizes.end(), [](const auto& a, const auto& b) {
               return a.second < b.second;
             })->first;
  }

  Gutter best() const {
    const double width = narrowest_gutter * m_size;
    const double step = std::max(width / 4, (m_right - m_left) / most_steps);
    Gutter best;
    for (double at = m_left + width; at + width < m_right; at += step) {
      const Gutter found = run_at(at, at + width);
      if (found.support > best.support) best = found;
    }
    return best;
  }

 private:
  /// The best run of rows that leave a strip free.
  Gutter run_at(double from, double to) const {
    Gutter best;
    size_t first = 0;
    for (size_t row = 0; row <= m_rows.size(); ++row) {
      if (row < m_rows.size() && is_free(m_rows[row], from, to)) continue;
      judge(first, row, from, to, best);
      first = row + 1;
    }
    return best;
  }

  static bool is_free(const PageRow& row, double from, double to) {
    return std::none_of(row.words.begin(), row.words.end(),
                        [&](const PageWord& word) { return word.left < to && from < word.right; });
  }

  void judge(size_t first, size_t end, double from, double to, Gutter& best) const {
    size_t left = 0, right = 0;
    double leftmost = from, rightmost = to;
    for (size_t row = first; row < end; ++row) {
      const PageRow& here = m_rows[row];
      left += here.left < from;
      right += here.right > to;
      leftmost = std::min(leftmost, here.left);
      rightmost = std::max(rightmost, here.right);
    }
    // The width tells a gutter from the strip between the numbers of a list and its text.
    const double narrower = std::min(from - leftmost, rightmost - to);
    const size_t fewer = std::min(left, right);
    if (fewer < fewest_rows || narrower < narrowest_column * m_size) return;
    const double support = static_cast<double>(fewer) * narrower;
    if (support > best.support) best = {(from + to) / 2, first, end - 1, support};
  }

  const Rows& m_rows;
  double m_left = 0, m_right = 0, m_size = 10;
};

/// Takes a page apart.
class Page {
 public:
  explicit Page(std::vector<PageWord> words) : m_size(size_of(words)), m_rows(rows_of(std::move(words))) {}

  std::vector<PageColumn> columns() {
    // Running heads and feet would become the ends of columns.
    size_t first = 0, last = m_rows.size();
    for (size_t row = 1; row <= 2 && row < last; ++row) {
      if (parted(row)) first = row;
    }
    for (size_t row = last - 1; row + 2 >= m_rows.size() && row > first; --row) {
      if (parted(row)) last = row;
    }
    const auto begin = m_rows.begin();
    add(Rows(begin, begin + static_cast<std::ptrdiff_t>(first)));
    split(Rows(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(last)), 0);
    for (PageColumn& note : m_notes) add(std::move(note));
    add(Rows(begin + static_cast<std::ptrdiff_t>(last), m_rows.end()));
    return std::move(m_columns);
  }

 private:
  bool parted(size_t row) const { return m_rows[row].top - m_rows[row - 1].bottom > 0.9 * m_size; }

  void add(PageColumn column) {
    if (!column.empty()) m_columns.push_back(std::move(column));
  }

  void split(Rows rows, size_t depth) {
    if (rows.size() < fewest_rows || depth == deepest) {
      add(std::move(rows));
      return;
    }
    Gutter gutter = GutterSearch(rows).best();
    if (gutter.support == 0) {
      add(std::move(rows));
      return;
    }
    while (ends_what_is_above(rows, gutter)) ++gutter.first;
    const auto from = rows.begin() + static_cast<std::ptrdiff_t>(gutter.first);
    const auto to = rows.begin() + static_cast<std::ptrdiff_t>(gutter.last + 1);
    std::vector<PageWord> left, right;
    for (PageWord& word : words_of(from, to)) {
      (word.left < gutter.at ? left : right).push_back(std::move(word));
    }
    Rows left_rows = rows_of(std::move(left)), right_rows = rows_of(std::move(right));
    split(Rows(rows.begin(), from), depth + 1);
    put_notes_aside(left_rows, right_rows);
    split(std::move(left_rows), depth + 1);
    split(std::move(right_rows), depth + 1);
    split(Rows(to, rows.end()), depth + 1);
  }

  /// The last line of a title or an abstract that spans the columns may be short.
  static bool ends_what_is_above(const Rows& rows, const Gutter& gutter) {
    const size_t row = gutter.first;
    const bool one_side = row < rows.size() && (rows[row].right < gutter.at || rows[row].left > gutter.at);
    if (row == 0 || row + fewest_rows > gutter.last || !one_side) return false;
    const PageRow &above = rows[row - 1], &below = rows[row + 1];
    return std::abs(above.size - rows[row].size) < 0.05 * above.size &&
           rows[row].top - above.bottom < below.top - rows[row].bottom;
  }

  /// Small print at the foot of a column, where the text goes on at the head of the next.
  void put_notes_aside(Rows& column, const Rows& next) {
    const auto is_small = [&](const PageRow& row) { return row.size < 0.93 * m_size; };
    if (column.empty() || next.empty() || is_small(next.front()) || is_small(column.front())) return;
    size_t first = column.size();
    for (size_t row = column.size(); row-- > 1 && is_small(column[row]);) {
      if (column[row].top - column[row - 1].bottom > 0.3 * m_size) first = row;
    }
    if (first == column.size() || is_small(column[first - 1])) return;
    const auto begin = column.begin() + static_cast<std::ptrdiff_t>(first);
    m_notes.emplace_back(std::make_move_iterator(begin), std::make_move_iterator(column.end()));
    column.erase(begin, column.end());
  }

  double m_size;
  Rows m_rows;
  std::vector<PageColumn> m_columns, m_notes;
};

}  // namespace

std::vector<PageColumn> columns_of(std::vector<PageWord> words) {
  attach_raised(words);
  if (words.empty()) return {};
  return Page(std::move(words)).columns();
}

}  // namespace evident
