// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/work.hpp"
#include "query/stated_results.hpp"

namespace evident::query {

/// Doses and times of treatment of a claim that rests on one study, where they are not those of the study:
/// told only where a claim gives one, and it can be neither a part nor a sum of what the abstract gives. And
/// a result that is not there, where the claim's other results are.
std::vector<OtherAmount> other_amounts(std::string_view claim, const model::WorkRecord& work);

}  // namespace evident::query
