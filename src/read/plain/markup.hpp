// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace evident::read::plain {

/// What of a text is mark-up that no other reader knew.
struct Markup {
  /// Told by a declaration, or by an element that begins the text and holds most of it or, where the text is
  /// cut or damaged, never ends: its tags are no text to find claims in.
  bool is_xml = false;
  size_t elements = 0;  ///< that have both their tags
};

Markup markup_of(std::string_view text);

}  // namespace evident::read::plain
