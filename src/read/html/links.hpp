// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/identifier.hpp"
#include "read/html/survey.hpp"

namespace evident::read::html {

/// A link from one place of the page to another.
struct Link {
  xml::SourceNode anchor;
  xml::SourceNode target;
  std::string text;
  bool forward() const { return anchor.span().start < target.span().start; }
};

/// All of them, in order. Where an address leads nowhere, but a link elsewhere leads back to it, that one's
/// place is the target. Addresses with the page's own name before the "#" count too.
std::vector<Link> links_within(const Tree& tree, const Survey& survey);

/// Takes what an address tells of the work it leads to: a resolver's DOI, a record of PubMed or PMC, the
/// parameters of a search. What `ids` has is kept.
void take_ids_of_address(std::string_view address, model::Identifiers& ids);

}  // namespace evident::read::html
