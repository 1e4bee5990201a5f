// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/printed_citations.hpp"

#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto citations = evident::resolve::printed_citations(evident::fuzz::view(data, size));
  for (const auto& citation : citations) {
    evident::fuzz::require(!citation.families.empty(), "a citation has an author");
    for (const auto& family : citation.families)
      evident::fuzz::require(!family.empty(), "an author has a name");
    evident::fuzz::require(citation.year > 0, "a citation has a year");
    evident::fuzz::require_inside({citation.start, citation.end}, size, "a citation lies inside the text");
  }
  for (const auto& key : evident::resolve::citation_keys(citations))
    evident::fuzz::require(key.starts_with("m:") && key.size() <= 245, "a key fits a term");
  return 0;
}
