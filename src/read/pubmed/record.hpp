// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/work.hpp"
#include "read/xml/source_tree.hpp"

namespace evident::read::pubmed {

/// A <PubmedArticle>, or a bare <MedlineCitation>. Fields that the record lacks stay empty.
model::WorkRecord article_record(xml::SourceNode record);
/// A <PubmedBookArticle>.
model::WorkRecord book_record(xml::SourceNode record);

}  // namespace evident::read::pubmed
