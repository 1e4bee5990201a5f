// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/html/reader.hpp"

#include "fuzz.hpp"

namespace {

class Checks final : public evident::read::Sink {
 public:
  explicit Checks(size_t size) : m_size(size) {}
  void document(evident::model::Document document) override {
    ++m_given;
    uint64_t last = 0;
    for (const auto& block : document.blocks) {
      evident::fuzz::require_inside(block.span, document.text.size(), "a block lies inside the text");
      evident::fuzz::require(last <= block.span.start, "blocks do not overlap");
      last = block.span.end;
      evident::fuzz::require_inside(document.offsets.to_source(block.span), m_size,
                                    "a block lies inside the file");
    }
    last = 0;
    for (const auto& citation : document.citations) {
      evident::fuzz::require_inside(citation.span, document.text.size(), "a citation lies inside the text");
      evident::fuzz::require(last <= citation.span.start, "citations come in order");
      evident::fuzz::require(!citation.labels.empty(), "a citation has a target");
      last = citation.span.start;
    }
  }
  void work(evident::model::WorkRecord work) override {
    ++m_given;
    evident::fuzz::require_inside(work.source, m_size, "a record lies inside the file");
    evident::fuzz::require(!work_id(work).empty(), "a work has an id");
  }
  void report(evident::Diagnostic item) override {
    ++m_given;
    evident::fuzz::require_inside(item.source, m_size, "a diagnostic lies inside the file");
  }
  bool silent() const { return m_given == 0; }

 private:
  size_t m_size;
  size_t m_given = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes = evident::fuzz::view(data, size);
  const evident::read::Reader& reader = evident::read::html_reader();
  (void)reader.accepts(bytes);
  evident::fuzz::MemoryInput input(bytes);
  Checks sink(size);
  reader.read(input, "fuzz.html", sink);
  evident::fuzz::require(!sink.silent(), "no input ends in silence");
  return 0;
}
