// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/reader.hpp"

namespace evident::read {

/// Web of Science's tagged text (ISI format, .ciw): "PT J", "AU Li, Wei", lines that continue are indented.
const Reader& isi_reader();

}  // namespace evident::read
