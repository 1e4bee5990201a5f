// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/quantity.hpp"

#include <array>

namespace evident::model {

std::string to_string(QuantityKind kind) {
  static constexpr std::array<const char*, 11> names = {"sample-size", "dose",      "duration", "percentage",
                                                        "p-value",     "ratio",     "mean",     "fraction",
                                                        "interval",    "frequency", "other"};
  return names[static_cast<size_t>(kind)];
}

}  // namespace evident::model
