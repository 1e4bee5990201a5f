// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

namespace evident::read::xml {

/// Whether `size` bytes are the same: names are short, and a call would cost more than it does.
inline bool same_bytes(const char* left, const char* right, size_t size) {
  const auto same_at = [&]<typename Word>(Word, size_t at) {
    Word a = 0, b = 0;
    std::memcpy(&a, left + at, sizeof(Word));
    std::memcpy(&b, right + at, sizeof(Word));
    return a == b;
  };
  if (size > 16) return std::memcmp(left, right, size) == 0;
  // Two words that overlap cover all sizes in between.
  if (size >= 8) return same_at(uint64_t{}, 0) && same_at(uint64_t{}, size - 8);
  if (size >= 4) return same_at(uint32_t{}, 0) && same_at(uint32_t{}, size - 4);
  if (size >= 2) return same_at(uint16_t{}, 0) && same_at(uint16_t{}, size - 2);
  return size == 0 || *left == *right;
}

/// The names of a format's elements, each with a number ("role") that a reader can switch on. Looked up for
/// every tag, hence the plain table; names must outlive it.
class NameTable {
 public:
  template <typename Role, size_t size>
  explicit NameTable(const std::pair<std::string_view, Role> (&names)[size]) {
    static_assert(size < slots / 2, "the table must stay thin");
    for (const auto& [name, role] : names) {
      size_t at = hash(name);
      while (!m_slots[at].first.empty()) at = (at + 1) % slots;
      m_slots[at] = {name, static_cast<uint16_t>(role)};
    }
  }

  /// 0 for any other name.
  uint16_t role(std::string_view name) const {
    if (name.empty()) return 0;
    for (size_t at = hash(name);; at = (at + 1) % slots) {
      const auto& [known, role] = m_slots[at];
      if (known.size() == name.size() && same_bytes(known.data(), name.data(), name.size())) return role;
      if (known.empty()) return 0;
    }
  }

 private:
  static constexpr size_t slots = 1024;

  /// Length and three letters tell nearly all names apart.
  static size_t hash(std::string_view name) {
    const auto letter = [&](size_t at) { return static_cast<size_t>(static_cast<unsigned char>(name[at])); };
    const size_t mixed =
        name.size() + letter(0) * 31 + letter(name.size() / 2) * 1009 + letter(name.size() - 1) * 7919;
    return (mixed ^ (mixed >> 10U)) % slots;
  }

  std::array<std::pair<std::string_view, uint16_t>, slots> m_slots{};
};

}  // namespace evident::read::xml
