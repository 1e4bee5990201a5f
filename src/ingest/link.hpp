// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/article.hpp"
#include "model/edge.hpp"
#include "model/work.hpp"
#include "resolve/resolve.hpp"

namespace evident::ingest {

struct Links {
  std::vector<model::Edge> edges;
  std::vector<model::WorkRecord> ghosts;  ///< one per reference that no record answers to
};

/// Every link of an article: references to works or ghosts, mentions, and for each claim and study the
/// finding it rests on. A pure function of the article and of the works, so that the order of ingestion
/// cannot show.
Links link_article(const model::Article& article, resolve::WorkSource& works);

}  // namespace evident::ingest
