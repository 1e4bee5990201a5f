// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace evident::read {

// Each knows its headings with a number before them ("7.", "VI."), and behind them a count ("(12)") or the
// links of a wiki.

/// A heading without the links that a wiki puts behind it: "Uses[edit]", "Uses [ edit | edit source ]".
std::string_view without_edit_links(std::string_view heading);

/// Headings of sections that speak of the article, not of its subject: "Competing interests", "Funding".
bool is_about_article(std::string_view heading);

/// Headings of lists of references, also in the other languages of journals: "References", "Referencias",
/// "7. Literatur".
bool is_reference_heading(std::string_view heading);

/// Of these, those of notes, which need not be references.
bool is_note_heading(std::string_view heading);

/// Headings of what follows an article: "See also", "Related articles", "Leave a comment".
bool is_end_matter(std::string_view heading);

}  // namespace evident::read
