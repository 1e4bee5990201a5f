// SPDX-License-Identifier: GPL-3.0-or-later
// A frozen graph of any bytes is refused, or answers, or is found damaged; nothing else. A header that would
// be refused for its checksum alone is mended, so that what stands behind is reached.
#include "graph/graph_file.hpp"

#include <cstddef>

#include <fcntl.h>
#include <sys/mman.h>

#include "base/hash.hpp"
#include "fuzz.hpp"
#include "graph/components.hpp"
#include "graph/dominators.hpp"
#include "graph/main_path.hpp"
#include "graph/neighbours.hpp"
#include "graph/rank.hpp"

namespace {

using namespace evident::graph;

/// Bytes 0 to 2 give the counts; the rest becomes the sections.
std::string with_header(std::string_view bytes) {
  const uint64_t vertices = static_cast<uint8_t>(bytes[0]) % 40, edges = static_cast<uint8_t>(bytes[1]) % 80,
                 names = static_cast<uint8_t>(bytes[2]);
  const GraphLayout layout(vertices, edges, names);
  GraphHeader header{
      {'e', 'v', 'i', 'g', 'r', 'a', 'p', 'h'}, 1, 0x01020304, vertices, edges, names, layout.end, {}, {}};
  evident::short_hash({reinterpret_cast<const char*>(&header), offsetof(GraphHeader, checksum)}, 16)
      .copy(header.checksum.data(), header.checksum.size());
  std::string file(reinterpret_cast<const char*>(&header), sizeof header);
  file += bytes.substr(3);
  file.resize(layout.end);
  return file;
}

void ask(const std::string& bytes) {
  const Descriptor file(::memfd_create("graph", 0));
  write_at(file, 0, bytes.data(), bytes.size());
  try {
    const GraphFile opened(file);
    const CsrGraph& graph = opened.graph();
    for (CsrGraph::Vertex vertex = 0; vertex < graph.vertex_count(); ++vertex) {
      (void)opened.name(vertex);
      (void)cocited(graph, vertex);
    }
    (void)page_rank(graph);
    (void)component_list(graph);
    (void)main_path(graph);
    if (graph.vertex_count() > 0) (void)single_supports(graph, {{0}});
    for (auto [edge, end] = edges(graph); edge != end; ++edge) (void)*edge;
  } catch (const DamagedGraph&) {
    return;  // the one answer to bytes that are no graph
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes = evident::fuzz::view(data, size);
  ask(std::string(bytes));
  if (size > 3) ask(with_header(bytes));
  return 0;
}
