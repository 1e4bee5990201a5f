// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "read/xml/name_table.hpp"

namespace evident::read::odt {

namespace tag {

/// Elements of OpenDocument text that the reader knows, by their names without prefix.
enum Role : uint16_t {
  other,
  body,
  text,  ///< office:text
  p,
  h,
  span,
  list,
  list_item,
  list_header,
  list_style,
  list_level_number,
  note,
  note_citation,
  note_body,
  space,
  tab,
  line_break,
  table,
  row,
  cell,
  text_box,
  tracked_changes,
  annotation,
  index,         ///< a table of contents or another made index
  bibliography,  ///< text:bibliography
  bibliography_mark,
  section,
  mark_start,
  mark_end,
  index_title,
  style,
  text_properties,
  title,  ///< dc:title of meta.xml
  no_text
};

}  // namespace tag

const xml::NameTable& names();

}  // namespace evident::read::odt
