// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/best_matches.hpp"

#include <algorithm>
#include <unordered_set>

#include "index/match_sample.hpp"
#include "index/pruned_term.hpp"
#include "index/schema.hpp"

namespace evident::index {

namespace {

/// For records of the same works, and for equally good ones behind the last.
constexpr size_t spare = 20;

/// Notes the documents that match, until there are many.
class Seen : public Xapian::MatchSpy {
 public:
  Seen(size_t most, bool several) : m_left(most), m_several(several) {}
  void operator()(const Xapian::Document& document, double) override {
    if (m_left == 0) return;
    --m_left;
    // A number is one of the database that the document is in, and nothing tells which of several that is.
    if (m_several)
      ids.insert(document.get_value(slot::node_id));
    else
      numbers.push_back(document.get_docid());
  }
  std::vector<Xapian::docid> numbers;   ///< where there is one database: an id is dearer to read
  std::unordered_set<std::string> ids;  ///< where there are several

 private:
  size_t m_left;
  bool m_several;
};

class BestMatcher {
 public:
  BestMatcher(const Xapian::Database& database, const Xapian::Query& query, size_t wanted, size_t counted,
              bool remote)
      : m_database(database),
        m_query(query),
        m_wanted(wanted),
        m_counted(std::max(wanted + spare, counted + 1)),  // exactly so many are counted, one more is many
        m_remote(remote),
        m_enquire(database) {
    const auto quick = remote ? std::nullopt : pruned(database, query);
    m_enquire.set_query(quick.value_or(query));
  }

  std::optional<BestMatches> best() { return m_remote ? of_remote() : of_local(); }

 private:
  using Match = BestMatches::Match;

  /// Keeps the first alone, and notes which others there are where they are few.
  std::optional<BestMatches> of_local() {
    Seen seen(m_counted, m_database.size() > 1);
    m_enquire.add_matchspy(&seen);
    const Xapian::MSet matches = get(m_wanted + spare);
    m_enquire.clear_matchspies();
    const bool all = matches.get_matches_upper_bound() < m_counted;
    const bool more = matches.get_matches_lower_bound() > matches.size();
    BestMatches best{ranked(matches, more), 0, !all};
    if (more && best.first.size() < m_wanted) {
      if (!all) return std::nullopt;
      best.first = ranked(get(m_counted), false);
    }
    best.total = all ? seen.ids.size() + nodes_of(seen.numbers) : sampled_total(m_database, m_query, matches);
    return best;
  }

  /// Other machines note nothing: keeps all that are counted.
  std::optional<BestMatches> of_remote() {
    const Xapian::MSet matches = get(m_counted);
    const bool all = matches.get_matches_upper_bound() < m_counted;
    const size_t first = m_wanted + spare;
    if (all && matches.size() > first) return std::nullopt;
    BestMatches best{ranked(matches, !all, first), 0, !all};
    if (!all && best.first.size() < m_wanted) return std::nullopt;
    best.total = all ? best.first.size() : matches.get_matches_estimated();
    return best;
  }

  Xapian::MSet get(size_t first) const {
    const size_t documents = m_database.get_doccount();
    const auto bounded = [&](size_t number) {
      return static_cast<Xapian::doccount>(std::min(number, documents));
    };
    return m_enquire.get_mset(0, bounded(first), bounded(m_counted));
  }

  /// The first `most`. Where there are `more`, others may be as good as the last: those that are so are left
  /// out.
  std::vector<Match> ranked(const Xapian::MSet& matches, bool more, size_t most = SIZE_MAX) const {
    std::vector<Match> ranking;
    for (auto match = matches.begin(); match != matches.end() && ranking.size() < most; ++match)
      ranking.push_back({*match, match.get_weight(), {}});
    if (more && !ranking.empty()) {
      const double least = ranking.back().weight;
      std::erase_if(ranking, [&](const Match& match) { return match.weight <= least; });
    }
    read_ids(ranking);
    std::sort(ranking.begin(), ranking.end(), [](const Match& left, const Match& right) {
      return left.weight != right.weight ? left.weight > right.weight : left.id < right.id;
    });
    std::unordered_set<std::string> met;
    std::erase_if(ranking, [&](const Match& match) { return !met.insert(match.id).second; });
    return ranking;
  }

  void read_ids(std::vector<Match>& matches) const {
    std::sort(matches.begin(), matches.end(),
              [](const Match& left, const Match& right) { return left.number < right.number; });
    std::vector<Xapian::docid> numbers;
    for (const Match& match : matches) numbers.push_back(match.number);
    std::vector<std::string> ids = ids_of(numbers);
    for (size_t i = 0; i < matches.size(); ++i) matches[i].id = std::move(ids[i]);
  }

  /// `numbers` ascend.
  size_t nodes_of(const std::vector<Xapian::docid>& numbers) const {
    const std::vector<std::string> ids = ids_of(numbers);
    return std::unordered_set<std::string>(ids.begin(), ids.end()).size();
  }

  /// `numbers` ascend.
  std::vector<std::string> ids_of(const std::vector<Xapian::docid>& numbers) const {
    std::vector<std::string> ids(numbers.size());
    if (m_remote) {
      for (size_t i = 0; i < numbers.size(); ++i)
        ids[i] = m_database.get_document(numbers[i]).get_value(slot::node_id);
      return ids;
    }
    auto id = m_database.valuestream_begin(slot::node_id);
    const auto end = m_database.valuestream_end(slot::node_id);
    for (size_t i = 0; i < numbers.size() && id != end; ++i) {
      id.skip_to(numbers[i]);
      if (id != end && id.get_docid() == numbers[i]) ids[i] = *id;
    }
    return ids;
  }

  const Xapian::Database& m_database;
  const Xapian::Query& m_query;
  size_t m_wanted, m_counted;
  bool m_remote;
  Xapian::Enquire m_enquire;
};

}  // namespace

std::optional<BestMatches> best_matches(const Xapian::Database& database, const Xapian::Query& query,
                                        size_t wanted, size_t counted, bool remote) {
  return BestMatcher(database, query, wanted, counted, remote).best();
}

}  // namespace evident::index
