// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/pruned_term.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace evident::index {

namespace {

// Those of Xapian::BM25Weight where none are given.
constexpr double k1 = 1, b = 0.5, least_length = 0.5;

double term_weight(double documents, double with_term) {
  const double odds = (documents - with_term + 0.5) / (with_term + 0.5);
  return std::log(odds < 2 ? odds * 0.5 + 1 : odds) * (k1 + 1);  // words of half of all count too
}

}  // namespace

PrunedTerm::PrunedTerm(std::string term, double term_weight, double lengths)
    : m_term(std::move(term)), m_term_weight(term_weight), m_lengths(lengths) {
  for (size_t count = 0; count < m_most.size(); ++count)
    m_most[count] = weight(static_cast<double>(count), 0);
}

PrunedTerm::PrunedTerm(const Xapian::Database& whole, const std::string& term)
    : PrunedTerm(term, term_weight(whole.get_doccount(), whole.get_termfreq(term)),
                 whole.get_avlength() > 0 ? 1 / whole.get_avlength() : 0) {}

double PrunedTerm::weight(double count, double length) const {
  const double normal_length = std::max(length * m_lengths, least_length);
  return m_term_weight * (count / (k1 * (normal_length * b + (1 - b)) + count));
}

double PrunedTerm::most(Xapian::termcount count) const {
  return count < m_most.size() ? m_most[count] : weight(count, 0);
}

void PrunedTerm::init(const Xapian::Database& shard) {
  m_shard = shard;
  m_frequency = shard.get_termfreq(m_term);
  m_at = m_shard.postlist_begin(m_term);
  m_end = m_shard.postlist_end(m_term);
  m_started = false;
  set_maxweight(most(shard.get_wdf_upper_bound(m_term)));
}

void PrunedTerm::settle(double min_weight) {
  while (m_at != m_end && most(m_at.get_wdf()) < min_weight) ++m_at;
}

void PrunedTerm::next(double min_weight) {
  if (m_started) ++m_at;
  m_started = true;
  settle(min_weight);
}

void PrunedTerm::skip_to(Xapian::docid document, double min_weight) {
  m_started = true;
  if (m_at != m_end) m_at.skip_to(document);
  settle(min_weight);
}

double PrunedTerm::get_weight() const {
  return weight(m_at.get_wdf(), m_at.get_doclength());
}

std::optional<Xapian::Query> pruned(const Xapian::Database& database, const Xapian::Query& query) {
  if (query.get_type() == Xapian::Query::LEAF_TERM)
    return Xapian::Query((new PrunedTerm(database, *query.get_terms_begin()))->release());
  const bool limits =
      query.get_type() == Xapian::Query::OP_FILTER || query.get_type() == Xapian::Query::OP_AND_NOT;
  if (!limits || query.get_num_subqueries() != 2) return std::nullopt;
  const auto word = pruned(database, query.get_subquery(0));
  if (!word) return std::nullopt;
  return Xapian::Query(query.get_type(), *word, query.get_subquery(1));
}

}  // namespace evident::index
