// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/work.hpp"

namespace evident::resolve {

/// Names that a study bears by itself: registration numbers as they stand, and acronyms that a text calls a
/// trial or a study ("the COMBINE study"), in capitals.
struct StudyNames {
  std::vector<std::string> registrations, trials;
  bool empty() const { return registrations.empty() && trials.empty(); }
};

StudyNames study_names(std::string_view text);

/// Of a record: what title and abstract call so, and what the title sets apart, "(COMBINE)", "COMBINE: ...".
StudyNames study_names(const model::WorkRecord& work);

/// Keys that a record and a sentence share that name one study.
std::vector<std::string> study_name_keys(const StudyNames& names);

}  // namespace evident::resolve
