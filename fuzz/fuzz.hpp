// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "base/span.hpp"
#include "input/input.hpp"

namespace evident::fuzz {

inline std::string_view view(const uint8_t* data, size_t size) {
  return size == 0 ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(data), size);
}

/// Stops the fuzzer with what was promised and not kept.
inline void require(bool kept, const char* promise) {
  if (!kept) {
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
  }
}

inline void require_inside(const Span& span, size_t size, const char* promise) {
  require(span.start <= span.end && span.end <= size, promise);
}

/// The bytes of a fuzzer as a stream.
class MemoryInput final : public Input {
 public:
  explicit MemoryInput(std::string_view bytes) : m_rest(bytes) {}
  size_t read(char* buffer, size_t size) override {
    const size_t count = std::min(size, m_rest.size());
    if (count > 0) {
      std::memcpy(buffer, m_rest.data(), count);
    }
    m_rest.remove_prefix(count);
    return count;
  }

 private:
  std::string_view m_rest;
};

}  // namespace evident::fuzz
