// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/article.hpp"

namespace evident::extract::field {

// One function a field, each in a file of its own. Those that take `std::string& rest` blank out what they
// took, so that offsets stay and the next field does not read it again.

/// PMID, PMCID, DOI and URL, wherever they stand.
void identifiers(std::string& rest, model::Identifiers& ids, std::string& url);

/// The first number that is called a PMID and can be none ("PMID: 99999999999"); empty where all can.
std::string bad_pmid(std::string_view printed);

/// What is left of the first DOI that a blank cuts and that cannot be put together beyond doubt
/// ("10.9999/bee- 2010"), which identifiers() leaves out; empty where none is cut.
std::string cut_doi(std::string_view printed);

/// "S2CID 32016657", "Bibcode:2008PNAS..105.2052F": what catalogues call the work; all of them, as printed.
std::string catalogue_numbers(std::string& rest);

/// "Archived from the original on 29 June 2021": what is said of a copy, whose date is not that of the work.
std::string archived(std::string& rest);

/// "Erratum in: J Ponds 2001;16:1735", "Comment in ...": other works that PubMed names behind the place of
/// one.
std::string other_places(std::string& rest);

/// "Article PubMed Google Scholar" behind everything: names of links.
void link_names(std::string& rest);

/// "(PDF)" behind a title.
void file_formats(std::string& rest);

/// "Retrieved 2009-03-26", "Accessed May 5, 2010", "[cited 2003 Jan 3]": the words, without the verb.
std::string accessed(std::string& rest);

// What a tagger found to be a field, as words of the record: without quotes, brackets and announcing words.

struct PrintedDate {
  int year = 0;
  std::string printed;  ///< "May-Jun 1977"
};
PrintedDate date(std::string_view printed);
std::string title(std::string_view printed);
std::string container(std::string_view printed);
std::string publisher(std::string_view printed);  ///< or its place: "Oxford" of "(Oxford:"
std::string number(std::string_view printed);  ///< of a volume or an issue: "12" of "Vol. 12", "3" of "(3)"
std::string pages(std::string_view printed);   ///< "1-8" of "pp. 1-8"
/// "312" of "312 p.", "xii, 312 pages": the length of a book; "" of pages that are a place in one.
std::string page_count(std::string_view printed);

/// "A, Smith B; et al." in any of the usual orders of family name and initials.
std::vector<model::Person> authors(std::string_view printed, bool& et_al);
/// The same of "In: Smith JA, Doe B (eds)".
std::vector<model::Person> editors(std::string_view printed);

/// Journal article, book, news, web page ... by what the other fields show.
/// `in_edited` where editors are named beside the authors.
model::WorkType type(const model::Reference& reference, bool in_edited);

/// A word in the names of newspapers and sites of news.
bool names_news(std::string_view text);

}  // namespace evident::extract::field
