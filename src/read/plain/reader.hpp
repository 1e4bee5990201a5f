// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/reader.hpp"

namespace evident::read {

/// Reads any text that no other reader knows, also copies of web pages: "plain-text". Accepts everything.
const Reader& plain_reader();

}  // namespace evident::read
