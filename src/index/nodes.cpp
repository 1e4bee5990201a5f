// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/nodes.hpp"

#include "index/node_data.hpp"
#include "index/schema.hpp"

namespace evident::index {

std::string kind_of(const Xapian::Document& document) {
  return document.get_value(slot::kind);
}

bool is_ghost(const Xapian::Document& document) {
  static const std::string ghost = make_term(prefix::kind, "ghost");
  auto term = document.termlist_begin();
  const auto end = document.termlist_end();
  if (term != end) term.skip_to(ghost);
  return term != end && *term == ghost;
}

ArticleNode article_node(const Xapian::Document& document) {
  return data_of<ArticleNode>(document);
}

std::vector<model::Sentence> other_sentences(const Xapian::Document& article_document) {
  return data_of<OtherSentences>(article_document).others;
}

ClaimNode claim_node(const Xapian::Document& document) {
  return data_of<ClaimNode>(document);
}

ReferenceNode reference_node(const Xapian::Document& document) {
  return data_of<ReferenceNode>(document);
}

model::WorkRecord work_record(const Xapian::Document& document) {
  return data_of<model::WorkRecord>(document);
}

model::Edge link_edge(const Xapian::Document& document) {
  return data_of<model::Edge>(document);
}

FormerRecord former_record(const Xapian::Document& document) {
  return data_of<FormerRecord>(document);
}

model::Deletion deletion(const Xapian::Document& document) {
  return data_of<model::Deletion>(document);
}

FileEntry file_entry(const Xapian::Document& document) {
  auto entry = data_of<FileEntry>(document);
  for (auto& diagnostic : entry.diagnostics) {
    if (diagnostic.path.empty()) diagnostic.path = entry.path;
  }
  return entry;
}

std::vector<model::Edge> cites_edges(const ClaimNode& claim, const std::vector<std::string>& reference_ids) {
  std::vector<model::Edge> edges;
  for (const auto& citation : claim.sentence.citations) {
    for (int index : citation.references) {
      model::Edge edge;
      edge.kind = model::EdgeKind::cites;
      edge.from = claim.id;
      edge.to = reference_ids.at(static_cast<size_t>(index));
      edge.rule = citation.rule;
      edge.score = 1;
      edge.marker = citation.marker;
      edge.quote = citation.marker;
      edge.path = claim.path;
      edge.source = citation.source;
      edge.id = edge_id(edge);
      edges.push_back(std::move(edge));
    }
  }
  return edges;
}

std::vector<model::Edge> cites_edges(const Xapian::Document& claim_document) {
  return data_of<CitesEdges>(claim_document).cites;
}

}  // namespace evident::index
