// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace evident::read::jats {

/// True where the first bytes of a file are of an article in NLM's or NISO's mark-up, or of a set of them.
bool is_jats(std::string_view head);

/// True where nothing but declarations, comments and white space stands in the bytes: no other element is
/// open.
bool is_prolog(std::string_view bytes);

/// Text between articles that is no comment, tag or declaration: something was lost there.
bool holds_text(std::string_view bytes);

}  // namespace evident::read::jats
