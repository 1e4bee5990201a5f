// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/stance/words.hpp"

namespace evident::extract::stances {

/// How a clause holds what it tells against nothing: a placebo, a sham, controls.
enum class AgainstNothing {
  ahead,      ///< "lower than with placebo"; and where nothing is compared
  no_better,  ///< "not greater than with placebo", "no more than placebo"
  unclear     ///< "lower with placebo than with", "the improvement was smaller than with placebo"
};

AgainstNothing against_nothing(const Words& clause);

}  // namespace evident::extract::stances
