// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "eval/tagged_references.hpp"
#include "extract/parsing/tagger.hpp"

namespace evident::eval {

// The matching rule. Authors, title and container are right when their words are (folded: case, accents and
// punctuation aside), words that only announce a field ("In", "and", "eds", "vol") left out; a work without
// authors is by its editors. The year is right when the date marked by people holds it; of the volume the
// number counts, of pages the first and the last, of identifiers the DOI or PMID in normal form.

inline constexpr std::array<std::string_view, 7> scored_fields{"authors", "title", "container", "year",
                                                               "volume",  "pages", "DOI/PMID"};

/// The seven fields of a reference in the form in which they are compared; "" where absent.
using ScoredFields = std::array<std::string, scored_fields.size()>;
ScoredFields fields_marked(const TaggedReference& reference);
ScoredFields fields_read(std::string_view printed, const extract::parsing::Model& model);

struct Tally {
  int right = 0, found = 0, wanted = 0, soft = 0;  ///< soft: Levenshtein ratio of at least 0.8
  double f1() const { return found + wanted > 0 ? 2.0 * right / (found + wanted) : 0; }
  double soft_f1() const { return found + wanted > 0 ? 2.0 * soft / (found + wanted) : 0; }
};
using FieldTallies = std::array<Tally, scored_fields.size()>;

FieldTallies score(const ScoredFields& wanted, const ScoredFields& found);
Tally sum(const FieldTallies& fields);

}  // namespace evident::eval
