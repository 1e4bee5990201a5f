// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/work.hpp"
#include "read/xml/plain_text.hpp"
#include "read/xml/source_text.hpp"
#include "read/xml/source_tree.hpp"

namespace evident::read::pubmed {

// Parts that article and book records share.

/// The words of an element, mark-up dropped, white space squeezed; empty where it is absent.
std::string text(xml::SourceNode node);

/// <Year>, <Month> (number or English name), <Day>; or <MedlineDate>, whose first year counts and which is
/// kept as printed.
model::Date date(xml::SourceNode node);
/// "2007-04-26", parts that are not told as 0; empty without a year.
std::string iso(const model::Date& date);
/// Adds the authors of an <AuthorList> to the authors or, where it says so, the editors of the record, and
/// their affiliations, each once, in order.
void add_authors(xml::SourceNode list, model::WorkRecord& record);
void add_affiliation(std::string affiliation, model::WorkRecord& record);
/// The <AbstractText>s of an <Abstract>, with where they stand in the file.
std::vector<model::AbstractSection> abstract(xml::SourceNode node, const xml::SourceText& source);
/// Takes the identifiers that stand directly in an <ArticleIdList>; those already known stay, other DOIs are
/// kept beside.
void add_identifiers(xml::SourceNode list, model::Identifiers& ids);
/// <ReferenceList>s, nested ones too, as cited works.
void add_references(xml::SourceNode list, std::vector<model::WorkLink>& links);
void add_keywords(xml::SourceNode list, model::WorkRecord& record);
/// The version that a <PMID> states; 1 where it states none.
int version_of(xml::SourceNode pmid);
/// A title without its final full stop.
std::string title(xml::SourceNode node);

}  // namespace evident::read::pubmed
