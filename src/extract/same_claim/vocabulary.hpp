// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace evident::extract::same {

/// True for words that a report on anything may hold; they weigh less.
bool is_general_word(std::string_view folded_word);

/// True for a word that denies: "not", "without", "failed", "ineffective".
bool is_negation(std::string_view folded_word);

/// True for a word that makes a claim weaker or narrower where it is added: "might", "possibly", "only",
/// "sometimes".
bool is_qualification(std::string_view folded_word);

/// 1 for a word that says that something went up or is more, -1 for down or less, 0 for others.
int direction(std::string_view folded_word);

/// True for two words of which a claim changes its sense when one takes the place of the other.
bool are_opposites(std::string_view folded_word, std::string_view other);

/// True for a word that are_opposites() has an opposite for, direction() aside.
bool has_opposite(std::string_view folded_word);

/// The word that stands for all of a word's meaning in medical English ("renal" for "kidney"); the word
/// itself where the table has none.
std::string_view one_meaning(std::string_view folded_word);

/// True for a sentence, folded, that speaks of its article and not of the world: licence, consent, conflicts
/// of interest, funding, software, thresholds of significance.
bool is_standard_sentence(std::string_view folded_sentence);

}  // namespace evident::extract::same
