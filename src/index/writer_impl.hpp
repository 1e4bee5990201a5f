// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <xapian.h>

#include "index/document_builder.hpp"
#include "index/link_terms.hpp"
#include "index/nodes.hpp"
#include "index/postings.hpp"
#include "index/schema.hpp"
#include "index/store.hpp"

namespace evident::index {

// For writer.cpp, unite.cpp and join.cpp alone.

/// Xapian keeps what is pending in trees that grow slower with every term, so that small flushes are the
/// fastest; but each rewrites every block that it touches, of which a large store has many.
inline uint64_t terms_per_commit(Xapian::doccount documents) {
  return std::clamp<uint64_t>(uint64_t{documents} * 4, 40'000, 400'000);
}

struct Writer::Impl {
  std::filesystem::path directory;  // without links
  Xapian::WritableDatabase database;
  Xapian::Database committed;  // the same as readers see it
  DocumentBuilder builder;
  uint64_t pending_terms = 0;  // of documents added since the last commit
  std::string file;            // term of the file that is being read

  Xapian::docid linked() const {
    const std::string value = database.get_metadata(metadata::linked);
    return value.empty() ? 0 : static_cast<Xapian::docid>(std::stoul(value));
  }

  /// Documents of a kind that came after the last linking.
  std::vector<Xapian::docid> above_linked(std::string_view kind) const {
    std::vector<Xapian::docid> numbers;
    const std::string term = make_term(prefix::kind, kind);
    auto posting = database.postlist_begin(term);
    const auto end = database.postlist_end(term);
    if (posting != end) posting.skip_to(linked() + 1);
    for (; posting != end; ++posting) numbers.push_back(*posting);
    return numbers;
  }

  /// Sorted.
  template <typename Numbers>
  std::vector<std::string> ids_of(const Numbers& documents) const {
    std::vector<std::string> ids;
    for (Xapian::docid number : documents)
      ids.push_back(database.get_document(number).get_value(slot::node_id));
    std::sort(ids.begin(), ids.end());
    return ids;
  }

  void add(const Xapian::Document& document) {
    database.add_document(document);
    count(document.termlist_count());
  }
  /// Copies another database's documents, one by one.
  void add_all(const Xapian::Database& other) {
    for (Xapian::docid number : documents_with(other, "")) add(other.get_document(number));
  }
  void replace(Xapian::docid number, const Xapian::Document& document) {
    const uint64_t terms = database.get_document(number).termlist_count() + document.termlist_count();
    database.replace_document(number, document);
    count(terms);
  }
  void remove(Xapian::docid number) {
    const uint64_t terms = database.get_document(number).termlist_count();
    database.delete_document(number);
    count(terms);
  }

  /// Marks a document: it is rewritten with one more term, nothing else of it changes.
  void mark(Xapian::docid number, std::string_view term) {
    Xapian::Document document = database.get_document(number);
    document.add_boolean_term(std::string(term));
    replace(number, document);
  }

  /// Articles with a reference or sentence that looks under one of a work's keys.
  void articles_sharing_keys(const Xapian::Document& work, std::set<Xapian::docid>& articles) {
    // A writer that lists its terms flushes first; articles that are not committed yet are linked in any
    // case.
    committed.reopen();
    if (committed.get_termfreq(make_term(prefix::kind, "article")) == 0) return;
    for (const auto& term : answered_article_terms(work, committed)) {
      for (Xapian::docid article : documents_with(database, term)) articles.insert(article);
    }
  }
  void articles_sharing_keys(Xapian::docid work, std::set<Xapian::docid>& articles) {
    articles_sharing_keys(database.get_document(work), articles);
  }

  void mark_uncommon(const std::vector<Xapian::docid>& removed);  ///< join.cpp

  /// Records and deletions that state an identifier of this one, itself left out.
  std::vector<Xapian::docid> peers(Xapian::docid number) const;

 private:
  void count(uint64_t terms) {
    pending_terms += terms;
    if (pending_terms < terms_per_commit(database.get_doccount())) return;
    database.commit();
    pending_terms = 0;
  }
};

}  // namespace evident::index
