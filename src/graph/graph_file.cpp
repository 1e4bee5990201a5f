// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/graph_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.hpp"

namespace evident::graph {

namespace {

constexpr std::array<char, 8> magic{'e', 'v', 'i', 'g', 'r', 'a', 'p', 'h'};
constexpr uint32_t format_version = 1;
constexpr uint32_t byte_order = 0x01020304;
constexpr uint64_t most_edges = uint64_t{1} << 40, most_name_bytes = uint64_t{1} << 44;
static_assert(sizeof(GraphHeader) == 128 && offsetof(GraphHeader, checksum) == 112);

constexpr uint64_t aligned(uint64_t bytes) {
  return (bytes + 7) / 8 * 8;
}

std::string checksum(const GraphHeader& header) {
  return short_hash({reinterpret_cast<const char*>(&header), offsetof(GraphHeader, checksum)},
                    sizeof header.checksum);
}

std::string_view text(const auto& characters) {
  return {characters.data(), characters.size()};
}

/// What is wrong with a header, nullptr where nothing is.
const char* fault(const GraphHeader& header, uint64_t file_bytes) {
  if (header.magic != magic) return "it is no file of evident";
  if (header.byte_order != byte_order) return "it comes from a machine with another byte order";
  if (header.version != format_version) return "it was written by another version of evident";
  if (text(header.checksum) != checksum(header)) return "its header does not match its checksum";
  if (header.vertices >= CsrGraph::null_vertex() || header.edges > most_edges ||
      header.name_bytes > most_name_bytes) {
    return "its header gives counts that cannot be";
  }
  const GraphLayout layout(header.vertices, header.edges, header.name_bytes);
  if (header.file_bytes != layout.end) return "its header contradicts itself";
  if (file_bytes != layout.end) return file_bytes < layout.end ? "it is cut short" : "it is too long";
  return nullptr;
}

/// Gathers the numbers of a section and writes them in large pieces.
template <typename Number>
class SectionWriter {
 public:
  SectionWriter(const Descriptor& file, uint64_t place) : m_file(file), m_place(place) {}
  void add(Number number) {
    m_numbers.push_back(number);
    if (m_numbers.size() == piece) flush();
  }
  void flush() {
    write_at(m_file, m_place, m_numbers.data(), m_numbers.size() * sizeof(Number));
    m_place += m_numbers.size() * sizeof(Number);
    m_numbers.clear();
  }

 private:
  static constexpr size_t piece = 1U << 17;
  const Descriptor& m_file;
  uint64_t m_place;
  std::vector<Number> m_numbers;
};

/// Writes the rows of sorted edges; returns how many there are.
template <typename Each>
uint64_t write_rows(EdgeSorter& sorter, uint64_t vertices, SectionWriter<uint64_t> offsets,
                    SectionWriter<CsrGraph::Vertex> ends, Each each) {
  uint64_t edges = 0, rows = 0;
  sorter.take([&](CsrGraph::Vertex start, CsrGraph::Vertex end) {
    for (; rows <= start; ++rows) offsets.add(edges);
    ends.add(end);
    ++edges;
    each(start, end);
  });
  for (; rows <= vertices; ++rows) offsets.add(edges);
  offsets.flush();
  ends.flush();
  return edges;
}

}  // namespace

GraphLayout::GraphLayout(uint64_t vertices, uint64_t edges, uint64_t name_bytes)
    : names(sizeof(GraphHeader)),
      name_offsets(names + aligned(name_bytes)),
      out_offsets(name_offsets + (vertices + 1) * sizeof(uint64_t)),
      in_offsets(out_offsets + (vertices + 1) * sizeof(uint64_t)),
      targets(in_offsets + (vertices + 1) * sizeof(uint64_t)),
      sources(targets + aligned(edges * sizeof(CsrGraph::Vertex))),
      end(sources + aligned(edges * sizeof(CsrGraph::Vertex))) {}

GraphFile::GraphFile(const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) throw FileError("cannot open " + path.string() + ": " + std::strerror(errno));
  map(file);
}

GraphFile::GraphFile(const Descriptor& file) {
  map(file);
}

