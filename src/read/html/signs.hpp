// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/xml/source_tree.hpp"

namespace evident::read::html {

namespace sign {

/// What the attributes of an element tell of it: roles of ARIA and EPUB, and words of wide use in classes
/// and ids. Bits, of which several may be set.
enum Sign : uint32_t {
  furniture = 1U << 0U,   ///< navigation, advertising, forms, shares: of the page, not of its text
  hidden = 1U << 1U,      ///< not shown, or shown to no reader of the text
  main = 1U << 2U,        ///< the text itself
  info_box = 1U << 3U,    ///< label and value, line by line
  references = 1U << 4U,  ///< a list of references
  notes = 1U << 5U,       ///< a list of notes, or one
  caption = 1U << 6U,     ///< of a figure or table, or what holds one
  dialog = 1U << 7U,      ///< shown on demand
  callout = 1U << 8U,     ///< a link to a note or reference
  back_link = 1U << 9U,   ///< a link from a note or reference to where it is cited
  layout = 1U << 10U,     ///< a table that tables nothing
  label = 1U << 11U,      ///< the number of an entry
  links = 1U << 12U,      ///< of an entry, to where it can be had
  byline = 1U << 13U,     ///< authors, affiliations, dates
};

}  // namespace sign

uint32_t signs_of(xml::SourceNode element);

/// Lower-case words of names: "articleBody main-text" gives "article", "body", "main", "text".
std::vector<std::string> name_words(std::string_view names);

}  // namespace evident::read::html
