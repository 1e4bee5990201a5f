// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <xapian.h>

namespace evident::index {

/// About how many documents of a local store match a query, to two figures: those of every 32nd block of
/// documents are counted. Xapian's own estimate supposes that words and years are independent of each other,
/// and is off by a factor of ten for phrases.
uint64_t sampled_count(const Xapian::Database& database, const Xapian::Query& query);

}  // namespace evident::index
