// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace evident::read::jats {

/// One xref as it stands in a block of text.
struct Mark {
  Span span;                          ///< in the document's text
  std::vector<size_t> refs;           ///< numbers of references
  std::vector<std::string> dangling;  ///< targets that the list does not have
  uint64_t line = 0;                  ///< of the file, where any is
};

/// Adds what the print implies: "1-5" within one mark, and two marks with a dash (or "to") between them,
/// which become one. `refs` is how many numbers of references there are; `text` that of the document.
std::vector<Mark> with_ranges(std::vector<Mark> marks, std::string_view text, size_t refs);

}  // namespace evident::read::jats
