// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "input/input.hpp"
#include "read/reader.hpp"

namespace evident::test {

/// Bytes of a test as a stream that gives them in small portions.
class MemoryInput final : public Input {
 public:
  explicit MemoryInput(std::string_view bytes, size_t portion = 4096) : m_rest(bytes), m_portion(portion) {}
  size_t read(char* buffer, size_t size) override {
    const size_t count = std::min({size, m_rest.size(), m_portion});
    if (count > 0) std::memcpy(buffer, m_rest.data(), count);
    m_rest.remove_prefix(count);
    return count;
  }

 private:
  std::string_view m_rest;
  size_t m_portion;
};

/// All that a reader gives.
class Reading final : public read::Sink {
 public:
  Reading(const read::Reader& reader, std::string_view bytes, size_t portion = 4096) {
    MemoryInput input(bytes, portion);
    reader.read(input, "test", *this);
  }
  void report(Diagnostic diagnostic) override { diagnostics.push_back(std::move(diagnostic)); }
  void document(model::Document document) override { documents.push_back(std::move(document)); }
  void work(model::WorkRecord work) override { works.push_back(std::move(work)); }
  void deletion(model::Deletion deletion) override { deletions.push_back(std::move(deletion)); }

  /// The text of the blocks of a kind in one document.
  std::vector<std::string> texts(model::BlockKind kind, size_t document = 0) const {
    std::vector<std::string> out;
    for (const auto& block : documents.at(document).blocks) {
      if (block.kind == kind)
        out.push_back(documents[document].text.substr(block.span.start, block.span.size()));
    }
    return out;
  }
  std::vector<std::string> codes() const {
    std::vector<std::string> out;
    for (const auto& diagnostic : diagnostics) out.push_back(diagnostic.code);
    return out;
  }

  std::vector<Diagnostic> diagnostics;
  std::vector<model::Document> documents;
  std::vector<model::WorkRecord> works;
  std::vector<model::Deletion> deletions;
};

}  // namespace evident::test
