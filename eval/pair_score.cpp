// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/pair_score.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace evident::eval {

PairScore::Counts PairScore::sum() const {
  Counts all;
  for (const Counts& text : m_texts) {
    all.hit += text.hit;
    all.missed += text.missed;
    all.wrong += text.wrong;
  }
  return all;
}

Interval PairScore::interval() const {
  return bootstrap(m_texts.size(), [&](const std::vector<size_t>& sample) {
    Counts all;
    for (const size_t at : sample) {
      all.hit += m_texts[at].hit;
      all.missed += m_texts[at].missed;
      all.wrong += m_texts[at].wrong;
    }
    return all.f1();
  });
}

size_t PairScore::wanted() const {
  const Counts all = sum();
  return static_cast<size_t>(all.hit + all.missed);
}

double PairScore::f1() const {
  return sum().f1();
}

std::string PairScore::cells() const {
  const Counts all = sum();
  const Interval range = interval();
  return fmt::format("| {} | {:.4f} | {:.4f} | {:.4f} ({:.4f}-{:.4f}) |", wanted(),
                     all.hit / std::max(1.0, all.hit + all.wrong),
                     all.hit / std::max(1.0, all.hit + all.missed), all.f1(), range.low, range.high);
}

void PairScore::add_figure(Result& result, const std::string& name, double noise) const {
  const Interval range = interval();
  result.figures.push_back({name, f1(), range.low, range.high, noise});
}

}  // namespace evident::eval
