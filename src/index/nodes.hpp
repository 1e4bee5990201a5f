// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "index/store.hpp"

namespace evident::index {

// Nodes to documents (terms, values and data) and back. The only place that knows how a node is laid out.

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

/// Gives a work's document another id.
void set_work_id(Xapian::Document& document, const std::string& id);

/// Makes documents; keeps the term generator (and its stemmer) between calls.
class DocumentBuilder {
 public:
  DocumentBuilder();
  Xapian::Document article(const model::Article& article, const std::vector<std::string>& keys);
  Xapian::Document claim(const model::Article& article, const model::Sentence& sentence,
                         const std::vector<std::string>& keys);
  Xapian::Document reference(const model::Article& article, const model::Reference& reference);
  Xapian::Document work(const model::WorkRecord& work, const std::vector<std::string>& keys);
  Xapian::Document former(const FormerRecord& former);
  Xapian::Document deletion(const model::Deletion& deletion);
  Xapian::Document notice(const model::WorkRecord& notice);
  Xapian::Document ghost(const model::WorkRecord& work, const std::string& article_key);
  /// `article_key`: that the link was derived for; empty for one that belongs to two.
  Xapian::Document link(const model::Edge& edge, const std::string& article_key);
  Xapian::Document file(const FileEntry& entry);
  /// Holds no document any more. Documents count their holders without locks: before another thread gets one,
  /// this must be called.
  void let_go() { m_generator.set_document(Xapian::Document()); }

 private:
  void index_text(Xapian::Document& document, const std::string& text, std::string_view text_prefix,
                  bool positions);
  Xapian::Document work_document(const model::WorkRecord& work);
  Xapian::Stem m_stemmer;
  Xapian::TermGenerator m_generator;
};

}  // namespace evident::index
