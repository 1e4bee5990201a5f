// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/link_score.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace evident::eval {

LinkScore::Counts LinkScore::sum(const std::vector<size_t>& sample) const {
  Counts all;
  for (const size_t at : sample) {
    all.links += m_articles[at].links;
    all.right += m_articles[at].right;
    all.asked += m_articles[at].asked;
    all.found += m_articles[at].found;
  }
  return all;
}

LinkScore::Counts LinkScore::sum() const {
  std::vector<size_t> all(m_articles.size());
  for (size_t at = 0; at < all.size(); ++at) all[at] = at;
  return sum(all);
}

Interval LinkScore::interval(bool precision) const {
  return bootstrap(m_articles.size(), [&](const std::vector<size_t>& sample) {
    const Counts counts = sum(sample);
    return precision ? counts.right / std::max(1.0, counts.links)
                     : counts.found / std::max(1.0, counts.asked);
  });
}

size_t LinkScore::links() const {
  return static_cast<size_t>(sum().links);
}

size_t LinkScore::studies() const {
  return static_cast<size_t>(sum().asked);
}

std::string LinkScore::precision() const {
  const Counts counts = sum();
  const Interval range = interval(true);
  return fmt::format("{:.4f} ({:.4f}-{:.4f})", counts.right / std::max(1.0, counts.links), range.low,
                     range.high);
}

std::string LinkScore::coverage() const {
  const Counts counts = sum();
  const Interval range = interval(false);
  return fmt::format("{:.4f} ({:.4f}-{:.4f})", counts.found / std::max(1.0, counts.asked), range.low,
                     range.high);
}

void LinkScore::add_figures(Result& result, const std::string& name, double noise) const {
  const Counts counts = sum();
  const Interval precise = interval(true), covered = interval(false);
  result.figures.push_back(
      {name + "precision", counts.right / std::max(1.0, counts.links), precise.low, precise.high, noise});
  result.figures.push_back(
      {name + "coverage", counts.found / std::max(1.0, counts.asked), covered.low, covered.high, noise});
}

}  // namespace evident::eval
