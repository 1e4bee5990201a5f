// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace evident::extract::stances {

/// How often a sentence says that something works, and that it does not.
struct Polarity {
  int positive = 0;
  int negative = 0;
  std::vector<std::string> cues;  ///< the words that say so
  /// 1 or -1 where it says one of them alone.
  int sign() const { return positive > 0 && negative == 0 ? 1 : negative > 0 && positive == 0 ? -1 : 0; }
};

Polarity polarity(std::string_view sentence);

}  // namespace evident::extract::stances
