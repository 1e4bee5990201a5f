// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/reader.hpp"

namespace evident::read {

/// PubMed and MEDLINE XML: baseline and update files, efetch output, book records. One work a record.
const Reader& pubmed_reader();

}  // namespace evident::read
