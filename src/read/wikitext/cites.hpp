// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/wikitext/page.hpp"

namespace evident::read::wikitext {

/// True where a footnote cites something rather than explains. `note`: it stands among notes.
bool cites(const Page& page, Range content, bool note);

}  // namespace evident::read::wikitext
