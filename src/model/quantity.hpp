// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/span.hpp"

namespace evident::model {

enum class QuantityKind {
  sample_size,  ///< "84 participants", "n = 84", "eighty-four patients"
  dose,         ///< "30 mg/day", "10 mg three times a day"
  duration,     ///< "12 weeks", "12-week"; value in days, unit "day"
  percentage,   ///< "71%", "71 percent"
  p_value,      ///< "p=0.0001", "P < .05"
  ratio,        ///< odds, hazard and risk ratios: "odds ratio 6.3"
  mean,         ///< other measured values with a unit: "62.8 days" of an outcome, "5.4 mmol/l"
  fraction,     ///< "30 of 42", "30/42": value = numerator, of = denominator
  interval,     ///< "2.4-16.1" of a confidence interval: value = low, of = high
  frequency,    ///< "three times a day", "twice daily": value per day
  other         ///< a number that is none of these
};

std::string to_string(QuantityKind kind);  ///< "sample-size", "dose" ...

/// A number that a text states, normalised so that two texts can be compared.
struct Quantity {
  QuantityKind kind = QuantityKind::other;
  double value = 0;
  double of = 0;     ///< second number of a fraction or an interval, else 0
  std::string unit;  ///< normal unit: "mg", "day", "%", or the folded noun that was counted ("patient"); ""
                     ///< where none
  std::string printed;  ///< as it stands
  Span span;            ///< bytes in the text it was read from
  bool operator==(const Quantity&) const = default;
};

}  // namespace evident::model
