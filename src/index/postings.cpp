// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/postings.hpp"

#include "index/schema.hpp"

namespace evident::index {

namespace {

constexpr size_t asked_for_one_by_one = 100;

void leave_out_gone(const Xapian::Database& database, std::vector<Xapian::docid>& numbers) {
  if (numbers.size() <= asked_for_one_by_one) {
    std::erase_if(numbers, [&](Xapian::docid number) { return is_gone(database, number); });
    return;
  }
  auto gone = database.valuestream_begin(slot::gone);
  const auto end = database.valuestream_end(slot::gone);
  std::erase_if(numbers, [&](Xapian::docid number) {
    if (gone != end && gone.get_docid() < number) gone.skip_to(number);
    return gone != end && gone.get_docid() == number;
  });
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
  if (!numbers.empty() && any_gone(database)) leave_out_gone(database, numbers);
  return numbers;
}

Xapian::doccount count_with(const Xapian::Database& database, const std::string& term) {
  const Xapian::doccount count = database.get_termfreq(term);
  if (count == 0 || !any_gone(database)) return count;
  return static_cast<Xapian::doccount>(documents_with(database, term).size());
}

bool any_with(const Xapian::Database& database, const std::string& term) {
  if (!database.term_exists(term)) return false;
  return !any_gone(database) || !documents_with(database, term).empty();
}

Xapian::Query without_gone(const Xapian::Database& database, const Xapian::Query& query) {
  if (!any_gone(database)) return query;
  const Xapian::Query gone(Xapian::Query::OP_VALUE_GE, slot::gone, "!");  // before any letter
  return {Xapian::Query::OP_AND_NOT, query, gone};
}

}  // namespace evident::index
