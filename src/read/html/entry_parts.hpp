// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/document.hpp"
#include "read/html/reference_list.hpp"

namespace evident::read::html {

/// What stands in an entry without being of the reference: arrows back to the text, "PubMed", "Google
/// Scholar", "View article".
bool is_beside_entry(const Survey& survey, xml::SourceNode node, const Entry& entry);

/// What the mark-up of an entry states: identifiers of the addresses that it links to, and its parts where
/// COinS names them; without label.
model::MarkedReference stated_parts(const Entry& entry);

}  // namespace evident::read::html
