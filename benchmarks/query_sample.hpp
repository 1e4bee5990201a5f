// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "index/search.hpp"

/// What benchmarks of questions share: words to ask for, drawn from the store itself, and a clock.
namespace evident::benchmarks {

/// A text of the store as words.
using Words = std::vector<std::string>;

inline Words words_of(const std::string& text) {
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
inline Sample sample_of(const index::Store& store) {
  Sample sample;
  for (const char* word : {"patients", "trial", "effect", "study", "significant", "cells", "risk", "group"}) {
    for (size_t offset : {0, 500, 1000, 2000}) {
      index::SearchRequest request;
      request.query = word;
      request.limit = 50;
      request.offset = offset;
      for (const auto& hit : index::search(store, request).hits) {
        Words words = words_of(hit.text);
        if (words.size() >= 4) sample.texts.push_back(std::move(words));
        if (hit.kind == "claim") sample.claims.push_back(hit.id);
        if (hit.kind == "work") sample.works.push_back(hit.id);
      }
    }
  }
  return sample;
}

/// Questions in the words of the sample, the same for one seed.
class Questions {
 public:
  explicit Questions(const Sample& sample) : m_sample(sample) {}
  std::string word() { return word(text()); }
  std::string three_words() {
    const Words& words = text();
    return word(words) + ' ' + word(words) + ' ' + word(words);
  }
  std::string phrase() {
    const Words& words = text();
    const size_t at = m_random() % (words.size() - 1);
    return '"' + words[at] + ' ' + words[at + 1] + '"';
  }
  std::string claim() { return pick(m_sample.claims); }
  std::string work() { return pick(m_sample.works); }

 private:
  const Words& text() { return m_sample.texts[m_random() % m_sample.texts.size()]; }
  std::string word(const Words& words) { return words[m_random() % words.size()]; }
  std::string pick(const std::vector<std::string>& ids) {
    return ids.empty() ? std::string() : ids[m_random() % ids.size()];
  }

  const Sample& m_sample;
  std::mt19937 m_random{1};
};

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

}  // namespace evident::benchmarks
