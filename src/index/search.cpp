// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/search.hpp"

#include <algorithm>

#include <xapian.h>

#include "base/error.hpp"
#include "index/nodes.hpp"
#include "index/postings.hpp"
#include "index/query_parser.hpp"
#include "index/schema.hpp"

namespace evident::index {

namespace {

constexpr Xapian::doccount counted = 10000;  // documents that a facet or a total looks at, at least
constexpr size_t snippet_size = 240;         // bytes

/// Sorts by the number of links and reference lists that point to a work.
class CitedFirst final : public Xapian::KeyMaker {
 public:
  explicit CitedFirst(const Xapian::Database& database) : m_database(database) {}
  std::string operator()(const Xapian::Document& document) const override {
    const std::string id = document.get_value(slot::node_id);
    const double cited = m_database.get_termfreq(make_term(prefix::to, id)) + m_database.get_termfreq(make_term(prefix::work_cites, id));
    return Xapian::sortable_serialise(cited);
  }

 private:
  Xapian::Database m_database;
};

Xapian::Query restricted(const Xapian::Query& query, const std::string& kind) {
  std::vector<Xapian::Query> kinds;
  for (const char* known : {"claim", "work", "article"}) {
    if (kind.empty() || kind == known) kinds.emplace_back(make_term(prefix::kind, known));
  }
  if (kinds.empty()) throw UsageError("--kind is claim, work or article");
  return {Xapian::Query::OP_FILTER, query, Xapian::Query(Xapian::Query::OP_OR, kinds.begin(), kinds.end())};
}

Xapian::valueno facet_slot(const std::string& facet) {
  if (facet == "year") return slot::year;
  if (facet == "design") return slot::design;
  if (facet == "journal") return slot::journal;
  if (facet == "article") return slot::article;
  if (facet == "kind") return slot::kind;
  throw UsageError("\"" + facet + "\" is no facet; use year, design, journal, article or kind");
}

Hit make_hit(const Xapian::MSetIterator& match, const Xapian::MSet& matches, const Xapian::Stem& stemmer) {
  const Xapian::Document document = match.get_document();
  Hit hit;
  hit.kind = kind_of(document);
  hit.id = document.get_value(slot::node_id);
  hit.score = match.get_weight();
  if (hit.kind == "claim") {
    ClaimNode claim = claim_node(document);
    hit.title = claim.article_title;
    hit.text = claim.sentence.text;
    hit.path = claim.path;
    hit.source = claim.sentence.source;
  } else if (hit.kind == "work") {
    const model::WorkRecord work = work_record(document);
    hit.title = work.title;
    hit.text = abstract_text(work);
    hit.year = work.issued.year;
    hit.ids = work.ids;
    hit.path = work.path;
    hit.source = work.source;
  } else {
    ArticleNode article = article_node(document);
    hit.title = article.title;
    hit.path = article.path;
  }
  const std::string& shown = hit.text.empty() ? hit.title : hit.text;
  // Without the background model: it would ask the database for the frequency of every word.
  hit.snippet = matches.snippet(shown, snippet_size, stemmer, Xapian::MSet::SNIPPET_EXHAUSTIVE, "\x02", "\x03", "...");
  return hit;
}

std::vector<std::pair<std::string, uint64_t>> counts(const Xapian::ValueCountMatchSpy& spy, const std::string& facet) {
  std::vector<std::pair<std::string, uint64_t>> values;
  for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
    const std::string text = *value;
    if (text.empty()) continue;
    values.emplace_back(facet == "year" ? std::to_string(static_cast<int>(Xapian::sortable_unserialise(text))) : text,
                        value.get_termfreq());
  }
  std::sort(values.begin(), values.end(), [](const auto& left, const auto& right) {
    return left.second != right.second ? left.second > right.second : left.first < right.first;
  });
  return values;
}

SearchResult run(const Xapian::Database& database, const Xapian::Query& query, const SearchRequest& request) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_collapse_key(slot::node_id);
  CitedFirst cited_first(database);
  if (request.sort == SortOrder::year) enquire.set_sort_by_value_then_relevance(slot::year, true);
  if (request.sort == SortOrder::cited) enquire.set_sort_by_key_then_relevance(&cited_first, true);
  std::vector<std::pair<std::string, std::unique_ptr<Xapian::ValueCountMatchSpy>>> spies;
  for (const auto& facet : request.facets) {
    spies.emplace_back(facet, std::make_unique<Xapian::ValueCountMatchSpy>(facet_slot(facet)));
    enquire.add_matchspy(spies.back().second.get());
  }
  const Xapian::MSet matches = enquire.get_mset(static_cast<Xapian::doccount>(request.offset),
                                                static_cast<Xapian::doccount>(request.limit), counted);
  SearchResult result;
  result.total = matches.get_matches_estimated();
  const Xapian::Stem stemmer("en");
  for (auto match = matches.begin(); match != matches.end(); ++match) result.hits.push_back(make_hit(match, matches, stemmer));
  for (const auto& [facet, spy] : spies) result.facets[facet] = counts(*spy, facet);
  return result;
}

}  // namespace

SearchResult search(const Store& store, const SearchRequest& request) {
  Xapian::Database database = store.database();
  return with_reopen(database, [&] {
    if (request.any_word) return run(database, restricted(any_word_query(database, request.query), request.kind), request);
    const ParsedQuery parsed = parse_query(database, request.query);
    SearchResult result = run(database, restricted(parsed.query, request.kind), request);
    if (result.total == 0) {
      result = run(database, restricted(parsed.any_word, request.kind), request);
      result.relaxed = result.total > 0;
    }
    result.suggestion = parsed.suggestion;
    return result;
  });
}

}  // namespace evident::index
