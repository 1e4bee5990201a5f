// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/reader.hpp"

namespace evident::read {

const Reader& wikitext_reader();

}  // namespace evident::read
