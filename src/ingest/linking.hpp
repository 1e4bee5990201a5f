// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "index/store.hpp"
#include "ingest/ingest.hpp"

namespace evident::ingest {

/// Makes the links of every article that is new or concerned, several at a time; Writer::linking_done() is
/// left to the caller. What was put is committed first: links depend on an article and on works alone, not on
/// other links, so that each thread may read the store on its own.
void link_articles(const Options& options, index::Writer& writer, Summary& summary, Observer& observer);

}  // namespace evident::ingest
