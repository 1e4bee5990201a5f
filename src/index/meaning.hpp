// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "index/concepts.hpp"
#include "index/store.hpp"

namespace evident::index {

/// A claim or work that may speak of what a question says, and what tells so.
struct Likeness {
  std::string id;       ///< node
  double words = 0;     ///< BM25 of what the question's words stand for, in text and title
  double feedback = 0;  ///< BM25 of words that stand in what is most like the question
  double passage = 0;   ///< rarity of what stands close together in the text; of the first few alone
  double coverage = 0;  ///< 0..1 share of the question that the text has, by rarity
  double score = 0;     ///< 0..1, falling
};

/// How much each counts. Found by `evident_eval meaning` on training data.
inline constexpr double feedback_weight = 1.5;
inline constexpr double passage_weight = 0.8;

/// A question in words, to find what speaks of the same in others: by other spellings and forms of the words,
/// by abbreviations that the texts of the store define, by words that stand with them in the best texts, and
/// by how close together they stand. Everything is learned from the store at the time of asking.
/// The order depends on what is in the store alone. Throws StoreError.
class Meaning {
 public:
  Meaning(const Store& store, const std::string& question);

  /// The nodes of a kind ("claim", "work") that are most like the question, each once, best first.
  std::vector<Likeness> nearest(const std::string& kind, size_t limit) const;
  /// Likeness::coverage of any node; 0 where there is none of that id.
  double coverage(const std::string& id) const;

 private:
  const Store& m_store;
  std::vector<Concept> m_concepts;
};

}  // namespace evident::index
