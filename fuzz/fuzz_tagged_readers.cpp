// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.hpp"
#include "read/isi/reader.hpp"
#include "read/medline/reader.hpp"
#include "read/refer/reader.hpp"
#include "read/ris/reader.hpp"

namespace {

class Checks final : public evident::read::Sink {
 public:
  explicit Checks(size_t size) : m_size(size) {}
  void document(evident::model::Document) override {}
  void work(evident::model::WorkRecord work) override {
    evident::fuzz::require_inside(work.source, m_size, "a record lies inside the file");
    evident::fuzz::require(work.source.start >= m_last, "records do not overlap");
    m_last = work.source.end;
  }
  void report(evident::Diagnostic item) override {
    evident::fuzz::require_inside(item.source, m_size, "a diagnostic lies inside the file");
  }

 private:
  size_t m_size;
  uint64_t m_last = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes = evident::fuzz::view(data, size);
  for (const evident::read::Reader* reader : {&evident::read::medline_reader(), &evident::read::ris_reader(),
                                              &evident::read::isi_reader(), &evident::read::refer_reader()}) {
    (void)reader->accepts(bytes);
    evident::fuzz::MemoryInput input(bytes);
    Checks sink(size);
    reader->read(input, "fuzz.txt", sink);
  }
  return 0;
}
