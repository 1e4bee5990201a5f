// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/reader.hpp"

namespace evident::read {

/// EndNote's XML, which other reference managers write too.
const Reader& endnote_xml_reader();

}  // namespace evident::read
