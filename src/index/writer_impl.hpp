// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <xapian.h>

#include "index/bulk.hpp"
#include "index/document_builder.hpp"
#include "index/link_terms.hpp"
#include "index/nodes.hpp"
#include "index/numbering.hpp"
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

/// The documents that linking has seen.
class Linked {
 public:
  explicit Linked(std::vector<Xapian::docid> last) : m_numbering(last.size()), m_last(std::move(last)) {}
  bool operator()(Xapian::docid number) const {
    return m_numbering.in_layer(number) <= m_last[m_numbering.layer_of(number)];
  }
  /// Of those of a layer, the last.
  Xapian::docid last(size_t layer) const { return m_last[layer]; }

 private:
  Numbering m_numbering;
  std::vector<Xapian::docid> m_last;
};

struct Writer::Impl {
  std::filesystem::path directory;  // without links
  std::vector<Xapian::WritableDatabase> layers;
  Xapian::WritableDatabase database;  // all of them
  Xapian::Database committed;         // the same as readers see it
  DocumentBuilder builder;
  uint64_t pending_terms = 0, pending_documents = 0;  // changed since the last commit
  std::string file;                                   // term of the file that is being read
  bool mending = false;
  size_t layers_done = SIZE_MAX;  // those before one that a bulk brought a part of a file into

  void open_or_make(const std::filesystem::path& place);
  /// Or again, where other layers took the place of all but the first `kept`. `flags`: Xapian's. Throws
  /// Xapian::Error.
  void open(int flags, size_t kept);
  /// Of all layers; what is new goes first, so that a file's entry is never there without what it held.
  void commit();
  /// Where a run was killed between the commits of two layers.
  bool is_torn() const;
  void mend();

  /// Writes the layers from one on and the runs into one database.
  void merge(size_t from, const std::vector<Run>& runs, const std::filesystem::path& fresh);

  void set_reading(const std::string& path);
  Numbering numbering() const { return Numbering(layers.size()); }
  Linked linked() const;
  /// Documents of a kind that came after the last linking.
  std::vector<Xapian::docid> above_linked(std::string_view kind) const;

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
    layers.back().add_document(document);
    count(document.termlist_count());
  }
  /// Copies another database's documents, one by one.
  void add_all(const Xapian::Database& other) {
    for (Xapian::docid number : documents_with(other, "")) add(other.get_document(number));
  }
  void replace(Xapian::docid number, const Xapian::Document& document) {
    // Without opening it anew: of a document that was opened last, Xapian rewrites what is changed alone.
    const uint64_t terms = database.get_unique_terms(number) + document.termlist_count();
    database.replace_document(number, document);
    count(terms);
  }
  void remove(Xapian::docid number) {
    const uint64_t terms = database.get_document(number).termlist_count();
    database.delete_document(number);
    count(terms);
  }

  /// Puts a document in the place of a record, a former one or a deletion. Of a work in an older layer, which
  /// has many terms there, it is only said that it is gone, and the other stands in the last layer.
  void supersede(Xapian::docid number, const Xapian::Document& document);
  void put_away(Xapian::docid number);  ///< says that it is gone

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
  void say_gone(Xapian::docid number);
  void count(uint64_t terms, uint64_t documents = 1) {
    // Xapian would commit one layer by itself when enough of its documents are changed.
    constexpr uint64_t documents_per_commit = 5'000;
    pending_terms += terms;
    pending_documents += documents;
    const bool many = layers.size() > 1 && pending_documents >= documents_per_commit;
    if (many || pending_terms >= terms_per_commit(layers.back().get_doccount())) commit();
  }
};

}  // namespace evident::index
