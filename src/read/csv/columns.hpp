// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evident::read::csv {

/// What a column of a bibliographic table holds.
enum class Column {
  unknown,
  title,
  vernacular_title,
  authors,
  full_authors,  ///< beside authors with initials: taken first
  editors,
  year,
  date,
  month,
  day,
  journal,
  journal_abbreviation,
  volume,
  issue,
  pages,
  first_page,
  last_page,
  article_number,
  abstract,
  keywords,
  mesh,
  doi,
  pmid,
  pmcid,
  link,
  issn,
  publisher,
  affiliations,
  registrations,
  source,    ///< a journal's name, or "Lancet (2007) 370:9603 (1915-1922). ..."
  citation,  ///< "Eur J Med Genet. 2020 Feb;63(2):103640. doi: ..."
  key,       // from here on: what other tables have too
  language,
  type,
  notes,
  tags,
  decision,
  retracted
};

/// What a header names, whatever its case and signs ("Author(s)", "pubmed_id").
Column column_of(std::string_view header);

/// The columns of a header row; nullopt where the row is none: it must name a title or an identifier, and
/// another field of a bibliography.
std::optional<std::vector<Column>> columns_of(const std::vector<std::string>& cells);

}  // namespace evident::read::csv
