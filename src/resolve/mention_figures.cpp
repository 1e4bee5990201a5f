// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/mention_figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace evident::resolve {
namespace {

using model::Quantity;
using model::QuantityKind;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The next number of a print from `at` on, without its separators, and how many of its digits tell
/// something; both 0 where there is none.
int read_printed(std::string_view printed, size_t& at, double& value) {
  while (at < printed.size() && !is_digit(printed[at])) ++at;
  std::string number;
  int digits = 0, zeros = 0;
  bool decimal = at > 0 && printed[at - 1] == '.';
  if (decimal) number = "0.";
  for (; at < printed.size(); ++at) {
    const char c = printed[at];
    const bool more = at + 1 < printed.size() && is_digit(printed[at + 1]);
    if (is_digit(c)) {
      number += c;
      if (c == '0' && digits == 0) continue;
      zeros = c == '0' ? zeros + 1 : 0;
      ++digits;
    } else if ((c == '.' || c == '\xB7') && more && !decimal) {
      decimal = true;
      number += '.';
    } else if (!(c == ',' && more) && c != '\xC2') {  // of thousands; of a point in the middle of the line
      break;
    }
  }
  value = std::strtod(number.c_str(), nullptr);
  return decimal ? digits : digits - zeros;
}

/// Of a number that is printed in words.
int digits_of(double value) {
  if (value != std::round(value)) return 3;
  auto whole = static_cast<long long>(std::min(std::abs(value), 1e15));
  while (whole > 0 && whole % 10 == 0) whole /= 10;
  int digits = 0;
  for (; whole > 0; whole /= 10) ++digits;
  return digits;
}

/// What is counted is no share, and neither is a level of significance or a time.
int sort_of(QuantityKind kind) {
  switch (kind) {
    case QuantityKind::sample_size:
    case QuantityKind::fraction:
      return 1;
    case QuantityKind::percentage:
      return 2;
    case QuantityKind::p_value:
      return 3;
    case QuantityKind::duration:
      return 4;
    default:
      return 0;
  }
}

bool equal(double left, double right) {
  return std::abs(left - right) <= 1e-9 * std::max(1.0, std::abs(left));
}

bool comparable(QuantityKind left, QuantityKind right) {
  const int one = sort_of(left), other = sort_of(right);
  return one == other || one == 0 || other == 0;
}

/// How often one figure of a report is just this one, by its telling digits.
double chance(int digits, QuantityKind kind) {
  static constexpr std::array<double, 5> by_digits = {0.2, 0.05, 0.01, 0.001, 0.0001};
  if (kind == QuantityKind::p_value && digits <= 1) return by_digits[0];
  return by_digits[static_cast<size_t>(std::clamp(digits, 0, 4))];
}

bool is_bound(std::string_view text, size_t start) {
  std::string_view before = text.substr(0, std::min(start, text.size()));
  while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
  for (std::string_view sign : {"<", ">", "\xE2\x89\xA4", "\xE2\x89\xA5"})
    if (before.ends_with(sign)) return true;
  return false;
}

std::string joined(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  std::string key;
  for (double value : values) {
    std::array<char, 32> text{};
    const int size = std::snprintf(text.data(), text.size(), "%.6g", value);
    key += (key.empty() ? "" : ":") + std::string(text.data(), static_cast<size_t>(std::max(size, 0)));
  }
  return key;
}

/// Days of the longest unit of which a time is a whole number.
int unit_of(double days) {
  for (int unit : {365, 30, 7})
    if (equal(std::fmod(days, unit), 0)) return unit;
  return 1;
}

/// The number itself, or the time that it stands for.
bool same_figure(const Figure& told, const Figure& own) {
  if (told.kind == QuantityKind::duration && own.kind == QuantityKind::duration)
    return same_duration(told.value, own.value);
  return equal(own.value, told.value) || equal(own.printed, told.printed);
}

/// The same part of the same whole; null where there is none.
const Figure* same_fraction(const Figure& told, const std::vector<Figure>& known) {
  if (told.of <= 0) return nullptr;
  const auto own = std::find_if(known.begin(), known.end(), [&](const Figure& figure) {
    return figure.of > 0 && equal(figure.value, told.value) && equal(figure.of, told.of);
  });
  return own == known.end() ? nullptr : &*own;
}

}  // namespace

bool same_duration(double left, double right) {
  constexpr double months_of_weeks = 0.08;  // three months of 30 days and twelve weeks are 7 % apart
  if (equal(left, right)) return true;
  return unit_of(left) != unit_of(right) && left >= 7 && right >= 7 &&
         std::abs(left - right) <= months_of_weeks * std::max(left, right);
}

int rough_duration(double days) {
  constexpr double month = 30.4, few_days = 25;
  return static_cast<int>(days < few_days ? -std::lround(days) : std::lround(days / month));
}

