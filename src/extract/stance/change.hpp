// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace evident::extract::stances {

/// What went down or up, as stems: "cancer" with "bladder" of "the rate of bladder cancer".
struct Thing {
  std::string head;
  std::set<std::string> kinds;  ///< what qualifies it
};

/// That something went down or up, or was tolerated, whether that is good or not: "reduces jet lag".
struct Change {
  Thing what;
  Thing of;  ///< what it is of: "collagen" of "the expression of collagen"
  bool down = false;
  bool of_change = false;  ///< "prevents a rise": not the same as going down
  bool negated = false;
};

std::vector<Change> changes(std::string_view sentence);

/// The one that tells of fewer turns up and down has none that the other does not have, in this order.
bool turn_alike(std::string_view claim, std::string_view finding);

/// 1 where both say the same of one thing, -1 where they contradict each other, 0 where neither is plain.
int agreement(const std::vector<Change>& claimed, const std::vector<Change>& found);

}  // namespace evident::extract::stances
