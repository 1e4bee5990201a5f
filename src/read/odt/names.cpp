// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/odt/names.hpp"

namespace evident::read::odt {

const xml::NameTable& names() {
  static constexpr std::pair<std::string_view, tag::Role> all[] = {
      {"body", tag::body},
      {"text", tag::text},
      {"p", tag::p},
      {"h", tag::h},
      {"span", tag::span},
      {"list", tag::list},
      {"list-item", tag::list_item},
      {"list-header", tag::list_header},
      {"list-style", tag::list_style},
      {"list-level-style-number", tag::list_level_number},
      {"note", tag::note},
      {"note-citation", tag::note_citation},
      {"note-body", tag::note_body},
      {"s", tag::space},
      {"tab", tag::tab},
      {"line-break", tag::line_break},
      {"table", tag::table},
      {"table-row", tag::row},
      {"table-cell", tag::cell},
      {"text-box", tag::text_box},
      {"tracked-changes", tag::tracked_changes},
      {"annotation", tag::annotation},
      {"table-of-content", tag::index},
      {"illustration-index", tag::index},
      {"table-index", tag::index},
      {"object-index", tag::index},
      {"user-index", tag::index},
      {"alphabetical-index", tag::index},
      {"bibliography", tag::bibliography},
      {"bibliography-mark", tag::bibliography_mark},
      {"bibliography-source", tag::no_text},
      {"section", tag::section},
      {"reference-mark-start", tag::mark_start},
      {"reference-mark-end", tag::mark_end},
      {"index-title", tag::index_title},
      {"style", tag::style},
      {"text-properties", tag::text_properties},
      {"title", tag::title},
      {"sequence-decls", tag::no_text},
      {"forms", tag::no_text},
      {"desc", tag::no_text}};
  static const xml::NameTable table(all);
  return table;
}

}  // namespace evident::read::odt
