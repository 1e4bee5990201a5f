// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "fuzz.hpp"
#include "read/reader.hpp"

namespace evident::fuzz {

/// What every reader of articles promises of any bytes.
class ReaderChecks final : public read::Sink {
 public:
  explicit ReaderChecks(size_t size) : m_size(size) {}
  void document(model::Document document) override {
    ++m_given;
    uint64_t last = 0;
    for (const auto& block : document.blocks) {
      require_inside(block.span, document.text.size(), "a block lies inside the text");
      require(last <= block.span.start, "blocks do not overlap");
      last = block.span.end;
      require_inside(document.offsets.to_source(block.span), m_size, "a block lies inside the file");
    }
    last = 0;
    for (const auto& citation : document.citations) {
      require_inside(citation.span, document.text.size(), "a citation lies inside the text");
      require(last <= citation.span.start, "citations come in order");
      require(!citation.labels.empty(), "a citation has a target");
      last = citation.span.start;
    }
  }
  void work(model::WorkRecord work) override {
    ++m_given;
    require_inside(work.source, m_size, "a record lies inside the file");
    require(!work_id(work).empty(), "a work has an id");
  }
  void report(Diagnostic item) override {
    ++m_given;
    require_inside(item.source, m_size, "a diagnostic lies inside the file");
  }
  bool silent() const { return m_given == 0; }

 private:
  size_t m_size;
  size_t m_given = 0;
};

inline void check_reader(const read::Reader& reader, std::string_view bytes, const char* path) {
  (void)reader.accepts(bytes);
  MemoryInput input(bytes);
  ReaderChecks sink(bytes.size());
  reader.read(input, path, sink);
  require(!sink.silent(), "no input ends in silence");
}

}  // namespace evident::fuzz
