// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

#include "base/descriptor.hpp"

namespace evident::graph {

/// Writes all of it at a place of a file. Throws FileError.
void write_at(const Descriptor& file, uint64_t place, const void* bytes, size_t count);

/// Sorts any number of edges in bounded memory: what is too much goes to a file without a name, in sorted
/// runs.
class EdgeSorter {
 public:
  /// `directory` is where the runs may lie; `memory` is in bytes.
  EdgeSorter(std::filesystem::path directory, size_t memory);

  void add(uint32_t first, uint32_t second) {
    if (m_keys.size() == m_capacity) spill();
    m_keys.push_back(uint64_t{first} << 32 | second);
  }
  /// Calls visit(first, second) in ascending order, each pair once, and is empty afterwards.
  void take(const std::function<void(uint32_t first, uint32_t second)>& visit);

 private:
  struct Run {
    uint64_t place = 0, count = 0;  ///< in the file, in keys
  };
  void sort();
  void spill();

  std::filesystem::path m_directory;
  size_t m_capacity;
  std::vector<uint64_t> m_keys;
  std::vector<Run> m_runs;
  Descriptor m_file;
};

}  // namespace evident::graph
