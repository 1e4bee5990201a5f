// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "input/page_layout.hpp"

namespace evident {

namespace {

double median(std::vector<double> values, double otherwise) {
  if (values.empty()) return otherwise;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

void draw_row(const PageRow& row, double margin, std::string& text) {
  const double indent = (row.left - margin) / (0.5 * row.size);
  text.append(static_cast<size_t>(std::clamp(std::lround(indent), 0L, 40L)), ' ');
  std::vector<double> gaps;
  for (size_t at = 1; at < row.words.size(); ++at)
    gaps.push_back(row.words[at].left - row.words[at - 1].right);
  const double usual = median(gaps, 0);
  for (size_t at = 0; at < row.words.size(); ++at) {
    if (at > 0) {
      const double gap = gaps[at - 1];
      if (gap > 1.5 * row.size && (gap > 2.5 * usual || gaps.size() == 1)) {
        text += '\t';
      } else if (gap > 0.2 * row.size || (row.words[at - 1].space_after && gap > 0)) {
        text += ' ';
      }
    }
    text += row.words[at].text;
  }
  text += '\n';
}

void draw_column(const PageColumn& column, std::string& text) {
  double margin = column.front().left;
  std::vector<double> pitches;
  for (size_t at = 0; at < column.size(); ++at) {
    margin = std::min(margin, column[at].left);
    if (at > 0) pitches.push_back(column[at].base - column[at - 1].base);
  }
  const double usual = median(pitches, 1.25 * column.front().size);
  for (size_t at = 0; at < column.size(); ++at) {
    if (at > 0) {
      const PageRow &here = column[at], &above = column[at - 1];
      const double ratio = here.size / above.size;
      const bool gap = pitches[at - 1] > 1.35 * std::max(usual, 1.2 * here.size);
      if (gap || ratio > 1.09 || ratio < 0.92 || here.bold != above.bold) text += '\n';
    }
    draw_row(column[at], margin, text);
  }
}

}  // namespace

std::string drawn(const std::vector<PageColumn>& columns) {
  std::string text;
  for (const PageColumn& column : columns) {
    if (!text.empty()) text += '\n';
    draw_column(column, text);
  }
  return text;
}

}  // namespace evident
