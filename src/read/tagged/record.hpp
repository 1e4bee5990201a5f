// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "model/work.hpp"

namespace evident::read::tagged {

struct Field {
  std::string tag;
  std::string value;  ///< continuation lines joined by a blank
};

/// One record of a format of tagged lines, in the order of the file.
struct Record {
  std::vector<Field> fields;
  Span source;
  uint64_t line = 0;  ///< of its first line

  /// The first value of the first of the tags that has one; empty where none has.
  std::string first(std::initializer_list<std::string_view> tags) const;
  std::vector<std::string> all(std::initializer_list<std::string_view> tags) const;
};

/// "Family, Given Names, Suffix", "Family AB" or, without a comma and initials, a collective.
model::Person person(std::string_view printed);
/// The first run of four digits that can be a year; 0 where none.
int year_in(std::string_view text);
/// "2002 Sep 14", "2002/09/14", "2002": year, month and day as far as told; printed kept where it is more.
model::Date date(std::string_view text);
/// Takes what is a DOI, PMID or PMCID from a value that may hold one, where the record has none yet.
void take_doi(model::Identifiers& ids, std::string_view text);
void take_pmid(model::Identifiers& ids, std::string_view text);
void take_pmcid(model::Identifiers& ids, std::string_view text);
/// A title without its final full stop.
std::string title(std::string text);

}  // namespace evident::read::tagged
