// SPDX-License-Identifier: GPL-3.0-or-later
// Median and 99th percentile of search and trace on a store, in-process.
//
// query_latency STORE [QUERIES [WORK...]]: the queries are made from the store itself (words of claims and
// titles drawn with a fixed seed): single words, three words, phrases of two words, a field with a range,
// trace of words, trace of a claim, trace of a work; and of the works named.
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "benchmarks/query_sample.hpp"
#include "index/search.hpp"
#include "query/trace.hpp"

namespace {

using namespace evident::benchmarks;
using evident::index::SearchRequest;
using evident::index::Store;

class Latency {
 public:
  Latency(const Store& store, size_t queries, std::vector<std::string> works)
      : m_store(store), m_sample(sample_of(store)), m_queries(queries), m_works(std::move(works)) {}

  void run() {
    std::printf("| query | number | p50 ms | p99 ms |\n|---|---|---|---|\n");
    search("search: one word", [&] { return m_ask.word(); });
    search("search: three words", [&] { return m_ask.three_words(); });
    search("search: phrase of two words", [&] { return m_ask.phrase(); });
    search("search: word and years", [&] { return m_ask.word() + " year:2001..2009"; });
    search("search: word, three facets", [&] { return m_ask.word(); }, {"year", "design", "journal"});
    trace("trace: words", [&] { return m_ask.three_words() + ' ' + m_ask.word(); });
    trace("trace: claim", [&] { return m_ask.claim(); });
    trace("trace: work", [&] { return m_ask.work(); });
    for (const std::string& work : m_works) trace(("trace: " + work).c_str(), [&] { return work; });
  }

 private:
  template <typename Make>
  void search(const char* what, Make make, std::vector<std::string> facets = {}) {
    Timer timer;
    for (size_t i = 0; i < m_queries; ++i) {
      SearchRequest request;
      request.query = make();
      request.facets = facets;
      timer.measure([&] { evident::index::search(m_store, request); });
    }
    timer.print(what);
  }
  template <typename Make>
  void trace(const char* what, Make make) {
    Timer timer;
    for (size_t i = 0; i < m_queries; ++i) {
      const std::string query = make();
      if (query.empty()) return;
      timer.measure([&] { evident::query::trace(m_store, {query, 10}); });
    }
    timer.print(what);
  }

  const Store& m_store;
  Sample m_sample;
  size_t m_queries;
  std::vector<std::string> m_works;
  Questions m_ask{m_sample};
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: query_latency STORE [QUERIES [WORK...]]\n", stderr);
    return 2;
  }
  const Store store(argv[1]);
  std::vector<std::string> works;
  if (argc > 3) works.assign(argv + 3, argv + argc);
  Latency(store, argc > 2 ? std::stoul(argv[2]) : 200, std::move(works)).run();
}
