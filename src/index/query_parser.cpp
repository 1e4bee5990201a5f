// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query_parser.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <functional>
#include <optional>
#include <vector>

#include "base/error.hpp"
#include "index/cited_works.hpp"
#include "index/schema.hpp"
#include "index/spelling_query.hpp"
#include "index/word_stem.hpp"
#include "model/identifier.hpp"
#include "model/work.hpp"
#include "text/normal.hpp"

namespace evident::index {

namespace {

/// A wildcard stands for so many words at most, the most frequent ones: "a*" must not read the whole store.
constexpr Xapian::termcount longest_expansion = 200;

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c);
  });
  return text;
}

Xapian::Query term_query(std::string_view prefix, std::string_view value) {
  return Xapian::Query(make_term(prefix, value));
}

/// Turns the value behind "field:" into a query by a function. What that throws is kept for later: the parser
/// loses memory where an exception passes through it.
class Field : public Xapian::FieldProcessor {
 public:
  using Convert = std::function<Xapian::Query(const std::string&)>;
  Field(Convert convert, std::exception_ptr& failure) : m_convert(std::move(convert)), m_failure(failure) {}
  Xapian::Query operator()(const std::string& value) override {
    try {
      return m_convert(value);
    } catch (...) {
      if (!m_failure) m_failure = std::current_exception();
      return {};
    }
  }

 private:
  Convert m_convert;
  std::exception_ptr& m_failure;
};

Xapian::Query year_query(const std::string& value) {
  if (value.size() != 4 || value.find_first_not_of("0123456789") != std::string::npos)
    throw UsageError("year:" + value + " is no year; write year:2007 or year:2004..2008");
  const std::string bound = Xapian::sortable_serialise(std::stoi(value));
  return Xapian::Query(Xapian::Query::OP_VALUE_RANGE, slot::year, bound, bound);
}

Xapian::Query pmid_query(const std::string& value) {
  const auto pmid = model::normal_pmid(value);
  if (!pmid) throw UsageError("pmid:" + value + " is no PMID, which is 1 to 8 digits");
  return term_query(prefix::identifier, "pmid:" + *pmid);
}

Xapian::Query doi_query(const std::string& value) {
  const auto doi = model::normal_doi(value);
  if (!doi) throw UsageError("doi:" + value + " is no DOI; one looks like 10.1016/j.cell.2005.01.001");
  return term_query(prefix::identifier, "doi:" + *doi);
}

Xapian::Query pmcid_query(const std::string& value) {
  const auto pmcid = model::normal_pmcid(value);
  if (!pmcid) throw UsageError("pmcid:" + value + " is no PMCID; one looks like PMC207867");
  return term_query(prefix::identifier, "pmcid:" + *pmcid);
}

