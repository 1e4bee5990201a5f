// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/document.hpp"
#include "read/html/metadata.hpp"
#include "read/xml/source_text.hpp"

namespace evident::read::html {

/// Joins what the head of a page lists with what the page prints: the parts of references of which it tells
/// more, or, where the page prints none, the references themselves.
void add_listed_references(const std::vector<ListedReference>& listed, const xml::SourceText& source,
                           model::Document& document);

}  // namespace evident::read::html
