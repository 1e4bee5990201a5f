// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/reader.hpp"

namespace evident::read {

/// Reads saved web pages, Wikipedia's and journals' among them: "html".
const Reader& html_reader();

}  // namespace evident::read
