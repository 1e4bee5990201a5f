// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/article.hpp"
#include "model/work.hpp"

namespace evident::resolve {

/// "m:kind:rest"
std::string mention_key(const std::string& kind, const std::string& rest);

/// Asks for a person and a year; the name folded, its last word.
std::string person_year_key(const std::string& family, int year);

/// What sentences that name or describe a work without a marker can find it by: names, journal, years,
/// places, institutions, words of the title and pairs of them, figures by twos and threes. Sorted, each once;
/// the other half of mention_keys(article), whose keys ask for one or two of these.
std::vector<std::string> work_mention_keys(const model::WorkRecord& work);

/// Keys of some consecutive sentences of an article taken as one description.
std::vector<std::string> passage_mention_keys(const std::vector<const model::Sentence*>& passage);

/// Keys of the figures of one sentence, which may tell the study without a word on it; none where it states
/// too few.
std::vector<std::string> fingerprint_keys(const model::Sentence& sentence);

}  // namespace evident::resolve
