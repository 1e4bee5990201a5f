// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "extract/stance/words.hpp"

namespace evident::extract::stances {

/// "no evidence that ...", "it could not be shown that ...": where the word stands that denies the whole of
/// what follows "that", where the word at `at` is part of it.
std::optional<size_t> governing_denial(const Words& clause, size_t at);

/// One is of what the other leaves out: a claim "but not in cirrhosis" and a finding in cirrhosis; or the
/// finding holds in some alone ("in women but not in men"), whom the claim does not name.
bool of_excluded(std::string_view claim, std::string_view finding);

/// One is of having less of what the other is of: "salt raises", "reducing salt lowered".
bool turned_differently(std::string_view claim, std::string_view finding);

}  // namespace evident::extract::stances
