// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/identifier.hpp"

namespace evident::index {

/// A record, or a deletion, among those that are tied together by identifiers.
struct Member {
  bool deletion = false;
  bool from_pubmed = false;  ///< PubMed XML: deletions and newer files concern it
  model::Identifiers ids;    ///< of a deletion the PMID alone
  int version = 1;
  std::string path;
  uint64_t start = 0;  ///< in the file
};

struct Standing {
  enum class State { live, replaced, deleted } state = State::live;
  std::string work;  ///< id of the work that a live record belongs to
  size_t by = 0;     ///< index of the member that replaced or deleted it
};

/// What becomes of each of some members that share identifiers, directly or by way of each other. Independent
/// of their order.
///
/// Deletions and newer files: of one (PMID, version), a deletion ends the PubMed records before it in file
/// order; within a series of files (file_order.hpp) the last record replaces the others.
///
/// Works: records of one PMID are one work; different PMIDs are never one. A record without a PMID belongs to
/// the one work that states one of its DOIs, or, where no DOI speaks for or against it, its PMCID; where
/// several works do, it stands for itself. Different DOIs are one work only where a record states both.
std::vector<Standing> standings(const std::vector<Member>& members);

}  // namespace evident::index
