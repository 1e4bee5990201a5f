// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/work.hpp"
#include "read/xml/dom.hpp"

namespace evident::read::pubmed {

// Parts that article and book records share.

/// <Year>, <Month> (number or English name), <Day>; or <MedlineDate>, whose first year counts and which is
/// kept as printed.
model::Date date(xml::Node node);
/// Adds the authors of an <AuthorList>, and their affiliations (each once, in order) to the record.
void add_authors(xml::Node list, std::vector<model::Person>& people, model::WorkRecord& record);
/// The <AbstractText>s of an <Abstract>.
std::vector<model::AbstractSection> abstract(xml::Node node);
/// Takes the identifiers that stand directly in an <ArticleIdList>; those already known stay.
void add_identifiers(xml::Node list, model::Identifiers& ids);
/// <ReferenceList>s, nested ones too, as cited works.
void add_references(xml::Node node, std::vector<model::WorkLink>& links);
/// A title without its final full stop.
std::string title(xml::Node node);

}  // namespace evident::read::pubmed
