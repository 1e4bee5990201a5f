// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/prepared.hpp"

#include <algorithm>
#include <utility>

#include "index/document_builder.hpp"
#include "index/documents.hpp"

namespace evident::index {

namespace {
const std::vector<std::string> no_keys;
}

Prepared::Prepared(std::unique_ptr<Documents> documents) : m_documents(std::move(documents)) {}
Prepared::Prepared(Prepared&&) noexcept = default;
Prepared& Prepared::operator=(Prepared&&) noexcept = default;
Prepared::~Prepared() = default;

void Prepared::set_file(const std::string& mark) {
  for (auto& document : m_documents->items) document.add_boolean_term(mark);
}

struct Preparer::Impl {
  DocumentBuilder builder;
};

Preparer::Preparer() : m_impl(std::make_unique<Impl>()) {}
Preparer::~Preparer() = default;

Prepared Preparer::article(const model::Article& article, const std::vector<std::string>& mention_keys,
                           const std::vector<std::vector<std::string>>& reference_keys,
                           const std::vector<std::vector<std::string>>& claim_keys) {
  std::vector<std::string> keys = mention_keys;
  for (const auto& of_reference : reference_keys)
    keys.insert(keys.end(), of_reference.begin(), of_reference.end());
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  auto documents = std::make_unique<Documents>();
  documents->items.push_back(m_impl->builder.article(article, keys));
  for (size_t i = 0; i < article.sentences.size(); ++i) {
    if (!article.sentences[i].claim) continue;
    documents->items.push_back(m_impl->builder.claim(article, article.sentences[i],
                                                     i < claim_keys.size() ? claim_keys[i] : no_keys));
  }
  for (const auto& reference : article.references) {
    documents->items.push_back(m_impl->builder.reference(article, reference));
  }
  m_impl->builder.let_go();
  return Prepared(std::move(documents));
}

Prepared Preparer::work(const model::WorkRecord& work, const std::vector<std::string>& keys) {
  auto documents = std::make_unique<Documents>();
  documents->items.push_back(work.notice ? m_impl->builder.notice(work) : m_impl->builder.work(work, keys));
  m_impl->builder.let_go();
  return Prepared(std::move(documents));
}

Prepared Preparer::deletion(const model::Deletion& deletion) {
  auto documents = std::make_unique<Documents>();
  documents->items.push_back(m_impl->builder.deletion(deletion));
  return Prepared(std::move(documents));
}

Prepared Preparer::file(const FileEntry& entry) {
  auto documents = std::make_unique<Documents>();
  documents->items.push_back(m_impl->builder.file(entry));
  return Prepared(std::move(documents));
}

}  // namespace evident::index
