// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "model/link_key.hpp"

namespace evident::test {

/// Whether a work with these facts, sorted, is found by a key.
inline bool answers_key(const std::vector<std::string>& facts, std::string_view key) {
  const auto parts = model::parts_of_key(key);
  return std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return std::binary_search(facts.begin(), facts.end(), part, std::less<>());
  });
}

}  // namespace evident::test
