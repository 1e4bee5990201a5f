// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>

#include <xapian.h>

namespace evident::index {

/// A word, with the documents and weights that Xapian's own matching (BM25 with its standard parameters)
/// gives it, but for documents that cannot be among the best any more: whether one can is told by how often
/// it bears the word, and only where it can the document's length is looked up, which is the dearer of the
/// two. A word that a third of all documents bear is answered in a third of the time.
class PrunedTerm final : public Xapian::PostingSource {
 public:
  /// `whole` is the whole store, from whose counts the weights come.
  PrunedTerm(const Xapian::Database& whole, const std::string& term);

  void init(const Xapian::Database& shard) override;
  Xapian::doccount get_termfreq_min() const override { return m_frequency; }
  /// Few are left of them, so that Xapian asks a filter about these, not these about all that pass the
  /// filter.
  Xapian::doccount get_termfreq_est() const override { return m_frequency / 64; }
  Xapian::doccount get_termfreq_max() const override { return m_frequency; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid document, double min_weight) override;
  bool at_end() const override { return m_at == m_end; }
  Xapian::docid get_docid() const override { return *m_at; }
  double get_weight() const override;
  Xapian::PostingSource* clone() const override { return new PrunedTerm(m_term, m_term_weight, m_lengths); }
  std::string get_description() const override { return "PrunedTerm(" + m_term + ")"; }

 private:
  PrunedTerm(std::string term, double term_weight, double lengths);
  double weight(double count, double length) const;
  double most(Xapian::termcount count) const;  ///< that a document of any length has
  void settle(double min_weight);              ///< moves on to a document that may have so much

  std::string m_term;
  double m_term_weight, m_lengths;  ///< m_lengths: one by the average length
  std::array<double, 32> m_most{};  ///< by how often a document bears the word
  Xapian::Database m_shard;
  Xapian::doccount m_frequency = 0;
  Xapian::PostingIterator m_at, m_end;
  bool m_started = false;
};

/// A query with its word pruned; nullopt where something else than one word is weighed in it. Xapian cannot
/// send such a query to another machine, and estimates too few matches for it.
std::optional<Xapian::Query> pruned(const Xapian::Database& database, const Xapian::Query& query);

}  // namespace evident::index
