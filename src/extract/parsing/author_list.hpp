// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extract/parsing/labels.hpp"
#include "extract/parsing/tokens.hpp"

namespace evident::extract::parsing {

/// Mends labels where the list of authors ends: a title of one word that was taken for an author, an author
/// or a group that was taken for the title.
void end_authors(const std::vector<Token>& tokens, std::vector<Label>& labels);

}  // namespace evident::extract::parsing
