// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/reader.hpp"

namespace evident::read {

/// Tables with a record a row, parted by commas, semicolons or tabs. A table that is no bibliography is taken
/// too, and reported ("no-bibliography"): it is no text either.
const Reader& csv_reader();

}  // namespace evident::read
