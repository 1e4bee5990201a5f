// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "model/work.hpp"

namespace evident::read::bibtex {

/// The people of an author or editor field: "von Last, Jr, First and First von Last and {World Health
/// Organization} and family=..., given=...". "others" is left out.
std::vector<model::Person> people(std::string_view latex);

/// The parts of a list that "and" parts at brace depth 0.
std::vector<std::string_view> split_at_and(std::string_view latex);

}  // namespace evident::read::bibtex
