// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/search.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

#include <xapian.h>

#include "base/error.hpp"
#include "index/best_matches.hpp"
#include "index/match_sample.hpp"
#include "index/nodes.hpp"
#include "index/postings.hpp"
#include "index/query_parser.hpp"
#include "index/schema.hpp"
#include "index/snippet.hpp"
#include "index/suggestion.hpp"

namespace evident::index {

namespace {

constexpr size_t snippet_length = 240;
/// So many matches are looked at, at least: where they are counted by a facet, and for the total alone.
constexpr size_t faceted_matches = 10'000;
constexpr size_t counted_matches = 1'000;
constexpr size_t longest_facet = 50;

/// The other kinds of documents (references, links, files) are parts of these.
const std::vector<std::string>& searched_kinds() {
  static const std::vector<std::string> kinds{"claim", "work", "article"};
  return kinds;
}

Xapian::Query kinds_filter(const std::string& kind) {
  std::vector<Xapian::Query> terms;
  for (const auto& name : searched_kinds()) {
    if (kind.empty() || kind == name) terms.emplace_back(make_term(prefix::kind, name));
  }
  if (terms.empty()) throw UsageError("there is no kind " + kind + "; it is claim, work or article");
  return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

/// True for words of a text, and of a title, an author or a journal.
bool is_text_term(const std::string& term) {
  const auto is_upper = [&](size_t at) { return at < term.size() && term[at] >= 'A' && term[at] <= 'Z'; };
  if (!is_upper(0)) return true;
  for (const std::string_view text : {prefix::title, prefix::author, prefix::journal}) {
    if (term.starts_with(text) && !is_upper(text.size())) return true;
  }
  return false;
}

/// True where whatever matches bears a word. Only claims, works and articles do, so that no filter needs to
/// ask for these kinds again at every candidate.
bool asks_for_words(const Xapian::Query& query) {
  const auto of_part = [&](size_t part) { return asks_for_words(query.get_subquery(part)); };
  const size_t parts = query.get_num_subqueries();
  switch (query.get_type()) {
    case Xapian::Query::LEAF_TERM:
      return is_text_term(*query.get_terms_begin());
    case Xapian::Query::OP_PHRASE:
    case Xapian::Query::OP_NEAR:
      return true;
    case Xapian::Query::OP_AND:
    case Xapian::Query::OP_FILTER:
      for (size_t i = 0; i < parts; ++i) {
        if (of_part(i)) return true;
      }
      return false;
    case Xapian::Query::OP_AND_NOT:
    case Xapian::Query::OP_AND_MAYBE:
      return parts > 0 && of_part(0);
    case Xapian::Query::OP_OR:
    case Xapian::Query::OP_SYNONYM:
      for (size_t i = 0; i < parts; ++i) {
        if (!of_part(i)) return false;
      }
      return parts > 0;
    default:
      return false;
  }
}

/// Any of the words of a query.
Xapian::Query any_text_term(const Xapian::Query& query) {
  std::vector<Xapian::Query> terms;
  for (auto term = query.get_terms_begin(); term != query.get_terms_end(); ++term)
    if (is_text_term(*term)) terms.emplace_back(*term);
  return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

Xapian::valueno facet_slot(const std::string& name) {
  if (name == "year") return slot::year;
  if (name == "design") return slot::design;
  if (name == "journal") return slot::journal;
  if (name == "kind") return slot::kind;
  if (name == "article") return slot::article;
  throw UsageError("there is no facet " + name + "; it is year, design, journal, kind or article");
}

/// Orders by the number of links to a node and of works that list it.
class CitedCount : public Xapian::KeyMaker {
 public:
  explicit CitedCount(const Xapian::Database& database) : m_database(database) {}

  std::string operator()(const Xapian::Document& document) const override {
    const std::string id = document.get_value(slot::node_id);
    return Xapian::sortable_serialise(count_with(m_database, make_term(prefix::to, id)) +
                                      count_with(m_database, make_term(prefix::work_cites, id)));
  }

 private:
  Xapian::Database m_database;
};

void fill_work(Hit& hit, const Store& store, const Xapian::Document& document) {
  const model::WorkRecord work = store.work_of(document);
  hit.title = work.title;
  hit.text = abstract_text(work);
  hit.year = work.issued.year;
  hit.ids = work.ids;
  hit.retracted = work.retracted;
  hit.concern = under_concern(work);
  hit.path = work.path;
  hit.source = work.source;
}

void fill_claim(Hit& hit, const Xapian::Document& document) {
  ClaimNode claim = claim_node(document);
  hit.title = std::move(claim.article_title);
  hit.text = std::move(claim.sentence.text);
  hit.path = std::move(claim.path);
  hit.source = claim.sentence.source;
}

void fill_article(Hit& hit, const Xapian::Document& document) {
  ArticleNode article = article_node(document);
  hit.title = std::move(article.title);
  hit.path = std::move(article.path);
  hit.source = article.source;
}

class Search {
 public:
  Search(const Store& store, const SearchRequest& request)
      : m_store(store), m_request(request), m_database(store.database()) {}

  SearchResult run() {
    return with_reopen([&] { return matched(); },
                       [&] {
                         m_store.refresh();
                         m_database = m_store.database();
                       });
  }

 private:
  SearchResult matched() {
    SearchResult result;
    if (m_request.any_word) {
      const Xapian::Query words = any_word_of(m_request.query);
      if (!words.empty()) match(words, result);
      return result;
    }
    const Xapian::Query all = parse_query(m_database, m_request.query, JoinWords::with_and);
    if (all.empty() && m_request.query.find_first_not_of(" \t\r\n\"*()") == std::string::npos)
      throw UsageError("the query holds no word; give a word, a \"phrase\" or a field such as author:smith");
    if (!all.empty()) match(all, result);
    if (result.total > 0) return result;
    result.suggestion = suggestion(m_database, m_request.query);
    const Xapian::Query any = parse_query(m_database, m_request.query, JoinWords::with_or);
    // Without words to join (a field alone, an explicit AND), both are the same question.
    if (any.empty() || any.get_description() == all.get_description()) return result;
    match(any, result);
    result.relaxed = result.total > 0;
    return result;
  }

  void match(const Xapian::Query& words, SearchResult& result) {
    m_words = any_text_term(words);
    const Xapian::Query kinds = kinds_filter(m_request.kind);
    const bool filtered = !m_request.kind.empty() || !asks_for_words(words);
    const Xapian::Query query =
        without_gone(m_database, filtered ? Xapian::Query(Xapian::Query::OP_FILTER, words, kinds) : words);
    if (!match_by_weight(query, result)) match_in_order(query, result);
  }

  /// Everything that the request may ask for. Xapian reads the id of each candidate for it, to order those
  /// that are equally good and to unite the records of a work.
  void match_in_order(const Xapian::Query& query, SearchResult& result) {
    Xapian::Enquire enquire(m_database);
    enquire.set_query(query);
    // Only works have several records; looking up the key of every match is dear.
    if (m_request.kind != "claim" && m_request.kind != "article") enquire.set_collapse_key(slot::node_id);
    CitedCount cited(m_database);
    // Of hits that are equally good the order must not depend on when, and into which shard, they came.
    enquire.set_sort_by_relevance_then_value(slot::node_id, false);
    if (m_request.sort == SortOrder::year) enquire.set_sort_by_value_then_relevance(slot::year, true);
    if (m_request.sort == SortOrder::cited) enquire.set_sort_by_key_then_relevance(&cited, true);

    std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>> counts;
    for (const auto& facet : m_request.facets) {
      counts.push_back(std::make_unique<Xapian::ValueCountMatchSpy>(facet_slot(facet)));
      enquire.add_matchspy(counts.back().get());
    }
    // So many are looked at, shown or not, that the total is no estimate in any but large answers.
    const size_t looked_at = std::max(last_shown(), counts.empty() ? counted_matches : faceted_matches);
    const Xapian::MSet matches =
        enquire.get_mset(bounded(m_request.offset), bounded(m_request.limit), bounded(looked_at));
    // Where all were looked at, those that were found are the number: Xapian's estimate of what collapsing
    // leaves is one even then.
    result.estimated = matches.get_uncollapsed_matches_upper_bound() > looked_at;
    result.total = matches.get_matches_lower_bound();
    if (result.estimated)
      result.total = m_store.has_remote_shards() ? matches.get_matches_estimated()
                                                 : sampled_total(m_database, query, matches);
    result.hits.clear();
    const Snippets snippets(query);
    for (auto match = matches.begin(); match != matches.end(); ++match)
      result.hits.push_back(hit_of(match.get_document(), match.get_weight(), snippets));
    result.facets.clear();
    for (size_t i = 0; i < counts.size(); ++i)
      result.facets[m_request.facets[i]] = counted(*counts[i], m_request.facets[i] == "year");
  }

  bool match_by_weight(const Xapian::Query& query, SearchResult& result) {
    if (m_request.sort != SortOrder::relevance || !m_request.facets.empty()) return false;
    const auto best =
        best_matches(m_database, query, last_shown(), counted_matches, m_store.has_remote_shards());
    if (!best) return false;
    result.estimated = best->estimated;
    result.total = best->total;
    result.hits.clear();
    result.facets.clear();
    const Snippets snippets(query);
    for (size_t i = m_request.offset; i < std::min(last_shown(), best->first.size()); ++i) {
      const auto& match = best->first[i];
      result.hits.push_back(hit_of(m_database.get_document(match.number), match.weight, snippets));
    }
    return true;
  }

  size_t last_shown() const { return m_request.offset + bounded(m_request.limit); }
  Xapian::doccount bounded(size_t number) const {
    return static_cast<Xapian::doccount>(std::min<size_t>(number, m_database.get_doccount()));
  }

  Hit hit_of(const Xapian::Document& document, double weight, const Snippets& snippets) const {
    Hit hit;
    hit.kind = kind_of(document);
    hit.id = document.get_value(slot::node_id);
    hit.score = weight;
    if (hit.kind == "work") fill_work(hit, m_store, document);
    if (hit.kind == "claim") fill_claim(hit, document);
    if (hit.kind == "article") {
      fill_article(hit, document);
      hit.text = best_sentence(hit.id);
    }
    hit.snippet = snippets.of(hit.text.empty() ? hit.title : hit.text, snippet_length);
    return hit;
  }

  /// The claim of an article that has most of the words; empty where none has any.
  std::string best_sentence(const std::string& article) const {
    if (m_words.empty()) return "";
    const Xapian::Query claims(Xapian::Query::OP_AND, Xapian::Query(make_term(prefix::article, article)),
                               Xapian::Query(make_term(prefix::kind, "claim")));
    Xapian::Enquire enquire(m_database);
    enquire.set_query(without_gone(m_database, Xapian::Query(Xapian::Query::OP_FILTER, m_words, claims)));
    const Xapian::MSet best = enquire.get_mset(0, 1);
    return best.empty() ? "" : claim_node(best.begin().get_document()).sentence.text;
  }

  static std::vector<std::pair<std::string, uint64_t>> counted(const Xapian::ValueCountMatchSpy& spy,
                                                               bool numeric) {
    std::vector<std::pair<std::string, uint64_t>> values;
    for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
      const std::string name = *value;
      if (name.empty()) continue;
      values.emplace_back(
          numeric ? std::to_string(static_cast<int>(Xapian::sortable_unserialise(name))) : name,
          value.get_termfreq());
    }
    std::sort(values.begin(), values.end(), [](const auto& left, const auto& right) {
      return left.second != right.second ? left.second > right.second : left.first < right.first;
    });
    if (values.size() > longest_facet) values.resize(longest_facet);
    return values;
  }

  const Store& m_store;
  const SearchRequest& m_request;
  Xapian::Database m_database;  ///< a handle: shares its state with the store's own
  Xapian::Query m_words;        ///< any of the words that are asked for
};

}  // namespace

SearchResult search(const Store& store, const SearchRequest& request) {
  for (const auto& facet : request.facets) facet_slot(facet);
  try {
    return Search(store, request).run();
  } catch (const Xapian::UnimplementedError& error) {
    throw StoreError("a store with remote shards cannot do this: " + error.get_msg());
  } catch (const Xapian::Error& error) {
    throw StoreError("the search failed: " + error.get_msg());
  }
}

}  // namespace evident::index
