// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/reader.hpp"

namespace evident::read {

/// refer and EndNote's import format (.enw): "%0 Journal Article", "%A Fernleaf, Q. R.".
const Reader& refer_reader();

}  // namespace evident::read
