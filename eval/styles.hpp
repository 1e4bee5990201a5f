// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "eval/facts.hpp"
#include "eval/tagged_references.hpp"

namespace evident::eval {

/// Numbers that are the same everywhere for the same seed.
class Random {
 public:
  explicit Random(uint32_t seed) : m_engine(seed) {}
  size_t below(size_t limit) { return m_engine() % limit; }
  bool chance(unsigned percent) { return below(100) < percent; }
  template <typename List>
  const auto& of(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::mt19937 m_engine;
};

/// Prints works in the habits of many styles (Vancouver, AMA, APA, Harvard, Chicago, MLA, IEEE, Nature, of
/// chemistry and physics, German, French, Spanish, Russian), each part marked, with slips now and then.
class StyleGenerator {
 public:
  StyleGenerator(std::vector<JournalName> journals, uint32_t seed);
  /// A reference to the work, or to one of another kind made from its facts (a thesis, a report ...).
  TaggedReference print(const Facts& facts);

 private:
  std::vector<JournalName> m_journals;
  Random m_random;
  Facts m_before;  ///< of the last work
};

}  // namespace evident::eval
