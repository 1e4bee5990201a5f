// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/document.hpp"
#include "read/xml/entities.hpp"
#include "read/xml/source_tree.hpp"

namespace evident::read::jats {

/// What the mark-up of a <citation>, <element-citation>, <mixed-citation> or <nlm-citation> names. The label
/// is left empty.
model::MarkedReference citation_fields(xml::SourceNode citation, const xml::Entities& entities);

/// True where parts came out that need no guessing from the print.
bool names_parts(const model::MarkedReference& marked);

/// Takes an identifier that an element states of a work: its type ("pmid", "doi", "pmcid" ...) and its words
/// or address. What is known already stays.
void take_identifier(const std::string& type, const std::string& words, model::Identifiers& ids);

/// The first year that stands in the words: four digits from 1500 to 2100; 0 where none.
int year_in(std::string_view words);

}  // namespace evident::read::jats
