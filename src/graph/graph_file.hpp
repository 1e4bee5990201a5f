// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "graph/csr_graph.hpp"
#include "graph/edge_sorter.hpp"

namespace evident::graph {

/// What a frozen graph's file begins with. Its sections follow, each from a multiple of 8 bytes:
///   names           the ids of the vertices, one after the other, without anything between
///   name_offsets    uint64, one more than there are vertices: where each name begins
///   out_offsets     uint64, the same for `targets`
///   in_offsets      uint64, the same for `sources`
///   targets         uint32, the ends of the edges by their starts
///   sources         uint32, the starts of the edges by their ends
struct GraphHeader {
  std::array<char, 8> magic;
  uint32_t version;
  uint32_t byte_order;
  uint64_t vertices, edges, name_bytes, file_bytes;
  std::array<char, 64> key;       ///< says what the graph was made of: SHA-256 in hexadecimal digits
  std::array<char, 16> checksum;  ///< of all that stands before it
};

/// Where the sections of a file stand, in bytes.
struct GraphLayout {
  uint64_t names, name_offsets, out_offsets, in_offsets, targets, sources, end;
  GraphLayout(uint64_t vertices, uint64_t edges, uint64_t name_bytes);
};

/// A file of a frozen graph, mapped into memory. Opening it reads the header alone.
class GraphFile {
 public:
  /// Throws FileError where it cannot be opened, DamagedGraph where it is none, is cut short, damaged, of
  /// another version or of a machine with another byte order.
  explicit GraphFile(const std::filesystem::path& path);
  explicit GraphFile(const Descriptor& file);
  ~GraphFile();
  GraphFile(GraphFile&& other) noexcept;
  GraphFile& operator=(GraphFile&& other) noexcept;

  const CsrGraph& graph() const { return m_graph; }
  std::string_view name(CsrGraph::Vertex vertex) const;
  std::string_view key() const;
  uint64_t bytes() const { return m_size; }

 private:
  void map(const Descriptor& file);
  const char* m_bytes = nullptr;
  uint64_t m_size = 0;
  std::string_view m_names;
  std::span<const uint64_t> m_name_offsets;
  CsrGraph m_graph;
};

/// Writes such a file: first all names, in the order of the vertices, then edges in any order.
class GraphFileWriter {
 public:
  /// `spill` and `memory` are for sorting (EdgeSorter).
  GraphFileWriter(const Descriptor& file, const std::filesystem::path& spill, size_t memory);

  void add_name(std::string_view name);
  void add_edge(CsrGraph::Vertex from, CsrGraph::Vertex to) { m_edges.add(from, to); }
  /// The header comes last, when all else is on the disk. Throws FileError.
  void finish(std::string_view key);

 private:
  const Descriptor& m_file;
  std::filesystem::path m_spill;
  size_t m_memory;
  EdgeSorter m_edges;
  std::string m_names;  // not yet written
  uint64_t m_name_bytes = 0;
  std::vector<uint64_t> m_name_offsets{0};
};

}  // namespace evident::graph