std::vector<Figure> figures_of(const std::vector<Quantity>& quantities, std::string_view text) {
  std::vector<Figure> figures;
  for (const Quantity& quantity : quantities) {
    if (quantity.kind == QuantityKind::frequency) continue;
    const bool level = quantity.kind == QuantityKind::percentage &&
                       (quantity.value == 90 || quantity.value == 95 || quantity.value == 99);
    if (level || quantity.value == 100) continue;
    size_t at = 0;
    const auto add = [&](double value) {
      Figure figure{value, value, 0, 0, quantity.kind};
      double printed = 0;
      figure.digits = read_printed(quantity.printed, at, printed);
      if (printed > 0)
        figure.printed = printed;
      else if (value > 0)
        figure.digits = digits_of(value);
      if (quantity.kind != QuantityKind::p_value && is_bound(text, quantity.span.start))
        figure.digits = std::min(figure.digits, 1);
      figures.push_back(figure);
    };
    add(quantity.value);
    if (quantity.kind == QuantityKind::fraction && !figures.empty()) figures.back().of = quantity.of;
    if (quantity.kind == QuantityKind::fraction || quantity.kind == QuantityKind::interval) add(quantity.of);
  }
  return figures;
}

FigureMatch match_figures(const std::vector<Figure>& told, const std::vector<Figure>& known) {
  constexpr double kept = 0.6;     // how often a figure of a report is in its abstract, where any is
  constexpr double missing = 0.5;  // what a figure that is not there speaks against the study
  // Figures that stand together in one text do so in the other where they are the same figures.
  constexpr double together = 1.2, apart = -0.7;
  FigureMatch match;
  std::vector<double> seen;
  std::vector<size_t> before;  // where in `known` the last figure stands that was found
  for (const Figure& figure : told) {
    if (std::find(seen.begin(), seen.end(), figure.printed) != seen.end()) continue;
    seen.push_back(figure.printed);
    if (const Figure* whole = same_fraction(figure, known)) {
      const int both = std::min(whole->digits, figure.digits) + digits_of(figure.of);
      const double by_chance = std::min(kept, chance(both, figure.kind) * static_cast<double>(known.size()));
      match.evidence += std::log(kept / by_chance);
      const bool another = std::find(seen.begin(), seen.end(), figure.of) == seen.end();
      match.matched += 1 + (another && figure.digits >= 2 && digits_of(figure.of) >= 2 ? 1 : 0);
      seen.push_back(figure.of);
      before = {static_cast<size_t>(whole - known.data())};
      continue;
    }
    // "16.00" in one text may be "16" in the other: the lesser print tells.
    int digits = -1;
    std::vector<size_t> places;
    for (size_t at = 0; at < known.size(); ++at) {
      const Figure& own = known[at];
      if (!comparable(own.kind, figure.kind) || !same_figure(figure, own)) continue;
      digits = std::max(digits, std::min(own.digits, figure.digits));
      places.push_back(at);
    }
    if (digits >= 0) {
      const double by_chance =
          std::min(kept, chance(digits, figure.kind) * static_cast<double>(known.size()));
      match.evidence += std::log(kept / by_chance);
      match.matched += digits >= 2 ? 1 : 0;
      if (!before.empty() && known.size() > 6) {
        const bool near = std::any_of(places.begin(), places.end(), [&](size_t place) {
          return std::any_of(before.begin(), before.end(),
                             [&](size_t last) { return std::max(place, last) - std::min(place, last) <= 2; });
        });
        match.evidence += near ? together : apart;
      }
      before = std::move(places);
    } else if (figure.digits >= 2) {
      match.evidence -= missing;
      ++match.missing;
    }
  }
  return match;
}

std::vector<std::string> figure_keys(const std::vector<Figure>& figures, size_t most) {
  constexpr size_t near = 3;            // spreads may stand between two means
  constexpr size_t most_figures = 100;  // of one text
  std::vector<Figure> telling;
  for (const Figure& figure : figures)
    if (figure.digits >= 2 && telling.size() < most_figures) telling.push_back(figure);
  std::vector<std::pair<int, std::string>> keys;  // with the digits that they are made of
  for (size_t at = 0; at < telling.size(); ++at) {
    if (telling[at].digits >= 4)
      keys.emplace_back(-telling[at].digits, "m:f:" + joined({telling[at].printed}));
    for (size_t next = at + 1; next < telling.size() && next <= at + near; ++next) {
      const int digits = telling[at].digits + telling[next].digits;
      if (telling[next].printed == telling[at].printed) continue;
      if (digits >= 5) {
        keys.emplace_back(-digits, "m:ff:" + joined({telling[at].printed, telling[next].printed}));
        continue;
      }
      // Two figures of two digits are in too many works; three are not.
      for (size_t last = next + 1; last < telling.size() && last <= at + near; ++last)
        if (telling[last].digits == 2)
          keys.emplace_back(-digits - 2, "m:fff:" + joined({telling[at].printed, telling[next].printed,
                                                            telling[last].printed}));
    }
  }
  // Two parts of wholes, "30 of 42 and 12 of 42", tell as much as four figures.
  std::vector<std::string> fractions;
  for (const Figure& figure : figures)
    if (figure.of >= 10 && fractions.size() < most_figures)
      fractions.push_back(joined({figure.value}) + "/" + joined({figure.of}));
  for (size_t at = 0; at + 1 < fractions.size(); ++at)
    if (fractions[at] != fractions[at + 1])
      keys.emplace_back(-4, "m:fr:" + std::min(fractions[at], fractions[at + 1]) + ":" +
                                std::max(fractions[at], fractions[at + 1]));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  if (keys.size() > most) keys.resize(most);
  std::vector<std::string> found;
  for (auto& [digits, key] : keys) found.push_back(std::move(key));
  return found;
}

}  // namespace evident::resolve
