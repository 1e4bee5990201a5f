// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>

#include "index/writer_impl.hpp"

namespace evident::index {

namespace {

/// A key that more claims bear tells nothing: it is passed over. So the claims that one is compared with are
/// bounded, however large the store.
constexpr size_t most_bearers = 32;
/// Claims that share fewer of their words (of the shorter) cannot say the same.
constexpr double least_shared_words = 0.5;
/// Looking each new claim's keys up costs as much as walking over so many keys of the store.
constexpr Xapian::doccount walked_for_one = 20;

/// What the terms of a claim's document tell of it, which is cheaper than its data.
struct Bearer {
  Xapian::docid number = 0;
  std::string article, file;
  std::vector<std::string> keys, words;  // sorted
};

Bearer bearer_of(const Xapian::Database& database, Xapian::docid number) {
  Bearer bearer;
  bearer.number = number;
  const auto end = database.termlist_end(number);
  for (auto term = database.termlist_begin(number); term != end; ++term) {
    std::string whole = *term;
    if (whole.front() < 'A' || whole.front() > 'Z') {
      bearer.words.push_back(std::move(whole));
    } else if (whole.starts_with(prefix::claim_key)) {
      bearer.keys.push_back(std::move(whole));
    } else if (whole.starts_with(prefix::article)) {
      bearer.article = std::move(whole);
    } else if (whole.starts_with(prefix::file)) {
      bearer.file = std::move(whole);
    }
  }
  return bearer;
}

bool share_words(const Bearer& left, const Bearer& right) {
  size_t shared = 0;
  for (auto a = left.words.begin(), b = right.words.begin();
       a != left.words.end() && b != right.words.end();) {
    const int order = a->compare(*b);
    shared += order == 0;
    if (order <= 0) ++a;
    if (order >= 0) ++b;
  }
  const size_t smaller = std::min(left.words.size(), right.words.size());
  return static_cast<double>(shared) >= least_shared_words * static_cast<double>(smaller);
}

}  // namespace

/// One run of join().
class Writer::Joining {
 public:
  Joining(Impl& impl, const Compare& compare)
      : m_impl(impl), m_database(impl.database), m_compare(compare), m_is_linked(impl.linked()) {}

  JoinCounts run() {
    // What a run that was killed made of claims that are new still.
    for (Xapian::docid number : m_impl.above_linked("same_claim")) m_impl.remove(number);
    for_each_new_key([&](const std::string& key, Xapian::doccount bearers) { new_bearers(key, bearers); });
    join_again();
    return m_counts;
  }

 private:
  /// Calls visit(term, frequency) for the keys of new claims that others may bear too.
  template <typename Visit>
  void for_each_new_key(Visit visit) {
    const auto claims = m_impl.above_linked("claim");
    if (claims.empty()) return;
    const std::string all(prefix::claim_key);
    if (claims.size() >= m_database.get_termfreq(make_term(prefix::kind, "claim")) / walked_for_one) {
      std::vector<std::pair<std::string, Xapian::doccount>> keys;
      for (auto term = m_database.allterms_begin(all); term != m_database.allterms_end(all); ++term) {
        if (term.get_termfreq() > 1) keys.emplace_back(*term, term.get_termfreq());
      }
      for (const auto& [key, bearers] : keys) visit(key, bearers);
      return;
    }
    std::set<std::string> keys;
    for (Xapian::docid claim : claims) {
      for (auto& key : bearer_of(m_database, claim).keys) keys.insert(std::move(key));
    }
    for (const auto& key : keys) {
      if (const auto bearers = m_database.get_termfreq(key); bearers > 1) visit(key, bearers);
    }
  }

  void new_bearers(const std::string& key, Xapian::doccount bearers) {
    if (bearers <= most_bearers) {
      join_bearers(key, [&](Xapian::docid number) { return !m_is_linked(number); });
      return;
    }
    ++m_counts.common_keys;
    // Those that it joined until now must do without it.
    std::vector<Xapian::docid> old;
    for (auto posting = m_database.postlist_begin(key);
         posting != m_database.postlist_end(key) && old.size() <= most_bearers; ++posting) {
      if (m_is_linked(*posting)) old.push_back(*posting);
    }
    if (old.size() <= most_bearers) m_again.insert(old.begin(), old.end());
  }