Xapian::Query design_query(const std::string& value) {
  std::string words = lower_case(value);
  auto design = model::study_design(words);
  if (design == model::StudyDesign::unknown) {
    std::replace_if(
        words.begin(), words.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    design = model::study_design(words);
  }
  // "case reports", "cohort studies", as PubMed names its kinds.
  if (design == model::StudyDesign::unknown && words.ends_with('s')) {
    words.pop_back();
    if (words.ends_with("ie")) words.replace(words.size() - 2, 2, "y");
    design = model::study_design(words);
  }
  if (design == model::StudyDesign::unknown) {
    throw UsageError(
        "design:" + value +
        " is no study design; write for example design:cohort, design:rct or design:\"case report\"");
  }
  return term_query(prefix::design, to_string(design));
}

Xapian::Query kind_query(const std::string& value) {
  const std::string kind = lower_case(value);
  if (kind != "claim" && kind != "work" && kind != "article" && kind != "ghost")
    throw UsageError("kind:" + value + " is unknown; it is claim, work, article or ghost");
  return term_query(prefix::kind, kind);
}

/// Claims with a citation, ghosts, and works that something leads to.
Xapian::Query cited_query(const Xapian::Database& database, const std::string& value) {
  const std::string answer = lower_case(value);
  const Xapian::Query cited(Xapian::Query::OP_OR, term_query(prefix::cited, "1"),
                            Xapian::Query((new CitedWorks(database))->release()));
  if (answer == "yes") return cited;
  if (answer == "no") return Xapian::Query(Xapian::Query::OP_AND_NOT, Xapian::Query::MatchAll, cited);
  throw UsageError("cited:" + value + " is unknown; it is yes or no");
}

/// Whether a key is what was typed, or that with its hash ("-" and 8 digits) behind it.
bool is_key(const std::string& key, const std::string& typed) {
  return key == typed || (key.size() == typed.size() + 9 && key.compare(0, typed.size(), typed) == 0 &&
                          key[typed.size()] == '-');
}

Xapian::Query article_query(const Xapian::Database& database, const std::string& value) {
  const std::string typed = lower_case(value);
  const std::string all(prefix::article);
  std::vector<Xapian::Query> found;
  // Keys keep the case of the file's name. There are as many such terms as articles, so all are looked at.
  for (auto term = database.allterms_begin(all); term != database.allterms_end(all); ++term) {
    std::string key = (*term).substr(all.size());
    if (key.size() > 1 && key[0] == ':') key.erase(0, 1);
    if (is_key(lower_case(key), typed)) found.emplace_back(*term);
  }
  return Xapian::Query(Xapian::Query::OP_OR, found.begin(), found.end());
}

constexpr std::array<std::string_view, 11> field_names{"title", "author", "journal", "year", "pmid", "pmcid",
                                                       "doi",   "design", "article", "kind", "cited"};

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The name of the field that begins here, nullopt where none does.
std::optional<std::string> field_at(const std::string& typed, size_t at) {
  const size_t colon = typed.find(':', at);
  if (colon == std::string::npos || colon - at > 7) return std::nullopt;
  const std::string name = lower_case(typed.substr(at, colon - at));
  if (std::find(field_names.begin(), field_names.end(), name) == field_names.end()) return std::nullopt;
  return name;
}

/// "author:" and "author:)" would match nothing, in silence.
void refuse_empty_field(const std::string& typed, const std::string& name, size_t at) {
  const std::string_view rest = std::string_view(typed).substr(at);
  if (rest.empty() || rest[0] == ')' || rest.starts_with("\"\""))
    throw UsageError(name + ": lacks a word behind it: " + typed);
}

/// A range of years, whose bounds are in order.
class YearRange : public Xapian::NumberRangeProcessor {
 public:
  explicit YearRange(std::exception_ptr& failure)
      : NumberRangeProcessor(slot::year, "year:"), m_failure(failure) {}
  Xapian::Query operator()(const std::string& begin, const std::string& end) override {
    const auto is_year = [](const std::string& bound) {
      return bound.size() == 4 && bound.find_first_not_of("0123456789") == std::string::npos;
    };
    if (is_year(begin) && is_year(end) && begin > end && !m_failure)
      m_failure = std::make_exception_ptr(UsageError(
          "year:" + begin + ".." + end + " ends before it begins; write year:" + end + ".." + begin));
    return NumberRangeProcessor::operator()(begin, end);
  }

 private:
  std::exception_ptr& m_failure;  // see Field
};

/// Length of a DOI that begins here; brackets of its own belong to it, one that closes a group of the query
/// does not.
size_t doi_length(const std::string& typed, size_t at) {
  int open = 0;
  size_t end = at;
  for (; end < typed.size() && !is_space(typed[end]) && typed[end] != '"'; ++end) {
    if (typed[end] == '(') ++open;
    if (typed[end] == ')' && --open < 0) break;
  }
  return end - at;
}

/// "autor:smith" would be looked for as two words; an address is one.
void refuse_unknown_field(const std::string& typed, size_t at) {
  size_t end = at;
  while (end < typed.size() && typed[end] >= 'a' && typed[end] <= 'z') ++end;
  if (end == at || end + 1 >= typed.size() || typed[end] != ':' || is_space(typed[end + 1]) ||
      typed[end + 1] == '/')
    return;
  std::string known;
  for (const auto name : field_names) known += std::string(name) + ": ";
  throw UsageError("there is no field " + typed.substr(at, end + 1 - at) + "; the fields are " + known +
                   "(put words with a colon in quotation marks)");
}

/// Field names in small letters, wildcards without accents, and DOIs quoted, as a bracket would end them for
/// Xapian.
std::string prepared(const std::string& typed) {
  std::string query;
  bool quoted = false, word_start = true;
  size_t word = 0;
  for (size_t at = 0; at < typed.size();) {
    if (!quoted && word_start) {
      if (const auto name = field_at(typed, at)) {
        query += *name + ":";
        at += name->size() + 1;
        while (at < typed.size() && is_space(typed[at])) ++at;  // "title: ferns"
        refuse_empty_field(typed, *name, at);
        if (*name == "doi" && at < typed.size() && typed[at] != '"') {
          const size_t length = doi_length(typed, at);
          if (length > 0) query += '"' + typed.substr(at, length) + '"';
          at += length;
        }
        word_start = false;
        word = query.size();
        continue;
      }
      refuse_unknown_field(typed, at);
      word = query.size();
    }
    const char c = typed[at++];
    // What a wildcard stands behind is not stemmed.
    if (c == '*' && !quoted) query.replace(word, std::string::npos, unaccented(query.substr(word)));
    if (c == '"') quoted = !quoted;
    word_start = is_space(c) || c == '(' || c == '+' || c == '-';
    query += c;
  }
  if (quoted) throw UsageError("the query has a quotation mark that nothing closes: " + typed);
  return query;
}

/// Words that say nothing about what a text is about.
const Xapian::Stopper& stop_words() {
  struct Stopper final : Xapian::Stopper {
    bool operator()(const std::string& word) const override { return text::is_stop_word(word); }
  };
  static const Stopper stopper;
  return stopper;
}

/// Xapian's own message names grammar; this names what to write.
std::string explained(const std::string& message) {
  if (message.find("AND") != std::string::npos || message.find("OR") != std::string::npos ||
      message.find("NOT") != std::string::npos) {
    return "an operator (AND, OR, NOT) lacks a word beside it (" + message + ")";
  }
  if (message.find("range") != std::string::npos)
    return "a range is written year:2004..2008 and the like (" + message + ")";
  return message;
}

}  // namespace

