// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace evident::extract::stances {

/// That something went down or up, or was tolerated, whether that is good or not: "reduces jet lag".
struct Change {
  std::string what;  ///< stem
  bool down = false;
  bool negated = false;
};

std::vector<Change> changes(std::string_view sentence);

/// 1 where both say the same of one thing, -1 where they contradict each other, 0 where neither is plain.
int agreement(const std::vector<Change>& claimed, const std::vector<Change>& found);

}  // namespace evident::extract::stances
