// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "read/html/metadata.hpp"
#include "read/html/survey.hpp"

namespace evident::read::html {

struct Title {
  std::string words;
  xml::SourceNode node;  ///< the heading that shows it; none where none does
};

/// The page's title: the heading that says what its head says, else its first heading of the first level,
/// else what the head says.
Title find_title(const Tree& tree, const Survey& survey, const Metadata& about);

}  // namespace evident::read::html
