// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query_parser.hpp"

#include <functional>

#include "base/error.hpp"
#include "index/schema.hpp"
#include "model/identifier.hpp"
#include "model/work.hpp"
#include "text/normal.hpp"

namespace evident::index {

namespace {

constexpr unsigned query_flags = Xapian::QueryParser::FLAG_BOOLEAN | Xapian::QueryParser::FLAG_PHRASE |
                                 Xapian::QueryParser::FLAG_LOVEHATE | Xapian::QueryParser::FLAG_WILDCARD |
                                 Xapian::QueryParser::FLAG_PURE_NOT | Xapian::QueryParser::FLAG_SPELLING_CORRECTION;
constexpr unsigned wildcard_limit = 1000;

std::string lower_case(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

/// A boolean prefix whose value is brought into normal form first.
class Normalised final : public Xapian::FieldProcessor {
 public:
  explicit Normalised(std::function<Xapian::Query(const std::string&)> make) : m_make(std::move(make)) {}
  Xapian::Query operator()(const std::string& value) override { return m_make(value); }

 private:
  std::function<Xapian::Query(const std::string&)> m_make;
};

Xapian::Query term_query(std::string_view term_prefix, std::string_view value) {
  return Xapian::Query(make_term(term_prefix, value));
}

Xapian::Query identifier_query(const char* scheme, const std::optional<std::string>& normal, const std::string& typed) {
  if (!normal) throw UsageError("\"" + typed + "\" is no " + scheme);
  return term_query(prefix::identifier, std::string(scheme) + ":" + *normal);
}

Xapian::Query year_query(const std::string& value) {
  const size_t dots = value.find("..");
  const auto number = [&](const std::string& text) {
    if (text.empty() || text.size() > 4 || text.find_first_not_of("0123456789") != std::string::npos) {
      throw UsageError("year:" + value + " is no year; write year:2007 or year:2004..2008");
    }
    return Xapian::sortable_serialise(std::stoi(text));
  };
  if (dots == std::string::npos) return {Xapian::Query::OP_VALUE_RANGE, slot::year, number(value), number(value)};
  const std::string from = value.substr(0, dots), to = value.substr(dots + 2);
  if (from.empty() && to.empty()) number("");
  if (from.empty()) return {Xapian::Query::OP_VALUE_LE, slot::year, number(to)};
  if (to.empty()) return {Xapian::Query::OP_VALUE_GE, slot::year, number(from)};
  return {Xapian::Query::OP_VALUE_RANGE, slot::year, number(from), number(to)};
}

/// An article's key, or all of them that begin so (the key without its hash).
Xapian::Query article_query(const Xapian::Database& database, const std::string& value) {
  const std::string exact = make_term(prefix::article, value);
  if (database.term_exists(exact)) return Xapian::Query(exact);
  std::vector<Xapian::Query> keys;
  const std::string begin = make_term(prefix::article, value + "-");
  for (auto term = database.allterms_begin(begin); term != database.allterms_end(begin); ++term) keys.emplace_back(*term);
  return {Xapian::Query::OP_OR, keys.begin(), keys.end()};
}

const Xapian::Stopper& stop_words() {
  struct Stopper final : Xapian::Stopper {
    bool operator()(const std::string& word) const override { return text::is_stop_word(word); }
  };
  static const Stopper stopper;
  return stopper;
}

void set_up(Xapian::QueryParser& parser, const Xapian::Database& database) {
  parser.set_database(database);
  parser.set_stemmer(Xapian::Stem("en"));
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  parser.set_max_expansion(wildcard_limit, Xapian::Query::WILDCARD_LIMIT_MOST_FREQUENT);
}

void add_prefixes(Xapian::QueryParser& parser, const Xapian::Database& database) {
  parser.add_prefix("title", std::string(prefix::title));
  parser.add_prefix("author", std::string(prefix::author));
  parser.add_prefix("journal", std::string(prefix::journal));
  const auto boolean = [&](const char* name, std::function<Xapian::Query(const std::string&)> make) {
    parser.add_boolean_prefix(name, (new Normalised(std::move(make)))->release());
  };
  boolean("year", year_query);
  boolean("pmid", [](const std::string& value) { return identifier_query("pmid", model::normal_pmid(value), value); });
  boolean("doi", [](const std::string& value) { return identifier_query("doi", model::normal_doi(value), value); });
  boolean("pmcid", [](const std::string& value) { return identifier_query("pmcid", model::normal_pmcid(value), value); });
  boolean("design", [](const std::string& value) {
    const std::string design = to_string(model::study_design(value));
    if (design.empty()) throw UsageError("\"" + value + "\" is no study design; try design:rct or design:\"case report\"");
    return term_query(prefix::design, design);
  });
  boolean("article", [database](const std::string& value) { return article_query(database, value); });
  boolean("kind", [](const std::string& value) {
    const std::string kind = lower_case(value);
    if (kind != "claim" && kind != "work" && kind != "article" && kind != "ghost") {
      throw UsageError("kind: is claim, work, article or ghost");
    }
    return term_query(prefix::kind, kind);
  });
  boolean("cited", [](const std::string& value) {
    const Xapian::Query cited = term_query(prefix::cited, "1");
    if (lower_case(value) == "yes") return cited;
    return Xapian::Query(Xapian::Query::OP_AND_NOT, Xapian::Query::MatchAll, cited);
  });
}

}  // namespace

ParsedQuery parse_query(const Xapian::Database& database, const std::string& text) {
  ParsedQuery parsed;
  Xapian::QueryParser parser;
  set_up(parser, database);
  add_prefixes(parser, database);
  try {
    parser.set_default_op(Xapian::Query::OP_AND);
    parsed.query = parser.parse_query(text, query_flags);
    parsed.suggestion = parser.get_corrected_query_string();
    parser.set_default_op(Xapian::Query::OP_OR);
    parsed.any_word = parser.parse_query(text, query_flags);
  } catch (const Xapian::QueryParserError& error) {
    throw UsageError("the query cannot be read: " + error.get_msg());
  }
  return parsed;
}

Xapian::Query any_word_query(const Xapian::Database& database, const std::string& text) {
  Xapian::QueryParser parser;
  set_up(parser, database);
  parser.set_stopper(&stop_words());
  parser.set_default_op(Xapian::Query::OP_OR);
  return parser.parse_query(text, 0);
}

}  // namespace evident::index
