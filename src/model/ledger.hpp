// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/article.hpp"

namespace evident::model {

/// What became of everything that an article holds. The sums balance: references.seen = resolved + ambiguous
/// + unresolved; citations.seen = attached + dangling; claims.seen = with_evidence + without_evidence.
struct Ledger {
  struct {
    int seen = 0, parsed = 0, identified = 0, resolved = 0, ambiguous = 0, unresolved = 0;
  } references;
  struct {
    int seen = 0, attached = 0, dangling = 0;
  } citations;
  struct {
    int seen = 0, with_evidence = 0, without_evidence = 0;
    int said_elsewhere = 0;  ///< by other articles too, with evidence or without
  } claims;
};

}  // namespace evident::model
