// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/postings.hpp"

#include "index/schema.hpp"

namespace evident::index {

namespace {

constexpr size_t asked_for_one_by_one = 100;

/// Documents that are gone. Taken from the values in order that would be one question a document to a remote
/// shard; so it is a query.
Xapian::Query gone_query() {
  return {Xapian::Query::OP_VALUE_GE, slot::gone, "!"};  // before any letter
}

std::vector<Xapian::docid> gone_matching(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet found = enquire.get_mset(0, database.get_value_freq(slot::gone));
  std::vector<Xapian::docid> gone;
  gone.reserve(found.size());
  for (auto match = found.begin(); match != found.end(); ++match) gone.push_back(*match);
  std::sort(gone.begin(), gone.end());
  return gone;
}

void leave_out_gone(const Xapian::Database& database, const std::string& term,
                    std::vector<Xapian::docid>& numbers) {
  if (numbers.size() <= asked_for_one_by_one) {
    std::erase_if(numbers, [&](Xapian::docid number) { return is_gone(database, number); });
    return;
  }
  const auto gone =
      gone_matching(database, Xapian::Query(Xapian::Query::OP_FILTER, gone_query(), Xapian::Query(term)));
  std::erase_if(numbers,
                [&](Xapian::docid number) { return std::binary_search(gone.begin(), gone.end(), number); });
}

}  // namespace

bool any_gone(const Xapian::Database& database) {
  return database.get_value_freq(slot::gone) > 0;
}

bool is_gone(const Xapian::Database& database, Xapian::docid number) {
  return !database.get_document(number, Xapian::DOC_ASSUME_VALID).get_value(slot::gone).empty();
}

std::vector<Xapian::docid> documents_with(const Xapian::Database& database, const std::string& term) {
  std::vector<Xapian::docid> numbers(database.postlist_begin(term), database.postlist_end(term));
  if (!numbers.empty() && any_gone(database)) leave_out_gone(database, term, numbers);
  return numbers;
}

Xapian::doccount count_with(const Xapian::Database& database, const std::string& term) {
  const Xapian::doccount count = database.get_termfreq(term);
  if (count == 0 || !any_gone(database)) return count;
  return static_cast<Xapian::doccount>(documents_with(database, term).size());
}

bool any_with(const Xapian::Database& database, const std::string& term) {
  if (!any_gone(database)) return database.term_exists(term);
  const auto end = database.postlist_end(term);
  for (auto number = database.postlist_begin(term); number != end; ++number) {
    if (!is_gone(database, *number)) return true;
  }
  return false;
}

std::vector<Xapian::docid> gone_documents(const Xapian::Database& database) {
  if (!any_gone(database)) return {};
  return gone_matching(database, gone_query());
}

std::map<std::string, Xapian::doccount> gone_by_format(const Xapian::Database& database) {
  std::map<std::string, Xapian::doccount> formats;
  if (!any_gone(database)) return formats;
  Xapian::ValueCountMatchSpy spy(slot::gone);
  Xapian::Enquire enquire(database);
  enquire.set_query(gone_query());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 0, database.get_doccount());
  for (auto format = spy.values_begin(); format != spy.values_end(); ++format)
    formats[*format] = format.get_termfreq();
  return formats;
}

Xapian::Query without_gone(const Xapian::Database& database, const Xapian::Query& query) {
  if (!any_gone(database)) return query;
  return {Xapian::Query::OP_AND_NOT, query, gone_query()};
}

}  // namespace evident::index
