// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/docx/names.hpp"

namespace evident::read::docx {

const xml::NameTable& names() {
  static constexpr std::pair<std::string_view, tag::Role> all[] = {
      {"document", tag::document},
      {"body", tag::body},
      {"footnotes", tag::footnotes},
      {"endnotes", tag::endnotes},
      {"styles", tag::styles},
      {"numbering", tag::numbering},
      {"p", tag::p},
      {"pPr", tag::p_properties},
      {"pStyle", tag::p_style},
      {"outlineLvl", tag::outline_level},
      {"numPr", tag::number_properties},
      {"numId", tag::number_id},
      {"ilvl", tag::list_level},
      {"r", tag::r},
      {"rPr", tag::r_properties},
      {"vertAlign", tag::vertical_align},
      {"t", tag::t},
      {"tab", tag::tab},
      {"br", tag::br},
      {"cr", tag::br},
      {"noBreakHyphen", tag::no_break_hyphen},
      {"del", tag::deleted},
      {"moveFrom", tag::moved_from},
      {"fldChar", tag::field_char},
      {"instrText", tag::instruction},
      {"fldSimple", tag::simple_field},
      {"footnoteReference", tag::footnote_reference},
      {"endnoteReference", tag::endnote_reference},
      {"footnote", tag::footnote},
      {"endnote", tag::endnote},
      {"tbl", tag::table},
      {"tr", tag::row},
      {"tc", tag::cell},
      {"txbxContent", tag::text_box},
      {"Fallback", tag::fallback},
      {"AlternateContent", tag::alternatives},
      {"style", tag::style},
      {"name", tag::style_name},
      {"basedOn", tag::based_on},
      {"abstractNum", tag::abstract_number},
      {"num", tag::number},
      {"abstractNumId", tag::abstract_number_id},
      {"numFmt", tag::number_format},
      {"lvlText", tag::level_text},
      {"title", tag::title}};
  static const xml::NameTable table(all);
  return table;
}

}  // namespace evident::read::docx
