// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/endnote_xml/reader.hpp"
#include "record_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  evident::fuzz::run(evident::read::endnote_xml_reader(), evident::fuzz::view(data, size));
  return 0;
}
