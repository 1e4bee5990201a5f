// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/link_terms.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_set>

#include "base/hash.hpp"
#include "index/postings.hpp"
#include "index/schema.hpp"
#include "model/link_key.hpp"

namespace evident::index {

namespace {

constexpr size_t letters = 6;  // of six bits each

void add_hash(std::string& term, std::string_view fact) {
  static constexpr std::string_view digits =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~";
  uint64_t hash = fnv1a(fact);
  hash ^= hash >> 36U;
  for (size_t i = 0; i < letters; ++i, hash >>= 6U) term += digits[hash & 63U];
}

}  // namespace

std::string work_key_term(std::string_view fact) {
  std::string term(prefix::work_key);
  add_hash(term, fact);
  return term;
}

std::string article_key_term(std::string_view key) {
  std::string term(prefix::article_key);
  for (const std::string_view fact : model::parts_of_key(key)) add_hash(term, fact);
  return term;
}

std::vector<Xapian::docid> documents_with_key(const Xapian::Database& database, std::string_view key,
                                              size_t limit) {
  std::vector<std::pair<Xapian::doccount, std::string>> terms;
  for (const std::string_view fact : model::parts_of_key(key)) {
    std::string term = work_key_term(fact);
    const Xapian::doccount bearers = database.get_termfreq(term);
    if (bearers == 0) return {};
    terms.emplace_back(bearers, std::move(term));
  }
  const bool ask = any_gone(database);
  if (terms.size() == 1 && terms.front().first > limit && !ask) return {};
  std::sort(terms.begin(), terms.end());  // the rarest leads

  struct List {
    Xapian::PostingIterator at, end;
  };
  std::vector<List> others;
  for (size_t i = 1; i < terms.size(); ++i)
    others.push_back({database.postlist_begin(terms[i].second), database.postlist_end(terms[i].second)});
  std::vector<Xapian::docid> found;
  const auto end = database.postlist_end(terms.front().second);
  for (auto at = database.postlist_begin(terms.front().second); at != end; ++at) {
    const Xapian::docid number = *at;
    const bool in_all = std::all_of(others.begin(), others.end(), [&](List& list) {
      if (list.at != list.end) list.at.skip_to(number);
      return list.at != list.end && *list.at == number;
    });
    if (!in_all || (ask && is_gone(database, number))) continue;
    if (found.size() == limit) return {};
    found.push_back(number);
  }
  return found;
}

std::vector<std::string> answered_article_terms(const Xapian::Document& work, const Xapian::Database& known) {
  std::unordered_set<std::string> facts;
  for_each_term(work, prefix::work_key, [&](const std::string& fact) { facts.insert(fact); });
  std::vector<std::string> answered;
  for (const std::string& fact : facts) {
    const std::string first = std::string(prefix::article_key) + fact;
    const auto end = known.allterms_end(first);
    for (auto term = known.allterms_begin(first); term != end; ++term) {
      const std::string key = *term;
      bool all = true;
      for (size_t at = first.size(); at < key.size() && all; at += letters)
        all = facts.contains(key.substr(at, letters));
      if (all) answered.push_back(key);
    }
  }
  return answered;
}

}  // namespace evident::index
