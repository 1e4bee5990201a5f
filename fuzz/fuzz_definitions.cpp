// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/definitions.hpp"

#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text = evident::fuzz::view(data, size);
  const char* before = text.data();
  for (const auto& [abbreviation, meaning] : evident::text::definitions(text)) {
    for (const std::string_view part : {abbreviation, meaning}) {
      evident::fuzz::require(!part.empty(), "both parts of a definition have words");
      evident::fuzz::require(part.data() >= text.data() && part.data() + part.size() <= text.data() + size,
                             "a definition is part of the text");
    }
    evident::fuzz::require(before <= abbreviation.data(), "definitions are in order");
    before = abbreviation.data();
  }
  return 0;
}
