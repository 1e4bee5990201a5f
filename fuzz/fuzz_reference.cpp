// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/extract.hpp"
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  (void)evident::extract::reference(evident::fuzz::view(data, size));
  return 0;
}
