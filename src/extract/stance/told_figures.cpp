// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stance/told_figures.hpp"

#include <algorithm>
#include <cmath>

#include "extract/extract.hpp"
#include "extract/figure_tokens.hpp"
#include "extract/stance/change.hpp"
#include "extract/stance/words.hpp"
#include "extract/topic.hpp"
#include "text/normal.hpp"

namespace evident::extract::stances {

bool tells_same_shares(std::string_view claim, std::string_view finding) {
  using model::QuantityKind;
  const auto figures = quantities(finding);
  auto next = figures.begin();
  for (const model::Quantity& told : quantities(claim)) {
    if (told.kind != QuantityKind::fraction && told.kind != QuantityKind::percentage) continue;
    next = std::find_if(next, figures.end(),
                        [&](const model::Quantity& known) { return known.value == told.value; });
    if (next == figures.end()) return false;
    ++next;
  }
  return true;
}

namespace {

/// Sizes, doses and times say who was studied and how; a time with decimals is a mean that was found.
bool is_result(const model::Quantity& quantity) {
  using model::QuantityKind;
  switch (quantity.kind) {
    case QuantityKind::sample_size:
    case QuantityKind::dose:
    case QuantityKind::frequency:
      return false;
    case QuantityKind::duration:
      return quantity.value != std::floor(quantity.value);
    default:
      // A year says when.
      return !quantity.unit.empty() || quantity.value < 1900 || quantity.value > 2100;
  }
}

}  // namespace

std::vector<double> result_figures(std::string_view text) {
  std::vector<double> figures;
  for (const model::Quantity& quantity : quantities(text)) {
    if (!is_result(quantity)) continue;
    figures.push_back(quantity.value);
    if (quantity.of != 0) figures.push_back(quantity.of);
  }
  return figures;
}

std::vector<double> numbers(std::string_view text) {
  std::vector<double> values;
  for (const FigureToken& token : figure_tokens(text))
    if (token.kind == FigureToken::Kind::number) values.push_back(token.value);
  return values;
}

size_t figures_told(const std::vector<double>& claimed, const std::vector<double>& found) {
  size_t told = 0;
  auto next = found.begin();
  for (const double figure : claimed) {
    const auto at = std::find(next, found.end(), figure);
    if (at == found.end()) continue;
    ++told;
    next = at + 1;
  }
  return told;
}

namespace {

/// 1 or -1 where all words of change say up, or down.
int direction(std::string_view text) {
  bool up = false, down = false;
  for (const std::string& word : text::fold_words(text)) {
    up = up || goes_up(word);
    down = down || goes_down(word);
  }
  return static_cast<int>(up) - static_cast<int>(down);
}

/// Where both name a placebo, the other things that both name stand on the same side of it: else the figures
/// may be those of the other group.
bool same_order_of_groups(std::string_view claim, std::string_view finding) {
  const std::vector<std::string> claimed = topic_words(claim), found = topic_words(finding);
  const auto placebo = [](const std::vector<std::string>& words) {
    return std::find_if(words.begin(), words.end(),
                        [](const std::string& word) { return word.starts_with("placebo"); });
  };
  const auto here = placebo(claimed), there = placebo(found);
  if (here == claimed.end() || there == found.end()) return true;
  for (auto word = claimed.begin(); word != claimed.end(); ++word) {
    const auto other = std::find(found.begin(), found.end(), *word);
    if (other != found.end() && field_of(*word).empty() && (word < here) != (other < there)) return false;
  }
  return true;
}

}  // namespace

bool tells_its_figures(std::string_view claim, std::string_view finding) {
  const std::vector<double> figures = result_figures(claim);
  return figures.size() >= telling_figures && figures_told(figures, numbers(finding)) == figures.size() &&
         agreement(changes(claim), changes(finding)) >= 0 && direction(claim) * direction(finding) >= 0 &&
         same_order_of_groups(claim, finding);
}

}  // namespace evident::extract::stances
