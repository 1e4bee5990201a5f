// SPDX-License-Identifier: GPL-3.0-or-later
// Median and 99th percentile of search and trace on a store, in-process.
//
// query_latency STORE [QUERIES]: the queries are made from the store itself (words of claims and titles drawn
// with a fixed seed): single words, three words, phrases of two words, a field with a range, trace of words,
// trace of a claim, trace of a work.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "index/search.hpp"
#include "query/trace.hpp"

namespace {

using evident::index::SearchRequest;
using evident::index::Store;

/// A text of the store as words.
using Words = std::vector<std::string>;

Words words_of(const std::string& text) {
  Words words;
  std::istringstream in(text);
  for (std::string word; in >> word;) {
    const bool plain = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (plain && word.size() > 3) words.push_back(word);
  }
  return words;
}

struct Sample {
  std::vector<Words> texts;
  std::vector<std::string> claims, works;  // ids
};

/// Hits of frequent words, so that every query has an answer.
Sample sample_of(const Store& store) {
  Sample sample;
  for (const char* word : {"patients", "trial", "effect", "study", "significant", "cells", "risk", "group"}) {
    for (size_t offset : {0, 500, 1000, 2000}) {
      SearchRequest request;
      request.query = word;
      request.limit = 50;
      request.offset = offset;
      for (const auto& hit : evident::index::search(store, request).hits) {
        Words words = words_of(hit.text);
        if (words.size() >= 4) sample.texts.push_back(std::move(words));
        if (hit.kind == "claim") sample.claims.push_back(hit.id);
        if (hit.kind == "work") sample.works.push_back(hit.id);
      }
    }
  }
  return sample;
}

class Timer {
 public:
  template <typename Action>
  void measure(Action action) {
    const auto begin = std::chrono::steady_clock::now();
    action();
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
    m_milliseconds.push_back(taken.count());
  }
  void print(const char* what) {
    if (m_milliseconds.empty()) return;
    std::sort(m_milliseconds.begin(), m_milliseconds.end());
    const auto at = [&](double share) {
      return m_milliseconds[static_cast<size_t>(share * static_cast<double>(m_milliseconds.size() - 1))];
    };
    std::printf("| %-28s | %6zu | %8.2f | %8.2f |\n", what, m_milliseconds.size(), at(0.5), at(0.99));
  }

 private:
  std::vector<double> m_milliseconds;
};

class Latency {
 public:
  Latency(const Store& store, size_t queries)
      : m_store(store), m_sample(sample_of(store)), m_queries(queries) {}

  void run() {
    std::printf("| query | number | p50 ms | p99 ms |\n|---|---|---|---|\n");
    search("search: one word", [&] { return word(text()); });
    search("search: three words", [&] { return three(text()); });
    search("search: phrase of two words", [&] {
      const Words& words = text();
      const size_t at = m_random() % (words.size() - 1);
      return '"' + words[at] + ' ' + words[at + 1] + '"';
    });
    search("search: word and years", [&] { return word(text()) + " year:2001..2009"; });
    search("search: word, three facets", [&] { return word(text()); }, {"year", "design", "journal"});
    trace("trace: words", [&] { return three(text()) + ' ' + word(text()); });
    trace("trace: claim", [&] { return pick(m_sample.claims); });
    trace("trace: work", [&] { return pick(m_sample.works); });
  }

 private:
  const Words& text() { return m_sample.texts[m_random() % m_sample.texts.size()]; }
  std::string word(const Words& words) { return words[m_random() % words.size()]; }
  std::string three(const Words& words) { return word(words) + ' ' + word(words) + ' ' + word(words); }
  std::string pick(const std::vector<std::string>& ids) {
    return ids.empty() ? std::string() : ids[m_random() % ids.size()];
  }

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
  std::mt19937 m_random{1};
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: query_latency STORE [QUERIES]\n", stderr);
    return 2;
  }
  const Store store(argv[1]);
  Latency(store, argc > 2 ? std::stoul(argv[2]) : 200).run();
}
