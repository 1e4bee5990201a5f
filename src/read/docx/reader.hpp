// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/reader.hpp"

namespace evident::read {

/// Reads documents of word processors in Office Open XML: "docx". Provenance counts in the parts as they are
/// packed: "paper.docx!word/document.xml".
const Reader& docx_reader();

}  // namespace evident::read
