// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <xapian.h>

namespace evident::index {

/// True for a document that another stands for now: taking its terms out of a large store would cost more
/// than the reading of what came instead (slot::gone).
bool is_gone(const Xapian::Database& database, Xapian::docid number);
/// Whether there is any such document.
bool any_gone(const Xapian::Database& database);

/// Numbers of the documents that bear a term, ascending, those that are gone left out.
std::vector<Xapian::docid> documents_with(const Xapian::Database& database, const std::string& term);
/// How many they are, and whether there are any.
Xapian::doccount count_with(const Xapian::Database& database, const std::string& term);
bool any_with(const Xapian::Database& database, const std::string& term);

/// Numbers of all documents that are gone, ascending.
std::vector<Xapian::docid> gone_documents(const Xapian::Database& database);
/// How many they are, by the format of their record.
std::map<std::string, Xapian::doccount> gone_by_format(const Xapian::Database& database);

/// Of what a query matches, what is not gone.
Xapian::Query without_gone(const Xapian::Database& database, const Xapian::Query& query);

/// Calls visit(value without prefix) for every term from `term` on that begins with the prefix.
template <typename Visit>
void for_each_term(Xapian::TermIterator term, const Xapian::TermIterator& end, std::string_view prefix,
                   Visit visit) {
  if (term != end) term.skip_to(std::string(prefix));
  for (; term != end; ++term) {
    const std::string whole = *term;
    if (whole.compare(0, prefix.size(), prefix) != 0) break;
    std::string_view value(whole);
    value.remove_prefix(prefix.size());
    if (value.size() > 1 && value[0] == ':') value.remove_prefix(1);
    visit(std::string(value));
  }
}

/// The same for the terms of a document.
template <typename Visit>
void for_each_term(const Xapian::Database& database, Xapian::docid number, std::string_view prefix,
                   Visit visit) {
  for_each_term(database.termlist_begin(number), database.termlist_end(number), prefix, visit);
}
template <typename Visit>
void for_each_term(const Xapian::Document& document, std::string_view prefix, Visit visit) {
  for_each_term(document.termlist_begin(), document.termlist_end(), prefix, visit);
}

/// Runs a read, and again on what is newest when a writer has overtaken it (twice at most in a row is seen;
/// ten tries are plenty).
template <typename Read, typename Reopen>
auto with_reopen(Read read, Reopen reopen) {
  for (int attempt = 0;; ++attempt) {
    try {
      return read();
    } catch (const Xapian::DatabaseModifiedError&) {
      if (attempt == 10) throw;
      reopen();
    }
  }
}

}  // namespace evident::index
