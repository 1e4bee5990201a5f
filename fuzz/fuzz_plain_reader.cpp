// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.hpp"
#include "read/plain/reader.hpp"

namespace {

class Checks final : public evident::read::Sink {
 public:
  explicit Checks(size_t size) : m_size(size) {}
  void work(evident::model::WorkRecord) override {}
  void document(evident::model::Document document) override {
    uint64_t end = 0;
    for (const evident::model::Block& block : document.blocks) {
      evident::fuzz::require_inside(block.span, document.text.size(), "a block lies inside the text");
      evident::fuzz::require(end <= block.span.start, "blocks are in order and do not overlap");
      end = block.span.end;
    }
  }
  void report(evident::Diagnostic item) override {
    evident::fuzz::require_inside(item.source, m_size, "a diagnostic lies inside the file");
  }

 private:
  size_t m_size;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  evident::fuzz::MemoryInput input(evident::fuzz::view(data, size));
  Checks sink(size);
  evident::read::plain_reader().read(input, "fuzz.txt", sink);
  return 0;
}
