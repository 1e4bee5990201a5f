// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "index/store.hpp"

namespace evident::index {

// Documents to nodes; document_builder.hpp is the other way. Only these two know how a node is laid out.

std::string kind_of(const Xapian::Document& document);  ///< "claim", "work" ...
bool is_ghost(const Xapian::Document& document);
ArticleNode article_node(const Xapian::Document& document);
std::vector<model::Sentence> other_sentences(
    const Xapian::Document& article_document);  ///< those that are no claims
ClaimNode claim_node(const Xapian::Document& document);
ReferenceNode reference_node(const Xapian::Document& document);
model::WorkRecord work_record(const Xapian::Document& document);
model::Edge link_edge(const Xapian::Document& document);
/// A record that a deletion or a newer file put away, and whether it was deleted.
FormerRecord former_record(const Xapian::Document& document);
model::Deletion deletion(const Xapian::Document& document);
FileEntry file_entry(const Xapian::Document& document);

/// The "cites" edges of a claim. `reference_ids` by index in the article.
std::vector<model::Edge> cites_edges(const ClaimNode& claim, const std::vector<std::string>& reference_ids);
std::vector<model::Edge> cites_edges(const Xapian::Document& claim_document);

}  // namespace evident::index
