// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <xapian.h>

namespace evident::index {

/// Works that a claim, a reference or another work of the store leads to. Links are documents of their own
/// and rewrite no work, so that no term of a work tells it: each work that a match comes by is asked for in
/// the terms of the links.
class CitedWorks final : public Xapian::PostingSource {
 public:
  /// `whole` is the whole store; a shard sees its own works alone, which others may cite.
  explicit CitedWorks(const Xapian::Database& whole) : m_whole(whole) {}

  void init(const Xapian::Database& shard) override;
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return m_works / 2; }
  Xapian::doccount get_termfreq_max() const override { return m_works; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid document, double min_weight) override;
  bool at_end() const override { return m_at == m_end; }
  Xapian::docid get_docid() const override { return *m_at; }
  Xapian::PostingSource* clone() const override { return new CitedWorks(m_whole); }
  std::string get_description() const override { return "CitedWorks"; }

 private:
  void settle();  ///< moves on to a work that is cited

  Xapian::Database m_whole, m_shard;
  Xapian::PostingIterator m_at, m_end;
  Xapian::doccount m_works = 0;
  bool m_started = false;
};

}  // namespace evident::index
