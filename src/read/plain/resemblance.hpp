// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace evident::read::plain {

/// What a text begins like, though no reader of such files took it: "JSON", "BibTeX", "tagged records", "a
/// table". Empty for prose. The head of such a file is damaged, or too short to be told.
std::string_view resemblance(std::string_view text);

}  // namespace evident::read::plain
