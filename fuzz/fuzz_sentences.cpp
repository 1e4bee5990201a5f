// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentences.hpp"

#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  uint64_t end = 0;
  for (const evident::Span& span : evident::text::sentences(evident::fuzz::view(data, size))) {
    evident::fuzz::require_inside(span, size, "a sentence lies inside the text");
    evident::fuzz::require(!span.empty(), "a sentence has words");
    evident::fuzz::require(end <= span.start, "sentences are in order and do not overlap");
    end = span.end;
  }
  return 0;
}
