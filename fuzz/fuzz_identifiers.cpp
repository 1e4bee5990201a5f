// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/identifier.hpp"

#include "fuzz.hpp"

/// What is normal stays as it is when it is read again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text = evident::fuzz::view(data, size);
  using namespace evident::model;
  if (const auto pmid = normal_pmid(text)) {
    evident::fuzz::require(normal_pmid(*pmid) == pmid, "a normal PMID is stable");
  }
  if (const auto doi = normal_doi(text)) {
    evident::fuzz::require(normal_doi(*doi) == doi, "a normal DOI is stable");
  }
  if (const auto pmcid = normal_pmcid(text)) {
    evident::fuzz::require(normal_pmcid(*pmcid) == pmcid, "a normal PMCID is stable");
  }
  return 0;
}
