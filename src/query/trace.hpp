// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "index/meaning.hpp"
#include "index/store.hpp"
#include "query/evidence.hpp"
#include "query/repeats.hpp"

namespace evident::query {

struct TracedClaim {
  index::ClaimNode claim;
  double score = 0;  ///< 0..1 how well the claim answers the question; 1 where the question was an id
  std::vector<Evidence> evidence;
  Repeats repeats;     ///< who else says it
  size_t studies = 0;  ///< that it rests on, shown or not
};

/// A study that speaks of what the words say, whether a claim leads to it or not.
struct TracedWork {
  index::Likeness likeness;  ///< with its id and score
  model::WorkRecord work;
  Answer answer;  ///< to the words
};

struct Trace {
  std::string query;
  std::string work_id;                    ///< where the question was a work
  std::optional<model::WorkRecord> work;  ///< where the question was a work
  std::vector<TracedClaim> claims;
  std::vector<TracedWork> works;  ///< where the question was words
  std::string article;            ///< that is called by the one word which was taken as a word
  bool of_words = false;          ///< the question was words: all answers are to them, not to each claim
  uint64_t total = 0;             ///< claims that there are; more than `claims` where the limit cut them
};

struct TraceRequest {
  std::string query;  ///< words, or the id of a claim, an article (the hash may be left out) or a work
  size_t limit = 10;  ///< claims, and works, at most
};

/// From words or a claim to the studies behind it, or from a study to the claims on it.
/// Throws UsageError for an empty query.
Trace trace(const index::Store& store, const TraceRequest& request);

/// True for text that can only be meant as an id ("pmid:1", "doi:10.1/x", "article-0a1b2c3d#4").
bool looks_like_id(const std::string& text);

}  // namespace evident::query
