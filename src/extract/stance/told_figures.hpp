// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace evident::extract::stances {

/// The shares that a claim tells stand in the finding, in that order: else groups may be confused.
bool tells_same_shares(std::string_view claim, std::string_view finding);

/// The figures of a result, in order of print, without those that say who was studied and how.
std::vector<double> result_figures(std::string_view text);

/// All numbers that a text tells, in order of print.
std::vector<double> numbers(std::string_view text);

/// How many figures of the claim the finding has, one after the other.
size_t figures_told(const std::vector<double>& claimed, const std::vector<double>& found);

constexpr size_t telling_figures = 2;  // one may be the same by chance

/// Who tells the very figures of a finding says what it says, whether good or bad.
bool tells_its_figures(std::string_view claim, std::string_view finding);

}  // namespace evident::extract::stances
