// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "index/store.hpp"
#include "query/evidence.hpp"

namespace evident::query {

/// Another article's claim that says the same.
struct Repeat {
  std::string edge;  ///< id of the "same_claim" edge
  std::string kind;  ///< "verbatim", "near-duplicate", "paraphrase"
  double score = 0;
  index::ClaimNode claim;
  std::vector<std::string> works;  ///< that it traces to; sorted
};

/// A work that articles of those that say the same trace to.
struct CommonStudy {
  std::string id;
  model::WorkRecord work;
  size_t articles = 0;
};

/// Who else says what a claim says, and how many studies that comes down to.
struct Repeats {
  std::vector<Repeat> claims;        ///< the copies first, then by score; empty where nobody else says it
  size_t articles = 1;               ///< that say it, the claim's own one with them
  size_t without = 0;                ///< of these, that trace to nothing
  std::vector<CommonStudy> studies;  ///< those that most articles trace to first
};

/// A claim traces to the works that it cites or mentions; where one of them is the own record of an article
/// that says the same, to what that article's claim traces to. An article that cites nothing for it and whose
/// own record the others trace to is the study itself.
Repeats repeats_of(const index::Store& store, EvidenceReader& reader, const index::ClaimNode& claim);

}  // namespace evident::query
