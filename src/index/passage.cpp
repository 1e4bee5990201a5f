// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/passage.hpp"

#include <algorithm>
#include <tuple>

namespace evident::index {

namespace {
constexpr Xapian::termpos passage_length = 30;  // words, about a sentence
}

double best_passage(std::vector<Occurrence> all, size_t concepts) {
  std::sort(all.begin(), all.end(), [](const auto& left, const auto& right) {
    return std::tie(left.place, left.notion) < std::tie(right.place, right.notion);
  });
  double best = 0;
  std::vector<double> values(concepts);
  for (size_t first = 0; first < all.size(); ++first) {
    std::fill(values.begin(), values.end(), 0);
    double sum = 0;
    for (size_t i = first; i < all.size() && all[i].place < all[first].place + passage_length; ++i) {
      double& value = values[all[i].notion];
      sum += std::max(0.0, all[i].value - value);
      value = std::max(value, all[i].value);
    }
    best = std::max(best, sum);
  }
  return best;
}

}  // namespace evident::index
