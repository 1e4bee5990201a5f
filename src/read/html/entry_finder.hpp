// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "read/html/entries.hpp"
#include "read/html/links.hpp"
#include "read/html/survey.hpp"

namespace evident::read::html {

struct FoundList {
  std::vector<FoundEntry> entries;
  xml::SourceNode ordered;  ///< the <ol> that numbers them; none where nothing does
  bool notes = false;       ///< a heading or mark-up calls them notes, and nothing links to them
};

/// Every list of references of the page, in order: what links with numbers or names lead to, and what a
/// heading or its mark-up calls so, where its entries look it. Lists of notes, affiliations or links are
/// none.
std::vector<FoundList> find_reference_lists(const Tree& tree, const Survey& survey,
                                            const std::vector<Link>& links);

}  // namespace evident::read::html
