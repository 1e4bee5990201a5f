// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evident::model {

/// The identifiers a work is known by. Empty means absent. All are kept in normal form (see the functions
/// below).
struct Identifiers {
  std::string pmid;   ///< "18068515"
  std::string doi;    ///< "10.1016/s0140-6736(07)61814-5": lower case, no resolver's address
  std::string pmcid;  ///< "PMC207867"
  std::string key;    ///< key in the file the record came from (BibTeX key, CSL id), else empty
  /// Further ones of the same work, with their scheme ("doi:10.1/x"): a record may state two DOIs.
  std::vector<std::string> also = {};

  bool empty() const { return pmid.empty() && doi.empty() && pmcid.empty(); }
  bool operator==(const Identifiers&) const = default;
};

/// 1 to 8 digits, no leading zero, not 0. nullopt otherwise.
std::optional<std::string> normal_pmid(std::string_view text);
/// Strips "doi:", a resolver's address, a query string, and sentence punctuation and brackets where
/// unbalanced; lower-cases. nullopt where it is no DOI ("10." registrant "/" suffix).
std::optional<std::string> normal_doi(std::string_view text);
/// With or without the prefix, sometimes doubled ("PMC PMC207867"), or with its version ("PMC207867.1").
/// nullopt where it is none.
std::optional<std::string> normal_pmcid(std::string_view text);

/// Every PMID, DOI and PMCID, with its scheme: "pmid:1", "doi:10.1/x"; the one of each kind that comes first
/// stands before those of `also`.
std::vector<std::string> all_of(const Identifiers& ids);
/// Takes a DOI: the first is the work's, another one that differs is kept beside it.
void add_doi(Identifiers& ids, const std::string& doi);

/// "pmid:N", else "doi:...", else "pmcid:...", else "" (the caller then makes a "key:..." of the match key).
std::string work_id(const Identifiers& ids);

}  // namespace evident::model
