// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace evident::text {

/// What a full stop behind a word says about the end of the sentence.
enum class Abbreviation {
  none,           ///< no abbreviation known to us
  continues,      ///< always followed by more of the sentence: "Dr.", "e.g.", "Fig."
  before_number,  ///< an abbreviation only before a number: "no. 5", "ed. 2"
  may_end,        ///< ends the sentence when a typical first word follows: "Inc.", "U.S.", "et al."
  time,           ///< "a.m.", "p.m.": ends the sentence before any capital
  journal,        ///< part of a journal's abbreviated name: "Clin.", "Biol."
};

/// The kind of a word, given without its last full stop, in the case it was written in.
/// Also knows forms such as "U.S", "J", "i.v" by their shape.
Abbreviation abbreviation_kind(std::string_view word);

/// True for a person's title, which always belongs to the name behind it ("Mr", "Prof").
bool is_title(std::string_view word);

/// True for a capitalised word that often begins a sentence and hardly ever goes on after an abbreviation
/// ("The", "However").
bool begins_sentences(std::string_view word);

/// True for words that a single letter names a kind of: "vitamin D.", "hepatitis C.", "group A.".
bool takes_letter_name(std::string_view lower_word);

}  // namespace evident::text
