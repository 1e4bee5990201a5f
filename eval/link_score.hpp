// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "eval/failures.hpp"
#include "eval/measure.hpp"

namespace evident::eval {

/// Counts of links that were made without a marker, an article at a time.
/// Precision: right links of all links made. Coverage: studies that were linked of all studies asked for.
/// Intervals resample articles, since sentences of one article are no independent trials.
class LinkScore {
 public:
  void next_article() { m_articles.emplace_back(); }
  void link(bool right) {
    m_articles.back().links += 1;
    m_articles.back().right += right ? 1 : 0;
  }
  void asked(bool found) {
    m_articles.back().asked += 1;
    m_articles.back().found += found ? 1 : 0;
  }
  /// A link that is wrong or missing, for the list of failures; every cause is counted.
  void failure(const std::string& cause, std::string told) { m_failures.add(cause, std::move(told)); }

  /// "0.9712 (0.96-0.98)" each.
  std::string precision() const;
  std::string coverage() const;
  size_t links() const;
  size_t studies() const;
  /// Both as figures that may fall by `noise`.
  void add_figures(Result& result, const std::string& name, double noise) const;
  void add_failures(Result& result) const { m_failures.report(result); }

 private:
  struct Counts {
    double links = 0, right = 0, asked = 0, found = 0;
  };
  Counts sum(const std::vector<size_t>& sample) const;
  Counts sum() const;
  Interval interval(bool precision) const;
  std::vector<Counts> m_articles;
  Failures m_failures;
};

}  // namespace evident::eval
