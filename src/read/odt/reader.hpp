// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/reader.hpp"

namespace evident::read {

/// Reads OpenDocument texts: "odt". Provenance counts in "paper.odt!content.xml".
const Reader& odt_reader();

}  // namespace evident::read
