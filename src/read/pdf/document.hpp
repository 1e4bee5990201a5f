// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "model/document.hpp"

namespace evident::read::pdf {

/// Makes a document of drawn pages (input/page_layout.hpp): its text in whole paragraphs, each byte mapped to
/// the drawn text, with the pages. `title` and `info_title` are what the file suggests as its title; one that
/// the first page prints is taken. Path, format and hash are left to the caller.
model::Document document_of(std::string_view drawn, std::string_view title, std::string_view info_title);

}  // namespace evident::read::pdf
