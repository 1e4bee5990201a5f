// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace evident::read::wikitext {

/// What a parameter of a citation template says, whatever the language of its name.
enum class Param {
  title,
  chapter,
  container,
  book,  ///< title of the whole where `title` may be that of a part
  publisher,
  place,  ///< of the publisher
  year,
  date,
  volume,
  issue,
  pages,
  first_page,
  last_page,
  edition,
  doi,
  pmid,
  pmc,
  isbn,
  identifier,  ///< "id=": printed as it is
  url,
  accessed,
  family,
  given,
  author,
  authors,    ///< several in one
  vancouver,  ///< "Smith JA, Doe B"
  other_authors,
  editor_family,
  editor_given,
  editor,
  shown_authors,  ///< "display-authors=etal"
  anchor          ///< "ref="
};

struct Parameter {
  Param what = Param::title;
  size_t number = 1;  ///< "last2": 2
};

/// nullopt for a name that says nothing of the work.
std::optional<Parameter> parameter_of(std::string_view name);

}  // namespace evident::read::wikitext
