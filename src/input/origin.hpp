// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

namespace evident {

/// One file, told by whoever reads it: how far it was read, and what came out of it. All that is unpacked
/// from a file, however deep, counts here, so that a bomb is met wherever it sits.
struct Origin {
  static constexpr uint64_t always_allowed = uint64_t{1} << 30U;
  /// Texts shrink to a tenth, tables of numbers to a hundredth.
  static constexpr uint64_t most_swelling = 250;

  uint64_t size = 0;      ///< of the file; 0 where nobody knows (a pipe)
  uint64_t consumed = 0;  ///< of its bytes: where the reading stands
  uint64_t unpacked = 0;  ///< bytes that came out, of all layers together
  bool reported = false;  ///< that it swells too much

  /// Counts unpacked bytes; false when it is too much to be a text.
  bool unpack(uint64_t bytes) {
    unpacked += bytes;
    return unpacked <= std::max(always_allowed, most_swelling * std::max(size, consumed));
  }
};

inline constexpr const char* swelling_code = "expands-too-much";
inline constexpr const char* swelling_message =
    "what is packed there grows beyond all measure (a decompression bomb?); what came before was read";

}  // namespace evident
