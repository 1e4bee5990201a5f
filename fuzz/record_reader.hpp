// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "fuzz.hpp"
#include "read/reader.hpp"

namespace evident::fuzz {

/// Holds what a reader of records gives to its promises.
class RecordChecks final : public read::Sink {
 public:
  explicit RecordChecks(size_t size) : m_size(size) {}
  void document(model::Document) override { require(false, "a record is no article"); }
  void work(model::WorkRecord work) override {
    require_inside(work.source, m_size, "a record lies inside the file");
    require(!work.source.empty(), "a record has bytes");
    require(!work.ids.empty() || !work.title.empty(), "a record names a work");
    m_any = true;
  }
  void report(Diagnostic item) override {
    require_inside(item.source, m_size, "a diagnostic lies inside the file");
    m_any = true;
  }
  bool any() const { return m_any; }

 private:
  size_t m_size;
  bool m_any = false;
};

inline void run(const read::Reader& reader, std::string_view bytes) {
  const bool accepted = reader.accepts(bytes);
  MemoryInput input(bytes);
  RecordChecks sink(bytes.size());
  reader.read(input, "fuzz", sink);
  require(!accepted || sink.any(), "a file that is taken ends in a record or a diagnostic");
}

}  // namespace evident::fuzz
