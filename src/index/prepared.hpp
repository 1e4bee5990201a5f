// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/article.hpp"
#include "model/deletion.hpp"
#include "model/work.hpp"

namespace evident::index {

struct Documents;  // Xapian's
struct FileEntry;

/// An article or a work as the documents that Writer::put() will add: all that can be done without the store.
class Prepared {
 public:
  explicit Prepared(std::unique_ptr<Documents> documents);
  Prepared(Prepared&&) noexcept;
  Prepared& operator=(Prepared&&) noexcept;
  ~Prepared();

  const Documents& documents() const { return *m_documents; }
  /// Gives them the file_mark() of the file that they come from, for Bulk; Writer::put() does it itself.
  void set_file(const std::string& mark);

 private:
  std::unique_ptr<Documents> m_documents;
};

/// Makes them. One a thread; what it made may be written by another.
class Preparer {
 public:
  Preparer();
  ~Preparer();
  /// `mention_keys`, `reference_keys`: under which its sentences and references look for works; `claim_keys`,
  /// by sentence: under which a claim meets those that say the same.
  Prepared article(const model::Article& article, const std::vector<std::string>& mention_keys,
                   const std::vector<std::vector<std::string>>& reference_keys,
                   const std::vector<std::vector<std::string>>& claim_keys = {});
  /// Of a work's record; of a notice, which needs no keys.
  Prepared work(const model::WorkRecord& work, const std::vector<std::string>& keys);
  Prepared deletion(const model::Deletion& deletion);
  Prepared file(const FileEntry& entry);

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace evident::index
