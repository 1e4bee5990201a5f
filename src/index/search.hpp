// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "index/store.hpp"

namespace evident::index {

enum class SortOrder { relevance, year, cited };

struct SearchRequest {
  std::string query;  ///< words, "phrases", AND OR NOT, brackets, prefixes (see schema/index.md), wildcard*
  std::string kind;   ///< "claim", "work", "article"; empty for all
  size_t limit = 10, offset = 0;
  SortOrder sort = SortOrder::relevance;
  std::vector<std::string> facets;  ///< "year", "design", "journal", "kind", "article"
  bool any_word =
      false;  ///< words joined by OR (for trace), else by AND with fall-back to OR when nothing matches all
};

struct Hit {
  std::string kind, id;
  double score = 0;
  std::string title;  ///< of a work or article; of a claim, its article's title
  std::string
      text;  ///< claim text, abstract, or the claim of an article that has most of the words; may be empty
  std::string snippet;  ///< with the hits between U+0002 and U+0003 (renderers turn them into colour or <b>)
  int year = 0;
  model::Identifiers ids;
  bool retracted = false, concern = false;  ///< of a work
  std::string path;
  Place source;
};

struct SearchResult {
  uint64_t total = 0;      ///< matches
  bool estimated = false;  ///< total is an estimate: there are more matches than were looked at
  std::vector<Hit> hits;   ///< one per node: records of one work are one hit
  std::map<std::string, std::vector<std::pair<std::string, uint64_t>>> facets;  ///< most frequent first
  std::string
      suggestion;  ///< what may have been meant where nothing has all words; empty where nothing is near
  bool relaxed = false;  ///< no document had all words: any word was searched
};

/// Throws UsageError for a query that cannot be parsed, with what is wrong.
SearchResult search(const Store& store, const SearchRequest& request);

}  // namespace evident::index
