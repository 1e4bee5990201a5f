// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/odt/names.hpp"

#include <unordered_map>

namespace evident::read::odt {

uint16_t role_of(std::string_view name) {
  static const std::unordered_map<std::string_view, tag::Role> roles = {
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
  const auto found = roles.find(name);
  return found == roles.end() ? uint16_t{tag::other} : uint16_t{found->second};
}

}  // namespace evident::read::odt
