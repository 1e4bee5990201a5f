// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "index/store.hpp"

namespace evident::index {

// Nodes to documents: terms, values and data. nodes.hpp is the way back.

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
