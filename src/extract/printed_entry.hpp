// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace evident::extract {

/// An entry of a reference list, split at the end of what is not the reference itself.
struct PrintedEntry {
  std::string_view text;  ///< without number and back-links
  int back_links = 0;     ///< "^" alone announces one, "^ a b" two
};

PrintedEntry printed_entry(std::string_view entry, std::string_view label);

}  // namespace evident::extract
