// SPDX-License-Identifier: GPL-3.0-or-later
// The same questions to a store, to scriptindex's database as Xapian's simplesearch asks it, and to SQLite's
// FTS5, all in this process and one after the other, the ten best with their text.
//
// search_beside_peers STORE SCRIPTINDEX FTS5 [QUERIES]: STORE and both databases as
// benchmarks/ingest_beside_peers.py
// --keep leaves them. The questions are drawn from the store with a fixed seed: of ten, four are a word,
// three are three words that must all be there, two a phrase of two words, one a word in a range of years.
#include <sqlite3.h>
#include <xapian.h>

#include <cstdio>
#include <string>
#include <vector>

#include "benchmarks/query_sample.hpp"
#include "index/search.hpp"

namespace {

using namespace evident::benchmarks;

constexpr int shown = 10;

/// The words of a question, and its years where it has any.
struct Question {
  std::string words;
  bool years = false;
};
constexpr const char* first_year = "2001";
constexpr const char* last_year = "2009";

std::vector<Question> questions(const evident::index::Store& store, size_t count) {
  const Sample sample = sample_of(store);
  Questions ask(sample);
  std::vector<Question> made;
  for (size_t i = 0; i < count; ++i) {
    const size_t kind = i % 10;
    if (kind < 4) made.push_back({ask.word()});
    if (kind >= 4 && kind < 7) made.push_back({ask.three_words()});
    if (kind == 7 || kind == 8) made.push_back({ask.phrase()});
    if (kind == 9) made.push_back({ask.word(), true});
  }
  return made;
}

void ask_evident(const evident::index::Store& store, const Question& question) {
  evident::index::SearchRequest request;
  request.query = question.words;
  if (question.years) request.query += std::string(" year:") + first_year + ".." + last_year;
  request.limit = shown;
  search(store, request);
}

/// As simplesearch does, but that all words must be there, as the others have it.
size_t ask_xapian(Xapian::Database& database, const Question& question) {
  Xapian::QueryParser parser;
  parser.set_stemmer(Xapian::Stem("english"));
  parser.set_database(database);
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  parser.set_default_op(Xapian::Query::OP_AND);
  Xapian::Query query = parser.parse_query(question.words);
  if (question.years) {
    query = Xapian::Query(Xapian::Query::OP_FILTER, query,
                          Xapian::Query(Xapian::Query::OP_VALUE_RANGE, 0, first_year, last_year));
  }
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  const Xapian::MSet matches = enquire.get_mset(0, shown);
  size_t bytes = 0;
  for (auto match = matches.begin(); match != matches.end(); ++match)
    bytes += match.get_document().get_data().size();
  return bytes;
}

class Fts5 {
 public:
  explicit Fts5(const char* path) {
    check(sqlite3_open_v2(path, &m_database, SQLITE_OPEN_READONLY, nullptr));
    prepare("SELECT pmid, year, title, abstract FROM t WHERE t MATCH ? ORDER BY rank LIMIT 10", m_plain);
    prepare(
        "SELECT pmid, year, title, abstract FROM t WHERE t MATCH ? AND year BETWEEN ? AND ? ORDER BY rank "
        "LIMIT 10",
        m_with_years);
  }
  ~Fts5() {
    sqlite3_finalize(m_plain);
    sqlite3_finalize(m_with_years);
    sqlite3_close(m_database);
  }
  Fts5(const Fts5&) = delete;
  Fts5& operator=(const Fts5&) = delete;

  size_t ask(const Question& question) {
    sqlite3_stmt* statement = question.years ? m_with_years : m_plain;
    check(sqlite3_bind_text(statement, 1, question.words.c_str(), -1, SQLITE_TRANSIENT));
    if (question.years) {
      check(sqlite3_bind_text(statement, 2, first_year, -1, SQLITE_STATIC));
      check(sqlite3_bind_text(statement, 3, last_year, -1, SQLITE_STATIC));
    }
    size_t bytes = 0;
    while (sqlite3_step(statement) == SQLITE_ROW)
      for (int column = 0; column < 4; ++column)
        bytes += static_cast<size_t>(sqlite3_column_bytes(statement, column));
    check(sqlite3_reset(statement));
    return bytes;
  }

 private:
  void prepare(const char* text, sqlite3_stmt*& statement) {
    check(sqlite3_prepare_v2(m_database, text, -1, &statement, nullptr));
  }
  void check(int code) const {
    if (code == SQLITE_OK) return;
    std::fprintf(stderr, "search_beside_peers: %s\n", sqlite3_errmsg(m_database));
    std::exit(1);
  }

  sqlite3* m_database = nullptr;
  sqlite3_stmt *m_plain = nullptr, *m_with_years = nullptr;
};

template <typename Ask>
void measure(const char* name, const std::vector<Question>& questions, Ask ask) {
  Timer timer;
  for (const Question& question : questions) timer.measure([&] { ask(question); });
  timer.print(name);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: search_beside_peers STORE SCRIPTINDEX FTS5 [QUERIES]\n", stderr);
    return 2;
  }
  const evident::index::Store store(argv[1]);
  Xapian::Database database(argv[2]);
  Fts5 fts5(argv[3]);
  const auto asked = questions(store, argc > 4 ? std::stoul(argv[4]) : 1000);
  std::printf("| mixed queries | number | p50 ms | p99 ms |\n|---|---|---|---|\n");
  for (int round = 0; round < 2; ++round) {  // the first reads the files
    const bool warm = round > 0;
    measure(warm ? "evident" : "evident, first round", asked,
            [&](const Question& question) { ask_evident(store, question); });
    measure(warm ? "Xapian, scriptindex's" : "Xapian, first round", asked,
            [&](const Question& question) { ask_xapian(database, question); });
    measure(warm ? "SQLite FTS5" : "FTS5, first round", asked,
            [&](const Question& question) { fts5.ask(question); });
  }
}
