// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/extract.hpp"
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  uint64_t start = 0;
  for (const evident::model::Quantity& quantity :
       evident::extract::quantities(evident::fuzz::view(data, size))) {
    evident::fuzz::require_inside(quantity.span, size, "a figure lies inside the text");
    evident::fuzz::require(start <= quantity.span.start, "figures are in order");
    start = quantity.span.start;
  }
  return 0;
}
