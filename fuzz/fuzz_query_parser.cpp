// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query_parser.hpp"

#include "base/error.hpp"
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Xapian::Database empty("", Xapian::DB_BACKEND_INMEMORY);
  const std::string typed(evident::fuzz::view(data, size));
  for (const auto join : {evident::index::JoinWords::with_and, evident::index::JoinWords::with_or}) {
    try {
      (void)evident::index::parse_query(empty, typed, join);
    } catch (const evident::UsageError&) {
      continue;  // the one answer to a query that was not understood
    }
  }
  (void)evident::index::any_word_of(typed);
  return 0;
}
