// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/work.hpp"
#include "read/xml/source_tree.hpp"

namespace evident::read::pubmed {

/// <CommentsCorrectionsList>: what other records say of this one and this one of them. A kind of relation
/// that is not known is kept as a related work.
void add_relations(xml::SourceNode list, model::WorkRecord& record);

}  // namespace evident::read::pubmed
