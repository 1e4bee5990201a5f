// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

namespace evident::index {

struct BestMatches {
  struct Match {
    Xapian::docid number = 0;
    double weight = 0;
    std::string id;  ///< of the node
  };
  std::vector<Match> first;  ///< each node once, those of equal weight by their ids
  uint64_t total = 0;        ///< nodes; where it is an estimate, more were there than were looked at
  bool estimated = false;
};

/// The best `wanted` matches of a query, where `counted` are looked at, at least. Xapian ranks by weight
/// alone, which is much cheaper than to have it ask each candidate for its id; the equally good are put in an
/// order that does not depend on that of ingestion, and the records of a work united, here. nullopt where
/// that takes more than the first few of very many, or than is cheap to ask of another machine (`remote`).
std::optional<BestMatches> best_matches(const Xapian::Database& database, const Xapian::Query& query,
                                        size_t wanted, size_t counted, bool remote);

}  // namespace evident::index
