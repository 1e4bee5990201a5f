// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/memory_works.hpp"

#include <algorithm>
#include <cstdio>
#include <set>

#include "input/input.hpp"
#include "model/link_key.hpp"
#include "read/pubmed/reader.hpp"

namespace evident::eval {

void MemoryWorks::read(const std::filesystem::path& file) {
  const auto input = open_input(file, *this);
  read::pubmed_reader().read(*input, file.string(), *this);
}

void MemoryWorks::read_records(const std::filesystem::path& data) {
  for (const char* name : {"dev50_records.xml.gz", "distractor_records.xml.gz"}) read(data / "jats" / name);
}

void MemoryWorks::report(Diagnostic diagnostic) {
  std::fprintf(stderr, "%s: %s\n", diagnostic.path.c_str(), diagnostic.message.c_str());
}

void MemoryWorks::work(model::WorkRecord work) {
  if (!m_by_id.emplace(work_id(work), m_works.size()).second) return;
  for (const auto& key : resolve::work_keys(work)) m_by_key[key].push_back(m_works.size());
  m_works.push_back(std::move(work));
}

std::vector<size_t> MemoryWorks::answers(const std::string& key) const {
  std::vector<const std::vector<size_t>*> lists;
  for (const auto part : model::parts_of_key(key)) {
    const auto at = m_by_key.find(std::string(part));
    if (at == m_by_key.end()) return {};
    lists.push_back(&at->second);
  }
  std::sort(lists.begin(), lists.end(),
            [](const auto* left, const auto* right) { return left->size() < right->size(); });
  std::vector<size_t> found = *lists.front();
  for (size_t i = 1; i < lists.size(); ++i)
    std::erase_if(found,
                  [&](size_t work) { return !std::binary_search(lists[i]->begin(), lists[i]->end(), work); });
  return found;
}

std::vector<model::WorkRecord> MemoryWorks::works_with(const std::vector<std::string>& keys, size_t limit) {
  std::set<size_t> found;
  for (const auto& key : keys) {
    const auto answering = answers(key);
    if (answering.size() <= limit) found.insert(answering.begin(), answering.end());
  }
  std::vector<model::WorkRecord> works;
  for (const size_t i : found) works.push_back(m_works[i]);
  return works;
}

const model::WorkRecord* MemoryWorks::with_pmid(const std::string& pmid) const {
  return with_id("pmid:" + pmid);
}

const model::WorkRecord* MemoryWorks::with_id(const std::string& id) const {
  const auto at = m_by_id.find(id);
  return at == m_by_id.end() ? nullptr : &m_works[at->second];
}

}  // namespace evident::eval
