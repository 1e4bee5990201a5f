// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <xapian.h>

namespace evident::index {

/// About how many documents of a local store match a query, within the bounds that `matches` of it tell:
/// those of a sample of blocks of documents (of every 32nd in a large store) are counted, to two figures.
/// Xapian's own estimate supposes that words and years are independent of each other, and is off by a factor
/// of ten for phrases.
uint64_t sampled_total(const Xapian::Database& database, const Xapian::Query& query,
                       const Xapian::MSet& matches);

}  // namespace evident::index
