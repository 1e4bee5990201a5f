// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stance/told_figures.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "extract/extract.hpp"
#include "extract/figure_tokens.hpp"
#include "extract/stance/assertion.hpp"
#include "extract/stance/change.hpp"
#include "extract/stance/words.hpp"
#include "extract/topic.hpp"
#include "text/normal.hpp"
#include "text/one_of.hpp"

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

/// Sizes, doses, ages and times say who was studied and how; chances and intervals ("95% CI") how sure it is.
bool is_result(const model::Quantity& quantity, std::string_view behind) {
  using model::QuantityKind;
  if (behind.starts_with(" CI") || behind.starts_with(" confidence") || behind.starts_with(" CrI"))
    return false;
  const bool measured = quantity.kind == QuantityKind::other && quantity.value != std::floor(quantity.value);
  return quantity.kind == QuantityKind::percentage || quantity.kind == QuantityKind::fraction ||
         quantity.kind == QuantityKind::ratio || quantity.kind == QuantityKind::mean || measured;
}

}  // namespace

std::vector<double> result_figures(std::string_view text) {
  std::vector<double> figures;
  // As they are printed: of one text in months and the other in days, neither is told by the other's.
  for (const model::Quantity& quantity : quantities(text))
    if (is_result(quantity, text.substr(quantity.span.end)))
      for (const double value : numbers(quantity.printed)) figures.push_back(value);
  return figures;
}

std::vector<double> numbers(std::string_view text) {
  std::vector<double> values;
  for (const FigureToken& token : figure_tokens(text))
    if (token.kind == FigureToken::Kind::number && !token.attached) values.push_back(token.value);
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

using Told = std::vector<std::pair<std::string, double>>;

/// Each word of a topic, also "placebo", with the figure that comes next before it, or behind it.
Told next_figures(const std::vector<FigureToken>& tokens, bool before) {
  Told told;
  for (size_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].kind != FigureToken::Kind::word) continue;
    std::string name = tokens[at].text;
    if (name != "placebo") {
      auto topics = topic_words(name);
      if (topics.size() != 1) continue;
      name = std::move(topics.front());
    }
    for (size_t far = 1; before ? far <= at : at + far < tokens.size(); ++far) {
      const FigureToken& token = tokens[before ? at - far : at + far];
      if (token.kind != FigureToken::Kind::number || token.attached) continue;
      told.emplace_back(std::move(name), token.value);
      break;
    }
  }
  return told;
}

/// Two words have changed places beside two figures.
bool exchange(const Told& claimed, const Told& found) {
  const auto holds = [&](const std::string& name, double figure) {
    return std::find(found.begin(), found.end(), std::pair(name, figure)) != found.end();
  };
  for (const auto& [one, figure] : claimed)
    for (const auto& [other, another] : claimed)
      if (figure != another && one != other && holds(one, another) && holds(other, figure)) return true;
  return false;
}

/// The figures may be those of the other group, or of another outcome: whether names stand before their
/// figures or behind them is not known, so that any way of reading it counts.
bool may_be_exchanged(std::string_view claim, std::string_view finding) {
  const auto claimed = figure_tokens(claim), found = figure_tokens(finding);
  for (const bool here : {true, false})
    for (const bool there : {true, false})
      if (exchange(next_figures(claimed, here), next_figures(found, there))) return true;
  return false;
}

}  // namespace

bool tells_its_figures(std::string_view claim, std::string_view finding) {
  const std::vector<double> figures = result_figures(claim);
  return figures.size() >= telling_figures && figures_told(figures, numbers(finding)) == figures.size() &&
         agreement(changes(claim), changes(finding)) >= 0 && turn_alike(claim, finding) &&
         asserts_alike(claim, finding) && !may_be_exchanged(claim, finding);
}

namespace {

/// A figure with what it measures.
struct Measured {
  double value = 0;
  int places = 0;            ///< decimals that are printed
  std::string printed_unit;  ///< "week", where the value is told in days
};

int decimals(std::string_view printed) {
  const size_t point = printed.find('.');
  if (point == std::string_view::npos) return 0;
  const size_t end = printed.find_first_not_of("0123456789", point + 1);
  return static_cast<int>(std::min(end, printed.size()) - point - 1);
}

std::string singular(std::string word) {
  if (word.size() > 2 && word.ends_with('s')) word.pop_back();
  return word;
}

/// The unit that stands behind a number that was read without one: "kg" of "4 kg", "mmhg" of "10 mm Hg".
std::string unit_behind(std::string_view behind) {
  constexpr size_t reach = 16;  // bytes
  const Words words = text::fold_words(behind.substr(0, reach));
  if (words.empty()) return "";
  if (words.front() == "mm" && words.size() > 1 && words[1] == "hg") return "mmhg";
  const std::string unit = singular(words.front());
  return text::one_of(unit, {"kg", "g", "mg", "mm", "mmhg", "cm", "ml", "mmol", "point", "unit"}) ? unit : "";
}

/// What a quantity measures: its unit, or that it is a ratio or a time. Empty for sizes, chances and
/// intervals, and for shares, which tells_same_shares() compares.
std::string measure_of(const model::Quantity& quantity, std::string_view behind) {
  using model::QuantityKind;
  switch (quantity.kind) {
    case QuantityKind::ratio:
      return "ratio";
    case QuantityKind::duration:
      return "time";
    case QuantityKind::dose:
      return "dose in " + quantity.unit;
    case QuantityKind::mean:
    case QuantityKind::other:
      return quantity.unit.empty() ? unit_behind(behind) : singular(quantity.unit);
    default:
      return "";
  }
}

std::multimap<std::string, Measured> measured_figures(std::string_view text) {
  std::multimap<std::string, Measured> figures;
  for (const model::Quantity& quantity : quantities(text)) {
    const std::string measure = measure_of(quantity, text.substr(quantity.span.end));
    if (measure.empty()) continue;
    const Words printed = text::fold_words(quantity.printed);
    figures.emplace(measure, Measured{quantity.value, decimals(quantity.printed),
                                      printed.empty() ? "" : singular(printed.back())});
  }
  return figures;
}

bool agree(const std::string& measure, const Measured& one, const Measured& other) {
  if (measure == "time" && one.printed_unit != other.printed_unit) {
    constexpr double inexact = 0.1;  // six months are 24 weeks or 26
    return std::abs(one.value - other.value) <= inexact * std::max(one.value, other.value);
  }
  const double scale = std::pow(10, std::min(one.places, other.places));
  return std::round(one.value * scale) == std::round(other.value * scale);
}

}  // namespace

bool tells_other_figures(std::string_view claim, std::string_view finding) {
  const auto claimed = measured_figures(claim), found = measured_figures(finding);
  for (auto first = claimed.begin(); first != claimed.end(); first = claimed.upper_bound(first->first)) {
    const auto [from, to] = found.equal_range(first->first);
    const auto agrees = [&, from = from, to = to](const auto& one) {
      return std::any_of(from, to,
                         [&](const auto& other) { return agree(one.first, one.second, other.second); });
    };
    if (from != to && std::none_of(first, claimed.upper_bound(first->first), agrees)) return true;
  }
  return false;
}

}  // namespace evident::extract::stances
