// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "extract/stance/words.hpp"

namespace evident::extract::stances {

/// The head of the first phrase in [from, to) that names a thing, or a group without treatment: "diazepam" of
/// "treatment with oral diazepam in cirrhosis", stemmed. Fields of outcomes are none.
std::string phrase_head(const Words& words, size_t from, size_t to);

/// What a claim says something of: it stands before the first word of polarity ("diazepam is effective"), or
/// after it ("no effect of diazepam", "craving was reduced by diazepam"). Empty where none is seen.
std::string subject_of(std::string_view claim);

/// "In patients with cirrhosis, ...": an opening that begins with a stop word says where, not what. The
/// claim behind it; all of the claim where it has none.
std::string_view without_opening(std::string_view claim);

/// The finding, or the title of its record, names what the claim is about.
bool names_subject(std::string_view claim, std::string_view finding, std::string_view title);

/// The same of what the claim says to be better, worse, more or less, or of another word for the outcome.
bool names_object(std::string_view claim, std::string_view finding, std::string_view title);

/// Each names what the other says to be better, worse or the same, and by the same word.
bool names_same_outcome(std::string_view claim, std::string_view finding);

/// The finding is on women where the claim is on men, on adults where it is on children.
bool names_opposite(std::string_view claim, std::string_view finding);

}  // namespace evident::extract::stances
