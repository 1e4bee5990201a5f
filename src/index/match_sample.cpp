// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/match_sample.hpp"

#include <algorithm>
#include <cmath>

namespace evident::index {

namespace {

/// Numbers of documents in blocks, so that reading them reads few blocks of the database too; blocks from all
/// over, as documents stand in the order of their years.
class Blocks final : public Xapian::PostingSource {
 public:
  static constexpr Xapian::docid size = 128;

  /// One block of so many.
  explicit Blocks(Xapian::docid one_of) : m_one_of(one_of) {}

  void init(const Xapian::Database& shard) override {
    m_last = shard.get_lastdocid();
    m_at = 0;
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return m_last / m_one_of; }
  Xapian::doccount get_termfreq_max() const override { return m_last; }
  void next(double) override { settle(m_at + 1); }
  void skip_to(Xapian::docid document, double) override {
    if (document > m_at) settle(document);
  }
  bool at_end() const override { return m_at > m_last; }
  Xapian::docid get_docid() const override { return m_at; }
  Xapian::PostingSource* clone() const override { return new Blocks(m_one_of); }
  std::string get_description() const override { return "Blocks"; }

 private:
  /// The first number from this one on that is of the sample: of the block in the middle of so many.
  void settle(Xapian::docid number) {
    const Xapian::docid block = (number - 1) / size, offset = block % m_one_of, middle = m_one_of / 2;
    if (offset == middle)
      m_at = number;
    else
      m_at = (block - offset + middle + (offset > middle ? m_one_of : 0)) * size + 1;
  }

  Xapian::docid m_one_of;
  Xapian::docid m_at = 0, m_last = 0;
};

uint64_t to_two_figures(double number) {
  if (number < 100) return static_cast<uint64_t>(number);
  const double unit = std::pow(10, std::floor(std::log10(number)) - 1);
  return static_cast<uint64_t>(std::round(number / unit) * unit);
}

/// At least so many blocks are looked at where there are as many, and no more of them than every 32nd where
/// that is more.
constexpr Xapian::docid least_blocks = 60, sparsest = 32;

uint64_t sampled_count(const Xapian::Database& database, const Xapian::Query& query) {
  const Xapian::docid blocks = database.get_doccount() / Blocks::size;
  const Xapian::docid one_of = std::clamp<Xapian::docid>(blocks / least_blocks, 1, sparsest);
  const Xapian::Query sample((new Blocks(one_of))->release());
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, query, sample));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet matches = enquire.get_mset(0, 1, database.get_doccount());
  return to_two_figures(static_cast<double>(matches.get_matches_lower_bound()) * one_of);
}

}  // namespace

uint64_t sampled_total(const Xapian::Database& database, const Xapian::Query& query,
                       const Xapian::MSet& matches) {
  const uint64_t least = matches.get_matches_lower_bound(), most = matches.get_matches_upper_bound();
  return least == most ? least : std::clamp(sampled_count(database, query), least, most);
}

}  // namespace evident::index
