// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/extract.hpp"
#include "fuzz.hpp"

/// The first line is the claim, the rest the finding.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text = evident::fuzz::view(data, size);
  const size_t line_end = std::min(text.find('\n'), text.size());
  const std::string_view claim = text.substr(0, line_end);
  (void)evident::extract::is_claim(claim);
  const evident::extract::StanceResult result = evident::extract::stance(claim, text.substr(line_end));
  evident::fuzz::require(result.score >= 0 && result.score <= 1, "a score lies between 0 and 1");
  return 0;
}
