// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.hpp"
#include "text/encoding.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes = evident::fuzz::view(data, size);
  evident::DiagnosticList sink;
  std::string file(bytes);
  if (evident::text::admit_text(file, "fuzz", sink))
    evident::fuzz::require(file.size() == size, "offsets stay as they are");
  const evident::text::Decoded decoded = evident::text::decode(bytes, "fuzz", sink);
  for (const evident::Diagnostic& item : sink.items) {
    evident::fuzz::require_inside(item.source, size, "a diagnostic lies inside the file");
  }
  evident::DiagnosticList again;
  (void)evident::text::decode(decoded.text, "fuzz", again);
  return 0;
}
