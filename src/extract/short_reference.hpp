// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/article.hpp"
#include "model/reference.hpp"

namespace evident::extract {

/// "Moss 1998, p. 25.", "Moss & Fern (1998), pp. 3-5": an entry that is short for another one of its list
/// takes the fields and identifiers of that. Where none, or more than one, answers to it, it keeps its names
/// and its year, and its text is all that is known of the work.
void read_short_references(std::vector<model::Reference>& references);

}  // namespace evident::extract
