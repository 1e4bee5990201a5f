// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/reader.hpp"

namespace evident::read {

/// Journal articles in NLM's and NISO's mark-up (NLM 2.x to JATS 1.3), alone or several in one file. Each
/// article, and each sub-article or response in it, becomes a document of its own and, where it says enough
/// of itself, a work.
const Reader& jats_reader();

}  // namespace evident::read
