// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace evident::read::wikitext {

/// True where a file's beginning looks like a page of wikitext: mark-up of two kinds that other text has not.
bool is_wikitext(std::string_view head);

}  // namespace evident::read::wikitext
