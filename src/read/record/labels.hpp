// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/work.hpp"

namespace evident::read::record {

// Labels of whoever screened or kept a record become WorkRecord::tags, each once, in a form that does not
// depend on the tool that wrote them:
//
//   included, excluded, maybe    a decision on the record
//   not-seen, prior              nobody has decided yet; the decision was made before screening (ASReview)
//   reviewer=NAME:DECISION       one reviewer's decision (Rayyan); where all agree, the decision stands
//   beside it label=WORDS, reason=WORDS    a label, a reason for exclusion (Rayyan) any other words a group,
//   collection or tag of a reference manager, as it is named there

void add_tag(model::WorkRecord& work, std::string tag);

/// A decision in the words or figures of a column or note ("1", "yes", "Included", "irrelevant"); empty where
/// it is none.
std::string decision(std::string_view words);

/// Takes the labels out of a note: "ASReview_relevant", "RAYYAN-INCLUSION: {"Ann"=>"Included"} |
/// RAYYAN-LABELS: one,two". What else the note says is kept as a note.
void add_note(model::WorkRecord& work, std::string_view note);

}  // namespace evident::read::record
