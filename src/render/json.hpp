// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "index/search.hpp"
#include "model/work.hpp"
#include "query/audit.hpp"
#include "query/trace.hpp"
#include "query/why.hpp"

/// Answers in the form that scripts rely on; the keys are fixed by schema/*.schema.json.
namespace evident::render {

using Json = nlohmann::ordered_json;

Json json_ids(const model::Identifiers& ids);
Json json_source(const std::string& path, const Place& source);
/// A work in a few keys, as it stands in evidence.
Json json_work(const std::string& id, const model::WorkRecord& work);
Json json_evidence(const query::Evidence& evidence);

Json json_search(const std::string& query, const index::SearchResult& result);
Json json_hit(const index::Hit& hit);
Json json_trace(const query::Trace& trace);
Json json_claim(const query::TracedClaim& traced);
/// The records of a work, most trusted first, and which of them gave each field.
Json json_provenance(const index::MergedWork& merged);
Json json_why(const query::Passport& passport);
Json json_audit(const query::Audit& audit);
Json json_article_audit(const query::ArticleAudit& article);

/// One line, or indented; bytes that are no UTF-8 are replaced, never an error.
std::string to_text(const Json& json, bool indented);

}  // namespace evident::render
