// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "index/store.hpp"
#include "model/edge.hpp"

namespace evident::query {

/// An edge between works that a record, or an entry of a list of retractions, states. Nothing in the index
/// bears its id, which names its ends: "pmid:2/retracts/pmid:1".
struct RecordEdge {
  std::string id, name;  ///< name: "retracts", "corrects", "comments_on" ...
  std::string from, to;
  std::string path;  ///< of the record that states it
  Place source;      ///< that record
  std::string printed;
};

/// What a work's records state of other works, as edges that all point one way ("retracts", never "retracted
/// by"), in order of name and ends. Where the other work's own records state the same, the edge is theirs.
std::vector<RecordEdge> record_edges(const index::Store& store, const std::string& id,
                                     const index::MergedWork& merged);

/// The edge of that id; nullopt where it is no such id, or nothing states it.
std::optional<RecordEdge> record_edge(const index::Store& store, const std::string& edge_id);

}  // namespace evident::query
