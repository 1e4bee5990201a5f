// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <string_view>

namespace evident::test {

/// A few small changes of the kinds that transport and careless hands make: pieces left out, put in twice,
/// bytes changed, swapped, signs of the format put in, the end cut off.
inline std::string mutated(std::string bytes, std::mt19937& random, std::string_view signs = "<>&;/\"'![]") {
  const auto below = [&](size_t limit) {
    return std::uniform_int_distribution<size_t>(0, limit - 1)(random);
  };
  const size_t changes = 1 + below(4);
  for (size_t n = 0; n < changes && !bytes.empty(); ++n) {
    const size_t at = below(bytes.size());
    const size_t size = std::min(bytes.size() - at, 1 + below(60));
    switch (below(6)) {
      case 0:
        bytes.erase(at, size);
        break;
      case 1:
        bytes.insert(at, bytes.substr(below(bytes.size()), size));
        break;
      case 2:
        bytes[at] = static_cast<char>(below(256));
        break;
      case 3:
        bytes.insert(at, 1, signs[below(signs.size())]);
        break;
      case 4:
        bytes.resize(at);
        break;
      default:
        std::swap(bytes[at], bytes[below(bytes.size())]);
    }
  }
  return bytes;
}

}  // namespace evident::test
