// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace evident::extract::stances {

/// The two things of which a sentence says that one does as well as the other ("as effective as", "did as
/// well as", "no difference between"), as stems. Empty where it says so of none.
std::set<std::string> equated(std::string_view sentence);

}  // namespace evident::extract::stances
