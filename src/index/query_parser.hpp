// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <xapian.h>

namespace evident::index {

struct ParsedQuery {
  Xapian::Query query;     ///< all words
  Xapian::Query any_word;  ///< any of them
  std::string suggestion;  ///< spelling, empty where none
};

/// Parses a user's query against a store. Throws UsageError with what is wrong. schema/index.md lists the prefixes.
ParsedQuery parse_query(const Xapian::Database& database, const std::string& text);

/// The words of a text joined by OR, without stop words and without operators: for texts that are no queries.
Xapian::Query any_word_query(const Xapian::Database& database, const std::string& text);

}  // namespace evident::index
