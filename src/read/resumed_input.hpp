// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstring>
#include <string_view>

#include "input/input.hpp"

namespace evident::read {

/// Bytes that were read already, then the rest of an input (none where it is null). The bytes must outlive
/// this.
class ResumedInput final : public Input {
 public:
  ResumedInput(std::string_view head, Input* rest) : m_head(head), m_rest(rest) {}
  size_t read(char* buffer, size_t size) override {
    if (m_head.empty()) return m_rest == nullptr ? 0 : m_rest->read(buffer, size);
    const size_t got = std::min(size, m_head.size());
    std::memcpy(buffer, m_head.data(), got);
    m_head.remove_prefix(got);
    return got;
  }

 private:
  std::string_view m_head;
  Input* m_rest;
};

}  // namespace evident::read
