// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/pubmed/reader.hpp"

#include "fuzz.hpp"

namespace {

class Checks final : public evident::read::Sink {
 public:
  explicit Checks(size_t size) : m_size(size) {}
  void document(evident::model::Document) override {}
  void work(evident::model::WorkRecord work) override {
    evident::fuzz::require_inside(work.source, m_size, "a record lies inside the file");
    evident::fuzz::require(!work_id(work).empty(), "a work has an id");
  }
  void report(evident::Diagnostic item) override {
    evident::fuzz::require_inside(item.source, m_size, "a diagnostic lies inside the file");
  }

 private:
  size_t m_size;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes = evident::fuzz::view(data, size);
  const evident::read::Reader& reader = evident::read::pubmed_reader();
  (void)reader.accepts(bytes);
  evident::fuzz::MemoryInput input(bytes);
  Checks sink(size);
  reader.read(input, "fuzz.xml", sink);
  return 0;
}
