// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "read/html/reference_list.hpp"

namespace evident::read::html {

/// Raised numbers that cite, by the number of the <sup>, with the entries that they name. Only on a page
/// whose list is numbered and nothing links to, and only where the page uses them as citations: exponents and
/// notes are none.
using Superscripts = std::map<uint32_t, std::vector<size_t>>;

Superscripts find_superscripts(const Tree& tree, const Survey& survey, const ReferenceList& references);

}  // namespace evident::read::html
