// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace evident::extract::stances {

/// The shares that a claim tells stand in the finding, in that order: else groups may be confused.
bool tells_same_shares(std::string_view claim, std::string_view finding);

/// The figures of a result as they are printed, in order: shares, ratios and measured values.
std::vector<double> result_figures(std::string_view text);

/// All numbers of a text but those in names ("B12"), in order of print.
std::vector<double> numbers(std::string_view text);

/// How many figures of the claim the finding has, one after the other.
size_t figures_told(const std::vector<double>& claimed, const std::vector<double>& found);

/// So many figures tell which result is meant; one may be the same by chance.
constexpr size_t telling_figures = 2;

/// Who tells the very figures of a finding says what it says, whether good or bad: in the same order, of the
/// same groups as far as their names stand beside the figures, and going the same way.
bool tells_its_figures(std::string_view claim, std::string_view finding);

/// Both tell a figure of one unit or measure (mmHg, weeks, a ratio), and of one of these none of the claim's
/// is any of the finding's, rounded as the coarser of the two is printed.
bool tells_other_figures(std::string_view claim, std::string_view finding);

}  // namespace evident::extract::stances