  /// Joins the bearers of a key of which one at least is concerned.
  template <typename Concerned>
  void join_bearers(const std::string& key, Concerned concerned) {
    const auto numbers = documents_with(m_database, key);
    if (std::none_of(numbers.begin(), numbers.end(), concerned)) return;
    std::vector<Bearer> bearers;
    bearers.reserve(numbers.size());
    for (Xapian::docid number : numbers) bearers.push_back(bearer_of(m_database, number));
    for (size_t i = 0; i < bearers.size(); ++i) {
      for (size_t j = i + 1; j < bearers.size(); ++j) {
        if (concerned(bearers[i].number) || concerned(bearers[j].number))
          join_pair(key, bearers[i], bearers[j]);
      }
    }
  }

  void join_pair(const std::string& key, const Bearer& left, const Bearer& right) {
    if (left.article == right.article || meet_before(key, left, right) || !share_words(left, right)) return;
    ++m_counts.compared;
    auto edge = m_compare(claim_node(m_database.get_document(left.number)),
                          claim_node(m_database.get_document(right.number)));
    if (!edge || m_database.term_exists(make_term(prefix::edge, edge->id))) return;
    Xapian::Document document = m_impl.builder.link(*edge, {});
    // It goes with either file.
    for (const auto* bearer : {&left, &right}) {
      if (!bearer->file.empty()) document.add_boolean_term(bearer->file);
    }
    m_impl.add(document);
    ++m_counts.edges;
  }

  /// Two claims that share several keys are compared for the first alone.
  bool meet_before(const std::string& key, const Bearer& left, const Bearer& right) const {
    std::vector<std::string> shared;
    std::set_intersection(left.keys.begin(), left.keys.end(), right.keys.begin(), right.keys.end(),
                          std::back_inserter(shared));
    return std::any_of(shared.begin(), shared.end(), [&](const std::string& other) {
      return other < key && m_database.get_termfreq(other) <= most_bearers;
    });
  }

  /// Claims of which a key became common, or was common until now.
  void join_again() {
    for (Xapian::docid number : documents_with(m_database, std::string(term::to_join)))
      m_again.insert(number);
    std::set<std::string> keys;
    for (Xapian::docid claim : m_again) {
      const std::string id = m_database.get_document(claim).get_value(slot::node_id);
      for (const auto end : {prefix::from, prefix::to}) {
        for (Xapian::docid number : documents_with(m_database, make_term(end, id))) {
          if (joins_claims(number)) m_impl.remove(number);
        }
      }
      for (auto& key : bearer_of(m_database, claim).keys) keys.insert(std::move(key));
    }
    for (const auto& key : keys) {
      if (m_database.get_termfreq(key) <= most_bearers)
        join_bearers(key, [&](Xapian::docid number) { return m_again.contains(number); });
    }
    for (Xapian::docid claim : documents_with(m_database, std::string(term::to_join))) {
      Xapian::Document document = m_database.get_document(claim);
      document.remove_term(std::string(term::to_join));
      m_impl.replace(claim, document);
    }
  }

  bool joins_claims(Xapian::docid number) const {
    bool joins = false;
    for_each_term(m_database, number, prefix::kind,
                  [&](const std::string& kind) { joins = joins || kind == "same_claim"; });
    return joins;
  }

  Impl& m_impl;
  Xapian::WritableDatabase& m_database;
  const Compare& m_compare;
  const Linked m_is_linked;
  std::set<Xapian::docid> m_again;
  JoinCounts m_counts;
};

JoinCounts Writer::join(const Compare& compare) {
  return Joining(*m_impl, compare).run();
}

/// What removing documents does to the keys of claims that stay: one that was common may be so no more.
void Writer::Impl::mark_uncommon(const std::vector<Xapian::docid>& removed) {
  std::map<std::string, Xapian::doccount> going;
  for (Xapian::docid number : removed) {
    for_each_term(database, number, prefix::claim_key, [&](const std::string& value) {
      const std::string key = make_term(prefix::claim_key, value);
      if (database.get_termfreq(key) > most_bearers) ++going[key];
    });
  }
  std::set<Xapian::docid> concerned;
  for (const auto& [key, count] : going) {
    if (database.get_termfreq(key) - count > most_bearers) continue;
    for (Xapian::docid number : documents_with(database, key)) concerned.insert(number);
  }
  for (Xapian::docid number : removed) concerned.erase(number);
  for (Xapian::docid number : concerned) mark(number, term::to_join);
}

}  // namespace evident::index
