// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace evident::text {

/// Where brackets and quotation marks open and close, from the opening to behind the closing one: ascending,
/// the outermost only. Enclosures longer than a few hundred bytes are left out, so that a stray opening one
/// does no harm.
std::vector<Span> enclosures(std::string_view text);

/// The bytes of a closing quote or bracket at `offset`; 0 where there is none. ASCII quotes count.
size_t closer_size(std::string_view text, size_t offset);

}  // namespace evident::text
