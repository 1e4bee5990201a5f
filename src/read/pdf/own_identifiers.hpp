// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "model/identifier.hpp"

namespace evident::read::pdf {

/// The DOI of an article itself: as its metadata (an XMP packet) gives it, else the only one that is printed
/// as a DOI in `first_page`, which must not reach into the reference list.
model::Identifiers own_identifiers(std::string_view first_page, std::string_view metadata);

}  // namespace evident::read::pdf
