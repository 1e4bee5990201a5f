// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "index/store.hpp"
#include "query/audit.hpp"
#include "query/evidence.hpp"

namespace evident::query {

/// A claim that cites or mentions a work, and what for.
struct CitedFor {
  index::ClaimNode claim;
  Evidence evidence;
};

/// One work of a bibliography with what there is to say of it.
struct BibEntry {
  std::string work_id;
  model::WorkRecord work;
  /// To the question, where words were asked; else its conclusion, or the best finding for one of the claims
  /// where it has none: whether that supports anything is of each claim, so that the stance is "unknown".
  Answer answer;
  bool to_question = false;  ///< words were asked: `answer` is to them
  std::vector<CitedFor> cited_by;
  std::vector<Problem> problems;  ///< what the citing claims and references get wrong
};

struct Bibliography {
  std::string query;
  std::vector<BibEntry> entries;     ///< in the order in which trace finds them
  std::vector<std::string> missing;  ///< identifiers that nothing in the store has
};

/// The works behind the claims that trace finds for the words; where every argument is a work's id, those
/// works.
Bibliography bibliography(const index::Store& store, const std::vector<std::string>& arguments, size_t limit);

}  // namespace evident::query
