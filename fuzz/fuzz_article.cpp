// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/extract.hpp"
#include "fuzz.hpp"
#include "read/plain/reader.hpp"

namespace {

class Checks final : public evident::read::Sink {
 public:
  explicit Checks(size_t size) : m_size(size) {}
  void work(evident::model::WorkRecord) override {}
  void document(evident::model::Document document) override {
    const evident::model::Article article = evident::extract::article(document, *this);
    for (const auto& sentence : article.sentences) {
      evident::fuzz::require_inside(sentence.source, m_size, "a sentence lies inside the file");
      for (const auto& citation : sentence.citations) {
        evident::fuzz::require_inside(citation.source, m_size, "a marker lies inside the file");
        for (const int at : citation.references) {
          evident::fuzz::require(at >= 0 && static_cast<size_t>(at) < article.references.size(),
                                 "a citation points to an entry of the list");
        }
      }
    }
    for (const auto& reference : article.references) {
      evident::fuzz::require_inside(reference.source, m_size, "a reference lies inside the file");
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
