// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace evident::extract::stances {

/// The clauses of a sentence by what acts in them, in order: "Aspirin failed; ibuprofen worked and was safe"
/// is two. A sentence on one thing is itself. A clause that names nothing that acts goes on with the one
/// before.
std::vector<std::string> statements(std::string_view sentence);

/// Of a finding the clauses that may be held against a statement: those that name what acts in it, or nothing
/// that acts. Empty where all are of something else.
std::string told_of(std::string_view statement, std::string_view finding);

}  // namespace evident::extract::stances
