// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "model/identifier.hpp"

namespace evident::model {

// Each takes what is a DOI, PMID or PMCID from a value that may hold one, where the record has none yet.

void take_doi(Identifiers& ids, std::string_view text);
void take_pmid(Identifiers& ids, std::string_view text);
void take_pmcid(Identifiers& ids, std::string_view text);
/// Of an address: "https://doi.org/10.1/x", ".../pubmed/123", ".../articles/PMC1".
void take_from_link(Identifiers& ids, std::string_view address);
/// Of a note that begins with them: "PMID: 123 PMCID: PMC1", "doi:10.1/x".
void take_from_note(Identifiers& ids, std::string_view note);

}  // namespace evident::model
