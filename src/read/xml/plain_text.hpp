// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "read/xml/source_tree.hpp"

namespace evident::read::xml {

/// Raw text with its references decoded; a reference that stands for nothing known is kept as it stands.
/// `entities` may be null: then only XML's and HTML's names are known.
std::string decoded(std::string_view raw, const Entities* entities);

/// True where squeezing would change nothing, told at a glance: single blanks between ASCII words.
bool is_squeezed(std::string_view words);

/// The words below a node, mark-up dropped, white space squeezed, for fields that need no offsets. `skips`
/// tells the roles whose elements are left out with all below them; it may be null.
std::string plain_text(SourceNode node, const Entities& entities, bool (*skips)(uint16_t role) = nullptr);

}  // namespace evident::read::xml
