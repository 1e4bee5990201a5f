// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace evident::read::xml {

struct Flaw {
  std::string message;  ///< libxml2's
  uint64_t line = 1;    ///< within the piece
  uint64_t offset = 0;  ///< where reading ended, in the piece
};

/// What libxml2 has against one element with all below it; nullopt where it is well-formed. Names of entities
/// are not looked up: whether they are defined is told elsewhere, and none is ever expanded.
std::optional<Flaw> flaw_of(std::string_view utf8);

}  // namespace evident::read::xml
