// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "read/reader.hpp"

namespace evident::read {

/// Reads EPUB books: "epub". A book whose chapters have reference lists of their own gives an article a
/// chapter; else what one list serves is one article. Provenance counts in the pages as they are packed, one
/// behind the other: "book.epub!EPUB/text/ch001.xhtml+EPUB/text/ch002.xhtml".
const Reader& epub_reader();

}  // namespace evident::read
