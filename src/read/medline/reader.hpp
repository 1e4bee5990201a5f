// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/reader.hpp"

namespace evident::read {

/// MEDLINE text, as PubMed saves it (.nbib, .txt). One work a record.
const Reader& medline_reader();

}  // namespace evident::read
