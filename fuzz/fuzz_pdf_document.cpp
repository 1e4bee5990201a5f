// SPDX-License-Identifier: GPL-3.0-or-later
// The drawn text of a PDF; poppler itself is not ours to fuzz.
#include "fuzz.hpp"
#include "read/pdf/document.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view drawn = evident::fuzz::view(data, size);
  const auto title = drawn.substr(0, drawn.find('\n'));
  const evident::model::Document document = evident::read::pdf::document_of(drawn, title, "");
  uint64_t last = 0;
  for (const auto& block : document.blocks) {
    evident::fuzz::require_inside(block.span, document.text.size(), "a block lies inside the text");
    evident::fuzz::require(last <= block.span.start, "blocks do not overlap");
    last = block.span.end;
    const evident::Place source = document.offsets.to_source(block.span);
    evident::fuzz::require_inside(source, size, "a block lies inside the file");
    evident::fuzz::require(source.page > 0, "a block stands on a page");
  }
  return 0;
}
