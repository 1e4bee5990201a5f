// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace evident::extract::stances {

/// What became of an outcome. A denial leaves two of the three open: what did not improve is the same or
/// worse.
enum class Outcome {
  unclear,
  better,
  null,  ///< "no effect", "no difference"
  worse,
  not_better,  ///< "did not improve", "ineffective"
  not_worse,   ///< "did not increase mortality"
  none_better  ///< of several some are null and some are worse
};

/// What the clauses of a sentence say of whether something works.
struct Polarity {
  std::set<Outcome> said;
  std::vector<std::string> cues;  ///< the words that say so
  /// The one thing that all of them say.
  Outcome outcome() const;
};

Polarity polarity(std::string_view sentence);

/// 1 where both say the same, -1 where they cannot both hold, 0 where that is not plain. No effect on one
/// outcome does not deny harm to another: these two are held against each other for `same_outcome` alone.
int agreement(Outcome claimed, Outcome found, bool same_outcome);

}  // namespace evident::extract::stances
