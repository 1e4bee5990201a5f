// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace evident::read::plain {

struct Structure {
  std::string title;  ///< empty where the text has none
  std::vector<model::Block> blocks;
};

/// Finds title, headings, paragraphs, info boxes, boilerplate and the reference list of a text.
Structure structure(std::string_view text);

}  // namespace evident::read::plain
