// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/work.hpp"

namespace evident::query {

/// A dose, a time or a result that a claim gives and the abstract of its study does not, though it gives
/// others.
struct OtherAmount {
  std::string claimed;              ///< as printed, "12 weeks"
  std::vector<std::string> stated;  ///< those of the abstract, as printed; three at most
};

/// A result of a claim that rests on one study, where the abstract gives that result otherwise: among others
/// that are there; or, alone, of an outcome of which the abstract gives the like figure (of proportions with
/// the same denominator), where all else that the claim says of it is there too.
std::vector<OtherAmount> other_results(std::string_view claim, const model::WorkRecord& work);

}  // namespace evident::query
