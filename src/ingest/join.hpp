// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/diagnostic.hpp"
#include "index/store.hpp"
#include "ingest/ingest.hpp"

namespace evident::ingest {

/// Joins the claims of different articles that say the same, when all files are read.
void join_claims(index::Writer& writer, Summary& summary, DiagnosticSink& sink);

/// The edge between two claims that say the same, with what it rests on.
std::optional<model::Edge> same_claim_edge(const index::ClaimNode& one, const index::ClaimNode& other);

}  // namespace evident::ingest
