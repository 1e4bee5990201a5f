// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "read/html/entry_finder.hpp"

namespace evident::read::html {

/// Elements outside the list that repeat one of its entries, as pages do that show a reference beside its
/// marker: by the element's number, the entry's number in `lists`, counted through. Outermost elements only.
std::map<uint32_t, size_t> find_copies(const Tree& tree, const Survey& survey,
                                       const std::vector<FoundList>& lists);

}  // namespace evident::read::html
