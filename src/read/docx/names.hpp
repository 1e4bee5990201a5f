// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "read/xml/name_table.hpp"

namespace evident::read::docx {

namespace tag {

/// Elements of WordprocessingML that the reader knows, by their names without prefix.
enum Role : uint16_t {
  other,
  document,
  body,
  footnotes,
  endnotes,
  styles,
  numbering,
  p,
  p_properties,
  p_style,
  outline_level,
  number_properties,
  number_id,
  list_level,
  r,
  r_properties,
  vertical_align,
  t,
  tab,
  br,
  no_break_hyphen,
  deleted,
  moved_from,
  field_char,
  instruction,
  simple_field,
  footnote_reference,
  endnote_reference,
  footnote,
  endnote,
  table,
  row,
  cell,
  text_box,
  fallback,
  alternatives,
  style,
  style_name,
  based_on,
  abstract_number,
  number,
  abstract_number_id,
  number_format,
  level_text,
  title  ///< dc:title of docProps/core.xml
};

}  // namespace tag

const xml::NameTable& names();

}  // namespace evident::read::docx
