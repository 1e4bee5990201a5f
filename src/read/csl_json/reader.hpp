// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/reader.hpp"

namespace evident::read {

/// CSL-JSON: an array of items, an item alone, items a line, or arrays of them within an object. Other JSON
/// is taken too, and reported ("no-bibliography"): it is no text either.
const Reader& csl_json_reader();

}  // namespace evident::read
