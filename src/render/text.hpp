// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "index/search.hpp"
#include "query/audit.hpp"
#include "query/trace.hpp"
#include "query/why.hpp"
#include "render/terminal.hpp"

/// Answers for people.
namespace evident::render {

std::string text_search(const index::SearchResult& result, size_t offset, const Terminal& terminal);
std::string text_trace(const query::Trace& trace, const Terminal& terminal);
std::string text_why(const query::Passport& passport, const Terminal& terminal);
std::string text_audit(const query::Audit& audit, const Terminal& terminal);

/// "RETRACTED" or "EXPRESSION OF CONCERN"; empty where nothing is said against a work. Who retracts has no
/// concern any more.
std::string standing(bool retracted, bool concern);
std::string standing(const model::WorkRecord& work);
/// The ink of a stance: green for support, red for dispute.
Ink stance_ink(const std::string& stance);
/// "pmid:1  doi:10.1/x"
std::string ids_line(const model::Identifiers& ids);

}  // namespace evident::render
