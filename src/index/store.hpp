// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "index/prepared.hpp"
#include "model/article.hpp"
#include "model/edge.hpp"
#include "model/ledger.hpp"
#include "model/work.hpp"

namespace Xapian {
class Database;
}

namespace evident::index {

/// A file as the store knows it.
struct FileEntry {
  std::string path;    ///< absolute
  std::string sha256;  ///< of the bytes on disk
  std::string format;
  int articles = 0, works = 0, notices = 0;
  std::vector<Diagnostic> diagnostics;  ///< what reading it reported
};

/// An article without its sentences and references.
struct ArticleNode {
  std::string key, title, path, format, sha256;
  model::Identifiers ids;  ///< its own, where it says so
  int sentences = 0, claims = 0, references = 0, citations = 0, dangling = 0;
};

struct ClaimNode {
  std::string id;       ///< "<article key>#<number>"
  std::string article;  ///< key
  std::string article_title;
  std::string path;
  model::Sentence sentence;
};

struct ReferenceNode {
  std::string id;
  std::string article;
  std::string path;
  model::Reference reference;
};

struct Counts {
  uint64_t files = 0, articles = 0, claims = 0, references = 0, works = 0, ghosts = 0, notices = 0, edges = 0;
};

/// A store opened for reading. One object a thread. All lists come in a stable order (by id).
/// Documents of the store: one a file, article, claim, reference, work record, ghost record, link. See
/// schema/index.md.
class Store {
 public:
  /// Throws StoreError when there is none, it is damaged or of a newer format (each with what to do).
  explicit Store(const std::filesystem::path& directory);
  ~Store();
  Store(Store&&) noexcept;

  std::optional<ArticleNode> article(const std::string& key) const;
  std::vector<ArticleNode> articles() const;
  std::vector<ClaimNode> claims_of(const std::string& article_key) const;  ///< by number; claims only
  /// Sentences that are no claims (of captions, tables, questions) and cite, by number.
  std::vector<ClaimNode> other_citing(const std::string& article_key) const;
  std::vector<ReferenceNode> references_of(const std::string& article_key) const;
  std::optional<ClaimNode> claim(const std::string& id) const;
  std::optional<ReferenceNode> reference(const std::string& id) const;
  /// All records (or ghost records) of a work merged into one: newest version first, blanks filled from the
  /// others; with what notices of lists say of it. `id` may be any identifier of it: "pmid:1", "doi:10.1/x",
  /// "pmcid:PMC1", "key:...", "NCT00525252".
  std::optional<model::WorkRecord> work(const std::string& id) const;
  /// The canonical id of what the user typed (article key or claim id without its hash, PMID with or without
  /// prefix, BibTeX key ...), nullopt where nothing or more than one thing answers to it.
  std::optional<std::string> find_id(const std::string& typed) const;
  std::vector<std::string> work_ids()
      const;  ///< every work and ghost once, sorted. Whole store: for dump and freezing only

  std::optional<model::Edge> edge(const std::string& id) const;
  /// Every edge that starts (ends) at a node, stored ones and those read from the claim ("cites"); sorted by
  /// id.
  std::vector<model::Edge> edges_from(const std::string& node) const;
  std::vector<model::Edge> edges_to(const std::string& node) const;
  /// Works that cite / are cited by a work by their own records (PubMed reference lists).
  std::vector<std::string> works_citing(const std::string& work) const;
  std::vector<std::string> works_cited_by(const std::string& work) const;

  model::Ledger ledger(const std::string& article_key) const;
  std::vector<FileEntry> files() const;
  /// SHA-256 of a file as it was last read; nullopt when unknown.
  std::optional<std::string> file_hash(const std::string& path) const;
  Counts counts() const;
  std::string revision() const;              ///< changes with every commit
  const Xapian::Database& database() const;  ///< for index/ alone

  struct Impl;

 private:
  std::unique_ptr<Impl> m_impl;
};

/// A store opened for writing; created when absent. One at a time (StoreError when locked).
class Writer {
 public:
  explicit Writer(const std::filesystem::path& directory);
  ~Writer();

  std::vector<std::string> paths() const;
  /// Removes all that came from a file, and marks the articles that pointed to its works for linking.
  void remove_file(const std::string& path);

  // Between remove_file and put_file, what a file holds. Documents of a file whose put_file was not committed
  // are removed when the store is next opened for writing, so a killed run leaves no halves.
  void put(const Prepared& prepared);
  void put_file(const FileEntry& entry);
  /// Ends a remove_file() that no put_file() follows.
  void reading_done();

  /// Articles whose links are to be made (again): new ones, and those that share a key with a work that came
  /// or went.
  std::vector<std::string> articles_to_link();
  model::Article article(const std::string& key) const;  ///< as put (claims and their citations, references)
  /// Works that bear one of the keys, each once, by id. A key that more than `limit` records bear is passed
  /// over.
  std::vector<model::WorkRecord> works_with(const std::vector<std::string>& keys, size_t limit) const;
  bool has_node(const std::string& id) const;
  /// Replaces all links and ghosts of an article.
  void put_links(const std::string& article_key, const std::vector<model::Edge>& edges,
                 const std::vector<model::WorkRecord>& ghosts);

  /// Says that every article of articles_to_link() has its links.
  void linking_done();

  /// Makes all of it durable at once. Xapian also commits by itself when enough has gathered, at any moment;
  /// what is then still open is told by the store's metadata and taken up again by the next run.
  void commit();

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace evident::index
