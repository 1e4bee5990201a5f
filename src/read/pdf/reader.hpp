// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/reader.hpp"

namespace evident::read {

/// Reads PDF files: "pdf". Provenance counts in the drawn text, "paper.pdf!text", and tells the page.
const Reader& pdf_reader();

}  // namespace evident::read
