// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/work.hpp"
#include "read/xml/entities.hpp"
#include "read/xml/source_text.hpp"
#include "read/xml/source_tree.hpp"

namespace evident::read::jats {

/// What an <article>, <sub-article> or <response> says of itself as a work. Cited works and provenance are
/// the caller's to add.
model::WorkRecord front_matter(xml::SourceNode article, const xml::SourceText& source,
                               const xml::Entities& entities);

/// The title as shown, without notes and marks.
std::string title_of(xml::SourceNode article, const xml::Entities& entities);

}  // namespace evident::read::jats
