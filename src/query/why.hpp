// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "index/store.hpp"
#include "model/edge.hpp"

namespace evident::query {

/// The words of a link as they stand in the file, with what is around them.
struct SourceContext {
  std::string path;
  std::string sha256;  ///< of the file when it was read
  Place source;
  std::string before, marked, after;
  std::string problem;  ///< "the file has changed since ...", "cannot be opened"; empty where all is well
};

/// The passport of one link: everything that is needed to check it by hand.
struct Passport {
  model::Edge edge;
  std::string
      relation;  ///< of a link that a record states between works, "retracts" ...; then `edge` has no kind
  SourceContext context;
  std::optional<index::ClaimNode> claim;          ///< where the link starts at a claim
  std::optional<index::ReferenceNode> reference;  ///< where it starts or ends at a reference
  std::optional<index::MergedWork> work;          ///< where it ends at a work
  std::optional<index::MergedWork> by;            ///< the work where it starts at one, if the store has it
  std::optional<model::Finding> finding;          ///< of a "rests_on"
  std::optional<index::ClaimNode> same;           ///< of a "same_claim", the claim that it ends at
  std::optional<index::ClaimNode> carried_from;   ///< of a link carried over, the claim that it comes from
  std::string carried_edge;                       ///< and that one's link to the work
  std::vector<model::Edge> next;                  ///< of a "cites", the links from the reference on
  std::vector<model::Edge> others;  ///< of an ambiguous "refers_to", those of the other candidates
  std::vector<std::pair<std::string, index::MergedWork>> works;  ///< that `next` and `others` lead to
};

/// nullopt where no link has the id.
std::optional<Passport> why(const index::Store& store, const std::string& edge_id);

/// Cuts bytes out of a file with about `margin` bytes around them, as UTF-8.
SourceContext source_context(const index::Store& store, const std::string& path,
                             const std::string& article_key, Place source, uint64_t margin);

}  // namespace evident::query
