// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/reader.hpp"

namespace evident::read {

/// BibTeX and BibLaTeX. Entries that inherit from another come last, when all of the file is known.
const Reader& bibtex_reader();

}  // namespace evident::read
