// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/reader.hpp"

namespace evident::read {

/// RIS, as reference managers and publishers export it, in all its dialects. One work a record.
const Reader& ris_reader();

}  // namespace evident::read
