// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace evident::read::plain {

// What the lines of printed references look like.

bool has_year(std::string_view line);

/// True where a line tells when a work appeared: a year, or "(in press)" for one.
bool is_dated(std::string_view line);

/// True where a line has what printed references have: a year, an identifier, an address.
bool looks_like_reference(std::string_view line);

/// True where a line may be the heading of a part of a list: "Books", "Websites".
bool is_title_like(std::string_view line);

/// A line that holds an address or identifier and at most the words that announce it: "doi: 10.9999/bee",
/// "Available from: https://example.org/bees".
bool is_address_line(std::string_view line);

/// True at a full stop; an address or an identifier at the end of an entry stands for it.
bool ends_entry(std::string_view entry);

/// True where the end of a line shows that the next one goes on: "&", ",", "and", a hyphen.
bool ends_amid_entry(std::string_view line);

/// True where a line opens like an entry, with a name before the first comma or full stop; false for
/// "Accessed 3 May 2010.".
bool opens_with_name(std::string_view line);

/// "Moss, A. B., & Poe, C. (2001)", "Moss, A. (in press)": authors and a date as nothing else opens.
bool opens_with_authors_and_date(std::string_view line);

/// "Moss A, Poe CD", "Moss, A. B., & Poe, C.", "Moss Trust. (2001)": authors with their initials, or a group
/// with its date.
bool opens_with_authors(std::string_view line);

}  // namespace evident::read::plain
