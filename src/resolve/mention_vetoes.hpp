// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/quantity.hpp"
#include "resolve/named_things.hpp"

namespace evident::resolve {

struct MentionTarget;
struct StudyCues;
struct TextWord;

/// What a text says of the study that it speaks of, so that a work which knows nothing of it is another.
struct StudyTraits {
  std::vector<NamedThing> treatments;   ///< what was given: "acamprosate was compared with placebo"
  std::vector<NamedThing> indications;  ///< what it was given for: "baclofen for hiccups"
  std::vector<std::string> names;       ///< folded, behind "in", "at", "from": "in jama", "in manchester"
  bool planned = false;                 ///< "a trial that will start"
};
StudyTraits study_traits(std::string_view text, const std::vector<TextWord>& words);

/// True where all that was given is foreign to title and abstract of a work, or what it was given for is.
bool other_treatment(const StudyTraits& traits, const MentionTarget& target);
/// True where a text and a record tell at least two percentages each, and none is that of the other, nor what
/// is left of it to a hundred.
bool other_percentages(const std::vector<model::Quantity>& told, const std::vector<model::Quantity>& known);
/// True where a place, journal or person that the text gives the study is not among those of a work that
/// tells where it comes from.
bool other_origin(const StudyCues& cues, const MentionTarget& target);

}  // namespace evident::resolve
