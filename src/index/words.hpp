// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace evident::index {

/// A word of a text as Xapian's TermGenerator cuts it: "IL-6" is two, "CD4+" is one.
struct Word {
  std::string text;  ///< in small letters
  size_t start = 0, end = 0;
};

std::vector<Word> words(std::string_view text);

}  // namespace evident::index
