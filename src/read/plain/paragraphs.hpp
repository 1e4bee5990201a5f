// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "model/document.hpp"
#include "read/plain/lines.hpp"

namespace evident::read::plain {

/// A block before title and sections are known.
struct Piece {
  model::BlockKind kind = model::BlockKind::paragraph;
  Span span;
};

/// "Table 2 Doses of ...", "Figure 1. Number of ...": not "Table 2 shows".
bool is_caption(std::string_view line);

/// Takes apart lines without a blank line between them: rejoins what was broken (line_breaks.hpp), and
/// tells headings, info boxes, snippets, lists and boilerplate from running text.
std::vector<Piece> pieces_of(std::string_view text, const std::vector<Line>& chunk);

}  // namespace evident::read::plain
