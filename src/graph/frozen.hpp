// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "graph/graph_file.hpp"
#include "index/store.hpp"

namespace evident::graph {

/// The citation graph of a store at one revision: articles and works as vertices, an edge where one cites or
/// mentions the other (index/citation_scan.hpp).
class FrozenGraph {
 public:
  explicit FrozenGraph(GraphFile file) : m_file(std::move(file)) {}

  const CsrGraph& graph() const { return m_file.graph(); }
  std::string name(CsrGraph::Vertex vertex) const { return std::string(m_file.name(vertex)); }
  std::optional<CsrGraph::Vertex> find(std::string_view id) const;
  const GraphFile& file() const { return m_file; }
  bool is_of(const index::Store& store) const;

 private:
  GraphFile m_file;
};

/// Where a store keeps it.
std::filesystem::path frozen_path(const std::filesystem::path& store_directory);

struct FreezeOptions {
  size_t memory = size_t{256} << 20;  ///< for sorting, in bytes; 12 bytes a work or article come on top
};

/// Freezes the citations of a store into its directory, where the file takes the place of an older one at one
/// stroke. Whoever has that one open goes on with it. Throws FileError where it cannot be written.
FrozenGraph freeze(const index::Store& store, const std::filesystem::path& store_directory,
                   const FreezeOptions& options = {});

/// Runs `read` on the frozen graph of a store. Where there is none, or that of another revision, or a damaged
/// one, it is frozen first; `note` is told of damage. Where the store's directory cannot be written, the
/// graph lives in a file without a name.
void with_frozen(const index::Store& store, const std::filesystem::path& store_directory,
                 const std::function<void(const std::string& message)>& note,
                 const std::function<void(const FrozenGraph& frozen)>& read);

}  // namespace evident::graph
