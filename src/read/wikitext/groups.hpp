// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace evident::read::wikitext {

/// How a page prints a footnote's number within its group: "3", "b", "note 2".
std::string printed_number(const std::string& group, size_t number);

/// True for groups of notes ("note", "lower-alpha", "nb").
bool is_group_of_notes(std::string_view group);

}  // namespace evident::read::wikitext
