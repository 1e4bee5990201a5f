// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace evident {

/// SHA-256, fed in pieces.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  void update(std::string_view bytes);
  /// 64 lower-case hexadecimal digits; ends the computation.
  std::string hex();

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

/// The first `digits` hexadecimal digits of the SHA-256 of `text`: a short name for a long key.
std::string short_hash(std::string_view text, size_t digits);

/// FNV-1a of 64 bits, the same on every machine: for keys of which there are many. Its low bits are the
/// better ones. `from` goes on with the hash of what stands before.
constexpr uint64_t fnv1a(std::string_view text, uint64_t from = 14695981039346656037ULL) {
  for (const char c : text) from = (from ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return from;
}

}  // namespace evident
