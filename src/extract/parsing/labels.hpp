// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace evident::extract::parsing {

/// What a word of a printed reference belongs to. Punctuation belongs to the field that it ends.
enum class Label : uint8_t {
  author,
  editor,
  title,
  container,
  series,
  volume,
  issue,
  pages,
  date,
  publisher,
  place,
  note,
  identifier,
  url,
  number,  ///< of the entry in its list
};
inline constexpr size_t label_count = 15;
inline constexpr std::array<std::string_view, label_count> label_names{
    "author", "editor",    "title", "container", "series",     "volume", "issue", "pages",
    "date",   "publisher", "place", "note",      "identifier", "url",    "number"};

}  // namespace evident::extract::parsing
