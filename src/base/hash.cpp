// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.hpp"

#include <nettle/sha2.h>

#include <array>

namespace evident {

struct Sha256::State {
  sha256_ctx context;
};

Sha256::Sha256() : m_state(std::make_unique<State>()) {
  sha256_init(&m_state->context);
}
Sha256::~Sha256() = default;

void Sha256::update(std::string_view bytes) {
  sha256_update(&m_state->context, bytes.size(), reinterpret_cast<const uint8_t*>(bytes.data()));
}

std::string Sha256::hex() {
  std::array<uint8_t, SHA256_DIGEST_SIZE> digest;
  sha256_digest(&m_state->context, digest.size(), digest.data());
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  out.reserve(2 * digest.size());
  for (uint8_t byte : digest) {
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

std::string short_hash(std::string_view text, size_t digits) {
  Sha256 hash;
  hash.update(text);
  return hash.hex().substr(0, digits);
}

}  // namespace evident
