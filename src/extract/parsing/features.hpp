// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "extract/parsing/tokens.hpp"

namespace evident::extract::parsing {

/// What a tagger sees of each token: hashes of its features, those of its neighbours and of its place. The
/// trainer and the tagger share this, so that a model fits the program that it was built with.
std::vector<std::vector<uint32_t>> features(const std::vector<Token>& tokens);

/// Goes up when features() changes: a model says with which it was trained.
inline constexpr uint32_t features_version = 2;

}  // namespace evident::extract::parsing
