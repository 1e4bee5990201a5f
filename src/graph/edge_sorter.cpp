// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/edge_sorter.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <queue>
#include <string>

#include <fcntl.h>
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkstemp
#include <unistd.h>
#include <boost/sort/spreadsort/integer_sort.hpp>

#include "base/error.hpp"

namespace evident::graph {

void write_at(const Descriptor& file, uint64_t place, const void* bytes, size_t count) {
  const auto* rest = static_cast<const char*>(bytes);
  while (count > 0) {
    const ssize_t written = ::pwrite(file.number(), rest, count, static_cast<off_t>(place));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0)
      throw FileError(std::string("the citation graph cannot be written: ") + std::strerror(errno));
    rest += written;
    place += static_cast<uint64_t>(written);
    count -= static_cast<size_t>(written);
  }
}

namespace {

Descriptor nameless_file(const std::filesystem::path& directory) {
  std::string name = (directory / "sorting.XXXXXX").string();
  Descriptor file(::mkostemp(name.data(), O_CLOEXEC));
  if (file.number() < 0)
    throw FileError("cannot sort citations in " + directory.string() + ": " + std::strerror(errno));
  ::unlink(name.c_str());
  return file;
}

/// Reads a run in pieces.
class RunReader {
 public:
  RunReader(const Descriptor& file, uint64_t place, uint64_t count, size_t piece)
      : m_file(file), m_place(place), m_left(count), m_piece(piece) {}

  bool next(uint64_t& key) {
    if (m_at == m_keys.size() && !fill()) return false;
    key = m_keys[m_at++];
    return true;
  }

 private:
  bool fill() {
    m_keys.resize(static_cast<size_t>(std::min<uint64_t>(m_left, m_piece)));
    m_at = 0;
    auto* bytes = reinterpret_cast<char*>(m_keys.data());
    for (size_t had = 0, all = m_keys.size() * sizeof(uint64_t); had < all;) {
      const ssize_t got = ::pread(m_file.number(), bytes + had, all - had,
                                  static_cast<off_t>(m_place * sizeof(uint64_t) + had));
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) throw FileError(std::string("sorted citations cannot be read: ") + std::strerror(errno));
      had += static_cast<size_t>(got);
    }
    m_place += m_keys.size();
    m_left -= m_keys.size();
    return !m_keys.empty();
  }

  const Descriptor& m_file;
  uint64_t m_place, m_left;
  size_t m_piece, m_at = 0;
  std::vector<uint64_t> m_keys;
};

}  // namespace

EdgeSorter::EdgeSorter(std::filesystem::path directory, size_t memory)
    : m_directory(std::move(directory)), m_capacity(std::max<size_t>(memory / sizeof(uint64_t), 16)) {
  m_keys.reserve(m_capacity);  // growing would need half as much again; what is not used costs no memory
}

void EdgeSorter::sort() {
  boost::sort::spreadsort::integer_sort(m_keys.begin(), m_keys.end());
  m_keys.erase(std::unique(m_keys.begin(), m_keys.end()), m_keys.end());
}

void EdgeSorter::spill() {
  sort();
  if (m_file.number() < 0) m_file = nameless_file(m_directory);
  const uint64_t place = m_runs.empty() ? 0 : m_runs.back().place + m_runs.back().count;
  write_at(m_file, place * sizeof(uint64_t), m_keys.data(), m_keys.size() * sizeof(uint64_t));
  m_runs.push_back({place, m_keys.size()});
  m_keys.clear();
}

void EdgeSorter::take(const std::function<void(uint32_t, uint32_t)>& visit) {
  const auto give = [&](uint64_t key) {
    visit(static_cast<uint32_t>(key >> 32), static_cast<uint32_t>(key));
  };
  if (m_runs.empty()) {
    sort();
    for (uint64_t key : m_keys) give(key);
  } else {
    spill();
    m_keys.shrink_to_fit();
    std::vector<RunReader> readers;
    using Head = std::pair<uint64_t, size_t>;  // key, reader
    std::priority_queue<Head, std::vector<Head>, std::greater<>> heads;
    const size_t piece = std::clamp<size_t>(m_capacity / m_runs.size(), 16, 1U << 17);
    for (const Run& run : m_runs) {
      readers.emplace_back(m_file, run.place, run.count, piece);
      uint64_t key = 0;
      if (readers.back().next(key)) heads.emplace(key, readers.size() - 1);
    }
    uint64_t last = 0;
    for (bool first = true; !heads.empty(); first = false) {
      auto [key, reader] = heads.top();
      heads.pop();
      if (first || key != last) give(key);
      last = key;
      if (readers[reader].next(key)) heads.emplace(key, reader);
    }
  }
  m_keys = {};
  m_runs.clear();
  m_file = Descriptor();
}

}  // namespace evident::graph
