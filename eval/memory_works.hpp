// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include "read/reader.hpp"
#include "resolve/resolve.hpp"

namespace evident::eval {

/// Records of PubMed XML, and others, in memory, found by their keys; of each work the first.
class MemoryWorks final : public resolve::WorkSource, public read::Sink {
 public:
  void read(const std::filesystem::path& file);
  /// The 60,974 records of dev50_records and distractor_records.
  void read_records(const std::filesystem::path& data);
  void report(Diagnostic diagnostic) override;
  void document(model::Document) override {}
  void work(model::WorkRecord work) override;
  std::vector<model::WorkRecord> works_with(const std::vector<std::string>& keys, size_t limit) override;

  const model::WorkRecord* with_pmid(const std::string& pmid) const;
  const model::WorkRecord* with_id(const std::string& id) const;
  size_t size() const { return m_works.size(); }

 private:
  /// Indices of the works that have all parts of a key, ascending.
  std::vector<size_t> answers(const std::string& key) const;

  std::vector<model::WorkRecord> m_works;
  std::unordered_map<std::string, size_t> m_by_id;
  std::unordered_map<std::string, std::vector<size_t>> m_by_key;
};

}  // namespace evident::eval
