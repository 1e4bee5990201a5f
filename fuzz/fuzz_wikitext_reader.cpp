// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/reader.hpp"

#include "fuzz.hpp"
#include "reader_checks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  evident::fuzz::check_reader(evident::read::wikitext_reader(), evident::fuzz::view(data, size), "fuzz.wiki");
  return 0;
}
