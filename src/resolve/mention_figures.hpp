// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/quantity.hpp"

namespace evident::resolve {

/// A number of a text as it is compared: of an interval or a fraction each number is one.
struct Figure {
  double value = 0;    ///< in the normal unit
  double printed = 0;  ///< as it stands: "12" of "12 weeks"
  double of = 0;       ///< the whole of "30 of 42", which is a figure of its own behind this one; else 0
  int digits = 0;      ///< that tell something: "0.05" has one, "120" two, "58.0" three
  model::QuantityKind kind = model::QuantityKind::other;
};

/// The figures of a text in order. Left out are those that say nothing of one study: levels of confidence,
/// counts per day, 100. Where `text` is that of the quantities, bounds ("> 75 years") tell as little as a
/// figure of one digit.
std::vector<Figure> figures_of(const std::vector<model::Quantity>& quantities, std::string_view text = {});

/// True where two times, in days, may be one that was counted in other units: "12 weeks" and "3 months".
bool same_duration(double left, double right);
/// What such times have in common, for keys: months, of short ones the days.
int rough_duration(double days);

/// How far the figures of a sentence speak for a study.
struct FigureMatch {
  double evidence = 0;  ///< natural logarithm of how much likelier the sentence is if it is about that study
  int matched = 0;      ///< figures of two digits or more that both have
  int missing = 0;      ///< such figures of the sentence that the study lacks
};
FigureMatch match_figures(const std::vector<Figure>& told, const std::vector<Figure>& known);

/// What a text and a record of the same study share: figures of four digits, and pairs of figures that stand
/// close to each other. A single shorter figure is in too many works to be looked for. Of many keys the
/// `most` telling.
std::vector<std::string> figure_keys(const std::vector<Figure>& figures, size_t most);

}  // namespace evident::resolve
