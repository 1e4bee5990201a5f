// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "model/article.hpp"

namespace evident::extract::field {

// One function a field, each in a file of its own. Those that take `std::string& rest` blank out what they
// took, so that offsets stay and the next field does not read it again.

/// PMID, PMCID, DOI and URL, wherever they stand.
void identifiers(std::string& rest, model::Identifiers& ids, std::string& url);

/// "Retrieved 2009-03-26", "Accessed May 5, 2010", "[cited 2003 Jan 3]": the words, without the verb.
std::string accessed(std::string& rest);

struct PrintedDate {
  int year = 0;
  std::string printed;  ///< "May-Jun 1977"
  Span span;            ///< in the text
  bool in_brackets = false;
};
/// The date of publication.
std::optional<PrintedDate> date(const std::string& rest);

/// A quoted title: its span without the quotes, and the end behind them.
struct QuotedTitle {
  Span span;
  size_t end = 0;
};
std::optional<QuotedTitle> quoted_title(const std::string& rest, size_t from);

/// "A, Smith B; et al." in any of the usual orders of family name and initials.
std::vector<model::Person> authors(std::string_view printed, bool& et_al);

/// Volume, issue and pages at the end of what follows the container's name; returns where they begin.
size_t location(const std::string& text, size_t from, model::ReferenceFields& fields);

/// Journal article, book, news, web page ... by what the other fields show.
model::WorkType type(const model::Reference& reference);

}  // namespace evident::extract::field
