// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "read/html/survey.hpp"

namespace evident::read::html {

/// A list most of whose words are links to other pages: navigation, "See also".
bool is_link_list(const Survey& survey, xml::SourceNode node);
/// A table that only places things: it holds blocks of text, headings or tables.
bool is_layout(const Survey& survey, xml::SourceNode table);
/// A figure, table or formula stands in it.
bool holds_float(xml::SourceNode node);
/// An <article> or <main> is around it: its <header> is the article's.
bool within_article(xml::SourceNode node);

/// Words of the page and not of its text; `linked` of their bytes lead to other pages.
bool is_furniture_text(std::string_view words, uint64_t linked);
/// Short words that end no sentence.
bool is_heading_text(std::string_view words);
/// "Figure 1", "Table 2.": what leads a caption.
bool is_float_label(std::string_view words);
/// "[citation needed]", "[who?]": what editors say in the text.
bool is_editors_note(std::string_view words);

}  // namespace evident::read::html
