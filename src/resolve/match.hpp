// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "model/article.hpp"
#include "resolve/resolve.hpp"

namespace evident::resolve {

/// Whether the number of a part ("Bees. II. Dances") must be the same in two titles.
enum class Parts { told, any };

/// How well a printed reference fits a work: a score for every field that both sides have, and one for all of
/// them, 0..1.
Candidate match(const model::Reference& reference, const model::WorkRecord& work, Parts parts = Parts::told);

/// How probable it is that a candidate found by its keys, with that score of match(), is the work that was
/// cited: 0..1. A logistic curve, fitted by `evident_eval calibration`.
double probability(double score);

/// True where the fields of a candidate leave no doubt by themselves: a title that fits with an author or a
/// place in a journal that does, or, where a title is missing, author, year, volume and first page together.
bool certain(const Candidate& candidate);

/// 0..1: how far two titles are the same words in the same order; forgives a slip in a word and a missing
/// subtitle.
double title_similarity(std::string_view left, std::string_view right, Parts parts = Parts::told);

/// True for a title in which no number stands that may be that of a part.
bool names_no_part(std::string_view title);

/// True where two journal names can be the same: equal, or one an abbreviation of the other (ISO 4: each word
/// the beginning of a word of the full title, in order).
bool same_container(std::string_view left, std::string_view right);

}  // namespace evident::resolve
