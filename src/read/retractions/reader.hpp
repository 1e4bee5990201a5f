// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/reader.hpp"

namespace evident::read {

/// Lists of retractions and corrections: the CSV of Retraction Watch, the JSON lines of Open Retractions.
/// Each entry becomes a notice (WorkRecord::notice) under the identifiers of the work that it is about.
const Reader& retractions_reader();

}  // namespace evident::read
