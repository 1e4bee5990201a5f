// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace evident::text {

// Publishers put links behind a printed reference, named after where they lead: "Article PubMed Google
// Scholar", "[PMC free article] [CrossRef]". The names tell nothing of the work.

/// Offset where the names of links at the end of a reference begin; the size of the text where there are
/// none.
size_t link_names_at_end(std::string_view reference);

/// True for a line of such names alone.
bool is_link_names(std::string_view line);

}  // namespace evident::text
