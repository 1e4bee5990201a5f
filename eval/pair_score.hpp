// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "eval/measure.hpp"

namespace evident::eval {

/// What was wanted and what was found of the same kind, counted a text at a time; intervals resample texts.
class PairScore {
 public:
  void next_text() { m_texts.emplace_back(); }
  void hit(size_t count = 1) { m_texts.back().hit += static_cast<double>(count); }
  void missed(size_t count = 1) { m_texts.back().missed += static_cast<double>(count); }
  void wrong(size_t count = 1) { m_texts.back().wrong += static_cast<double>(count); }

  /// Takes in the texts of another.
  void add(const PairScore& other) {
    m_texts.insert(m_texts.end(), other.m_texts.begin(), other.m_texts.end());
  }

  size_t texts() const { return m_texts.size(); }
  size_t wanted() const;
  double f1() const;
  /// "| 3523 | 1.0000 | 1.0000 | 1.0000 (0.9990-1.0000) |": wanted, precision, recall, F1.
  std::string cells() const;
  void add_figure(Result& result, const std::string& name, double noise) const;

 private:
  struct Counts {
    double hit = 0, missed = 0, wrong = 0;
    double f1() const { return hit > 0 ? 2 * hit / (2 * hit + missed + wrong) : 0; }
  };
  Counts sum() const;
  Interval interval() const;
  std::vector<Counts> m_texts;
};

}  // namespace evident::eval
