// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.hpp"

namespace evident::extract {

/// Keys by which claims that say the same find each other: hashes of three content words in a row, few for
/// each claim (min-wise, so that two texts that share much choose the same). None for a sentence too short to
/// say anything by itself, and for one that any article may hold (licences, consent, conflicts of interest).
std::vector<std::string> claim_keys(const model::Sentence& sentence);

/// A claim's words without its markers.
std::string bare_text(const model::Sentence& sentence);

/// That two claims say the same, and why.
struct SameClaim {
  enum class Kind {
    verbatim,        ///< the same words in the same order, markers aside
    near_duplicate,  ///< nearly all words, in nearly the same order
    paraphrase       ///< the words that tell what it is about, in another order or among others
  } kind = Kind::paraphrase;
  double score = 0;  ///< 0..1
  double words = 0;  ///< 0..1, what the two share of their content words, by weight
  double order = 0;  ///< 0..1, what they share of all their words, in order
  std::vector<std::string> shared, only_first, only_second;  ///< content words, as they stand, folded
  std::vector<std::string> figures;                          ///< that both state
};
std::string_view to_string(SameClaim::Kind kind);

/// Compares two claims, given without their markers. nullopt where they do not say the same: too little is
/// shared, the figures of one are not those of the other, one says what the other denies, or names are
/// others. Symmetric but for only_first and only_second.
std::optional<SameClaim> same_claim(std::string_view first, std::string_view second);

}  // namespace evident::extract
