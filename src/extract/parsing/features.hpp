// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "extract/parsing/tokens.hpp"

namespace evident::extract::parsing {

/// What a tagger sees of a printed reference. The trainer and the tagger share this, so that a model fits the
/// program that it was built with.
struct Observed {
  std::vector<std::vector<uint32_t>>
      features;  ///< of each token: hashes of its own, its neighbours', its place
  std::vector<uint8_t>
      joints;  ///< how each token meets the one before it, below `joint_count`; 0 of the first
};
Observed observe(const std::vector<Token>& tokens);

/// Kinds of joints: after which kind of token one of which kind follows.
inline constexpr size_t joint_count = 10 * 7;

/// Goes up when observe() changes: a model says with which it was trained.
inline constexpr uint32_t features_version = 3;

}  // namespace evident::extract::parsing