void GraphFile::map(const Descriptor& file) {
  struct stat status {};
  if (::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode))
    throw DamagedGraph("the frozen citation graph cannot be used: it is no file");
  GraphHeader header{};
  const auto size = static_cast<uint64_t>(status.st_size);
  if (size < sizeof header ||
      ::pread(file.number(), &header, sizeof header, 0) != static_cast<ssize_t>(sizeof header)) {
    throw DamagedGraph("the frozen citation graph cannot be used: it is cut short");
  }
  if (const char* what = fault(header, size))
    throw DamagedGraph(std::string("the frozen citation graph cannot be used: ") + what);
  void* bytes = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.number(), 0);
  if (bytes == MAP_FAILED)
    throw FileError(std::string("cannot map the citation graph into memory: ") + std::strerror(errno));
  m_bytes = static_cast<const char*>(bytes);
  m_size = size;

  const GraphLayout layout(header.vertices, header.edges, header.name_bytes);
  const auto offsets = [&](uint64_t place) {
    return std::span(reinterpret_cast<const uint64_t*>(m_bytes + place), header.vertices + 1);
  };
  const auto ends = [&](uint64_t place) {
    return std::span(reinterpret_cast<const CsrGraph::Vertex*>(m_bytes + place), header.edges);
  };
  m_names = {m_bytes + layout.names, header.name_bytes};
  m_name_offsets = offsets(layout.name_offsets);
  m_graph = CsrGraph(
      {offsets(layout.out_offsets), offsets(layout.in_offsets), ends(layout.targets), ends(layout.sources)});
}

GraphFile::~GraphFile() {
  if (m_bytes != nullptr) ::munmap(const_cast<char*>(m_bytes), m_size);
}

GraphFile::GraphFile(GraphFile&& other) noexcept
    : m_bytes(other.m_bytes),
      m_size(other.m_size),
      m_names(other.m_names),
      m_name_offsets(other.m_name_offsets),
      m_graph(other.m_graph) {
  other.m_bytes = nullptr;
}

GraphFile& GraphFile::operator=(GraphFile&& other) noexcept {
  std::swap(m_bytes, other.m_bytes);
  std::swap(m_size, other.m_size);
  std::swap(m_names, other.m_names);
  std::swap(m_name_offsets, other.m_name_offsets);
  std::swap(m_graph, other.m_graph);
  return *this;
}

std::string_view GraphFile::name(CsrGraph::Vertex vertex) const {
  const uint64_t begin = m_name_offsets[vertex], end = m_name_offsets[vertex + 1];
  if (begin > end || end > m_names.size()) damaged_graph();
  return m_names.substr(begin, end - begin);
}

std::string_view GraphFile::key() const {
  return text(reinterpret_cast<const GraphHeader*>(m_bytes)->key);
}

GraphFileWriter::GraphFileWriter(const Descriptor& file, const std::filesystem::path& spill, size_t memory)
    : m_file(file), m_spill(spill), m_memory(memory), m_edges(spill, memory) {}

void GraphFileWriter::add_name(std::string_view name) {
  if (m_name_offsets.size() > CsrGraph::null_vertex() - 1)
    throw StoreError("the store holds more works than a frozen citation graph can number");
  m_names += name;
  m_name_offsets.push_back(m_name_bytes + m_names.size());
  if (m_names.size() < (1U << 20)) return;
  write_at(m_file, sizeof(GraphHeader) + m_name_bytes, m_names.data(), m_names.size());
  m_name_bytes += m_names.size();
  m_names.clear();
}

void GraphFileWriter::finish(std::string_view key) {
  write_at(m_file, sizeof(GraphHeader) + m_name_bytes, m_names.data(), m_names.size());
  m_name_bytes += m_names.size();
  const uint64_t vertices = m_name_offsets.size() - 1;
  const GraphLayout upper(vertices, 0, m_name_bytes);
  write_at(m_file, upper.name_offsets, m_name_offsets.data(), m_name_offsets.size() * sizeof(uint64_t));
  m_name_offsets = {};

  EdgeSorter reversed(m_spill, m_memory);
  const uint64_t edges =
      write_rows(m_edges, vertices, {m_file, upper.out_offsets}, {m_file, upper.targets},
                 [&](CsrGraph::Vertex from, CsrGraph::Vertex to) { reversed.add(to, from); });
  const GraphLayout layout(vertices, edges, m_name_bytes);
  write_rows(reversed, vertices, {m_file, layout.in_offsets}, {m_file, layout.sources},
             [](CsrGraph::Vertex, CsrGraph::Vertex) {});

  GraphHeader header{magic, format_version, byte_order, vertices, edges, m_name_bytes, layout.end, {}, {}};
  key.copy(header.key.data(), header.key.size());
  checksum(header).copy(header.checksum.data(), header.checksum.size());
  if (::ftruncate(m_file.number(), static_cast<off_t>(layout.end)) != 0 || ::fdatasync(m_file.number()) != 0)
    throw FileError(std::string("the citation graph cannot be written: ") + std::strerror(errno));
  write_at(m_file, 0, &header, sizeof header);
}

}  // namespace evident::graph