Xapian::Query parse_query(const Xapian::Database& database, const std::string& typed, JoinWords join) {
  Xapian::QueryParser parser;
  parser.set_database(database);
  parser.set_stemmer(word_stem());
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_ALL);
  parser.set_default_op(join == JoinWords::with_and ? Xapian::Query::OP_AND : Xapian::Query::OP_OR);
  if (join == JoinWords::with_or) parser.set_stopper(&stop_words());
  parser.set_max_expansion(longest_expansion, Xapian::Query::WILDCARD_LIMIT_MOST_FREQUENT,
                           Xapian::QueryParser::FLAG_WILDCARD);

  parser.add_prefix("title", std::string(prefix::title));
  parser.add_prefix("author", std::string(prefix::author));
  parser.add_prefix("journal", std::string(prefix::journal));
  std::exception_ptr failure;
  const auto add_field = [&](const char* name, Field::Convert convert) {
    // release() is Xapian's word for "delete it when the parser goes".
    parser.add_boolean_prefix(name, (new Field(std::move(convert), failure))->release());
  };
  add_field("year", year_query);
  add_field("pmid", pmid_query);
  add_field("doi", doi_query);
  add_field("pmcid", pmcid_query);
  add_field("design", design_query);
  add_field("kind", kind_query);
  add_field("cited", [&database](const std::string& value) { return cited_query(database, value); });
  add_field("article", [&database](const std::string& value) { return article_query(database, value); });
  YearRange years(failure);
  parser.add_rangeprocessor(&years);

  const unsigned flags = Xapian::QueryParser::FLAG_DEFAULT | Xapian::QueryParser::FLAG_WILDCARD |
                         Xapian::QueryParser::FLAG_PURE_NOT;
  try {
    const Xapian::Query query = parser.parse_query(prepared(typed), flags);
    if (failure) std::rethrow_exception(failure);
    return with_spellings(database, parser, query);
  } catch (const Xapian::QueryParserError& error) {
    throw UsageError("the query cannot be understood: " + explained(error.get_msg()) + ": " + typed);
  }
}

Xapian::Query any_word_of(const std::string& text) {
  Xapian::QueryParser parser;
  parser.set_stemmer(word_stem());
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_ALL);
  parser.set_default_op(Xapian::Query::OP_OR);
  parser.set_stopper(&stop_words());
  return parser.parse_query(text, 0);
}

}  // namespace evident::index
