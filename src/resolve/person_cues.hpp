// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace evident::resolve {

/// A person whom a text names as the one who did or wrote something, or merely names.
struct PersonCue {
  std::string family;  ///< folded
  std::string given;   ///< folded; empty where the text has the surname alone
  bool et_al = false;
  bool agent = false;  ///< "by X", "X et al.", "X reported ...": speaks of work of that person
  size_t start = 0, end = 0;
};

/// Persons by title ("Dr."), by "et al.", and those whose folded surname is in `known`.
std::vector<PersonCue> person_cues(std::string_view text, const std::set<std::string>& known);

}  // namespace evident::resolve
