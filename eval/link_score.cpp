// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/link_score.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace evident::eval {

void LinkScore::failure(const std::string& cause, std::string told) {
  m_failures[cause].push_back(std::move(told));
}

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

void LinkScore::add_failures(Result& result, size_t most) const {
  std::vector<std::pair<size_t, std::string>> causes;
  for (const auto& [cause, told] : m_failures) causes.emplace_back(told.size(), cause);
  std::sort(causes.rbegin(), causes.rend());
  if (!causes.empty()) result.table += "\n| failures by cause | |\n|---|---|\n";
  for (const auto& [count, cause] : causes) result.table += fmt::format("| {} | {} |\n", cause, count);
  // Wrong links first: "wrong" sorts behind "missed".
  std::sort(causes.begin(), causes.end(), [](const auto& left, const auto& right) {
    const bool one = left.second.starts_with("wrong"), other = right.second.starts_with("wrong");
    return one != other ? one : left.first > right.first;
  });
  for (size_t turn = 0; result.failures.size() < most; ++turn) {
    bool any = false;
    for (const auto& [count, cause] : causes) {
      if (turn >= count || result.failures.size() >= most) continue;
      result.failures.push_back(cause + ": " + m_failures.at(cause)[turn]);
      any = true;
    }
    if (!any) break;
  }
}

}  // namespace evident::eval
