// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace evident::model {

/// Keys are what references, mentions and works have in common: a work has facts ("m:name:brown",
/// "m:y:1997"), and what points to a work looks for one of them, or for several at once, which stand in one
/// key with this sign between them. What is rarer stands first.
inline constexpr char key_joint = '\x1f';

inline std::string joined_key(std::string_view rarer, std::string_view other) {
  return std::string(rarer).append(1, key_joint).append(other);
}

/// Views into `key`.
inline std::vector<std::string_view> parts_of_key(std::string_view key) {
  std::vector<std::string_view> parts;
  for (;;) {
    const size_t end = key.find(key_joint);
    parts.push_back(key.substr(0, end));
    if (end == std::string_view::npos) return parts;
    key.remove_prefix(end + 1);
  }
}

}  // namespace evident::model
