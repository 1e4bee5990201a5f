// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace evident::read::wikitext {

/// What an element is to this reader.
enum class Tag : uint8_t {
  none,
  // Elements whose content is wikitext of its own: no mark-up reaches over their borders.
  ref,
  references,
  gallery,
  poem,
  // Elements whose content is no wikitext.
  nowiki,
  preformatted,
  formula,
  listing,  ///< source code
  hidden,   ///< prints nothing that could be read
  // HTML: only the tags themselves count.
  line_break,
  block,
  item,
  heading,
  table,
  row,
  cell,
  span  ///< inside a line
};

struct TagName {
  std::string_view name;
  Tag tag = Tag::none;
};

/// The element of a name in any case; Tag::none where wikitext knows none of that name.
TagName tag_of(std::string_view name);

inline bool holds_wikitext(Tag tag) {
  return tag == Tag::ref || tag == Tag::references || tag == Tag::gallery || tag == Tag::poem;
}
inline bool holds_other(Tag tag) {
  return tag >= Tag::nowiki && tag <= Tag::hidden;
}

/// A tag as it stands at the beginning of a text.
struct TagText {
  TagName name;
  size_t size = 0;  ///< bytes, brackets included; 0: no tag stands here
  bool closing = false;
  bool empty = false;  ///< "<ref/>"
};
TagText tag_at(std::string_view text);

/// The value of an attribute of a start tag, white space squeezed; quotes may be missing, and then blanks may
/// stand in it ("name=Smith 2001").
std::string attribute(std::string_view tag, std::string_view name);

}  // namespace evident::read::wikitext
