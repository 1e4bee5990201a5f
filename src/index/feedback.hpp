// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

namespace evident::index {

/// A document that is like a question, and how much it counts: the weights of all make 1.
struct Example {
  Xapian::docid number = 0;
  double weight = 0;
};

/// A word that tells more of what is like the examples; the weights of all make 1.
struct FeedbackTerm {
  std::string term;
  double weight = 0;
  double rarity = 0;
};

/// The words that are most frequent in the examples and rare elsewhere, by name. A relevance model (Lavrenko
/// and Croft 2001). Xapian's own expansion gives each example the same say, whatever it answered, and found
/// less. `all`: number of documents with a text.
std::vector<FeedbackTerm> feedback_terms(const Xapian::Database& database,
                                         const std::vector<Example>& examples, Xapian::doccount all);

}  // namespace evident::index
