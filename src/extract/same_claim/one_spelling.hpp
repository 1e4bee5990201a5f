// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace evident::extract::same {

/// A folded word in one spelling for all of English: "oesophageal" as "esophageal", "randomised" as
/// "randomized". Not for reading: "course" becomes "corse".
std::string one_spelling(std::string_view folded_word);

}  // namespace evident::extract::same
