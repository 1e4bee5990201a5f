// SPDX-License-Identifier: GPL-3.0-or-later
// What linking reads of a store.
#include <algorithm>
#include <set>

#include "index/link_terms.hpp"
#include "index/merge.hpp"
#include "index/store_impl.hpp"

namespace evident::index {

namespace {

/// As it was put: an article without key where there is none.
model::Article read_article(const Xapian::Database& db, const std::string& key) {
  model::Article article;
  for (Xapian::docid number : documents_with(db, make_term(prefix::article, key))) {
    const Xapian::Document document = db.get_document(number);
    const std::string kind = kind_of(document);
    if (kind == "article") {
      ArticleNode node = article_node(document);
      article.key = node.key;
      article.title = node.title;
      article.path = node.path;
      article.format = node.format;
      article.sha256 = node.sha256;
      article.ids = node.ids;
      for (auto& sentence : other_sentences(document)) article.sentences.push_back(std::move(sentence));
    } else if (kind == "claim") {
      article.sentences.push_back(claim_node(document).sentence);
    } else if (kind == "reference") {
      article.references.push_back(reference_node(document).reference);
    }
  }
  std::sort(article.sentences.begin(), article.sentences.end(),
            [](const auto& left, const auto& right) { return left.number < right.number; });
  std::sort(article.references.begin(), article.references.end(),
            [](const auto& left, const auto& right) { return left.index < right.index; });
  return article;
}

std::vector<model::WorkRecord> read_works(const Xapian::Database& database,
                                          const std::vector<std::string>& keys, size_t limit) {
  std::set<std::string> ids;
  for (const auto& key : keys) {
    for (Xapian::docid number : documents_with_key(database, key, limit))
      ids.insert(database.get_document(number).get_value(slot::node_id));
  }
  std::vector<model::WorkRecord> works;
  works.reserve(ids.size());
  for (const auto& id : ids) {
    std::vector<model::WorkRecord> records;
    for (Xapian::docid number : documents_with(database, make_term(prefix::id, id))) {
      const Xapian::Document document = database.get_document(number);
      if (!is_ghost(document)) records.push_back(work_record(document));
    }
    works.push_back(merged_work(std::move(records), id));
  }
  return works;
}

}  // namespace

model::Article Store::whole_article(const std::string& key) const {
  return m_impl->read([&](const Xapian::Database& db) { return read_article(db, key); });
}

std::vector<model::WorkRecord> Store::works_with(const std::vector<std::string>& keys, size_t limit) const {
  return m_impl->read([&](const Xapian::Database& db) { return read_works(db, keys, limit); });
}

}  // namespace evident::index
