// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/work.hpp"
#include "read/xml/source_text.hpp"
#include "read/xml/source_tree.hpp"

namespace evident::read::pubmed {

/// A <PubmedArticle>, or a bare <MedlineCitation>. Fields that the record lacks stay empty.
/// `source` is the text that its tree was made of.
model::WorkRecord article_record(xml::SourceNode record, const xml::SourceText& source);
/// A <PubmedBookArticle>.
model::WorkRecord book_record(xml::SourceNode record, const xml::SourceText& source);

}  // namespace evident::read::pubmed
