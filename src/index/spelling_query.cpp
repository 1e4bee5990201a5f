// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/spelling_query.hpp"

#include <string>
#include <vector>

#include "index/word_stem.hpp"
#include "text/normal.hpp"
#include "text/spelling.hpp"

namespace evident::index {

namespace {

class Spellings {
 public:
  Spellings(const Xapian::Database& database, const Xapian::QueryParser& parser)
      : m_database(database), m_parser(parser) {}

  Xapian::Query add_to(const Xapian::Query& query) {
    switch (query.get_type()) {
      case Xapian::Query::LEAF_TERM:
        return any_spelling(query);
      case Xapian::Query::OP_AND:
      case Xapian::Query::OP_OR:
      case Xapian::Query::OP_XOR:
      case Xapian::Query::OP_AND_NOT:
      case Xapian::Query::OP_AND_MAYBE:
      case Xapian::Query::OP_FILTER: {
        std::vector<Xapian::Query> parts;
        for (size_t i = 0; i < query.get_num_subqueries(); ++i)
          parts.push_back(add_to(query.get_subquery(i)));
        return {query.get_type(), parts.begin(), parts.end()};
      }
      default:
        return query;
    }
  }

 private:
  Xapian::Query any_spelling(const Xapian::Query& leaf) {
    const std::string term = *leaf.get_terms_begin();
    std::vector<Xapian::Query> spellings{leaf};
    for (auto typed = m_parser.unstem_begin(term); typed != m_parser.unstem_end(term); ++typed) {
      const std::string stem = m_stem(*typed);
      if (!term.ends_with(stem)) continue;
      const std::string prefix = term.substr(0, term.size() - stem.size());
      for (const std::string& variant : text::spelling_variants(text::fold(*typed))) {
        const std::string other = prefix + m_stem(variant);
        if (other != term && m_database.term_exists(other)) spellings.emplace_back(other);
      }
    }
    if (spellings.size() == 1) return leaf;
    return {Xapian::Query::OP_SYNONYM, spellings.begin(), spellings.end()};
  }

  const Xapian::Database& m_database;
  const Xapian::QueryParser& m_parser;
  WordStem m_stem;
};

}  // namespace

Xapian::Query with_spellings(const Xapian::Database& database, const Xapian::QueryParser& parser,
                             const Xapian::Query& query) {
  return Spellings(database, parser).add_to(query);
}

}  // namespace evident::index
