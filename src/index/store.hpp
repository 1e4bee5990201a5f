// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "index/merge.hpp"
#include "index/prepared.hpp"
#include "model/article.hpp"
#include "model/deletion.hpp"
#include "model/edge.hpp"
#include "model/ledger.hpp"
#include "model/work.hpp"

namespace Xapian {
class Database;
class Document;
}  // namespace Xapian

namespace evident::index {

/// A file as the store knows it.
struct FileEntry {
  std::string path;    ///< absolute
  std::string sha256;  ///< of the bytes on disk
  std::string format;
  int articles = 0, works = 0;
  std::vector<Diagnostic> diagnostics;  ///< what reading it reported
  int deletions = 0;                    ///< asked for by it
  int notices = 0;                      ///< of retractions and corrections
};

/// The term that all that came from a file bears: a hash of its path.
std::string file_mark(const std::string& path);

/// An article without its sentences and references.
struct ArticleNode {
  std::string key, title, path, format, sha256;
  model::Identifiers ids;  ///< its own, where it says so
  Place source;            ///< of its text in the file
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

/// What one reader gave.
struct FormatCounts {
  uint64_t articles = 0, works = 0;
};

/// A record that is in no work any more: a deletion or a newer file (`by`, its path) put it away. It is kept,
/// because it counts again when that file goes.
struct FormerRecord {
  model::WorkRecord record;
  bool deleted = false;  ///< else replaced
  std::string by;
  bool operator==(const FormerRecord&) const = default;
};

struct Counts {
  std::map<std::string, FormatCounts> formats;  ///< by the reader's name
  uint64_t files = 0, articles = 0, claims = 0, references = 0, works = 0, ghosts = 0, edges = 0;
  uint64_t same_claims = 0;            ///< edges between claims; among `edges` too
  uint64_t notices = 0;                ///< entries of lists of retractions
  uint64_t former = 0, deletions = 0;  ///< records put away, and orders to delete
};

/// Of many claims' ids, the first in the order of model::stands_before().
struct FirstIds {
  std::vector<std::string> ids;
  size_t total = 0;  ///< how many there are
};

/// A store opened for reading, or one of several shards (shards.hpp). One object a thread. All lists come in
/// a stable order (by id). Documents of the store: one a file, article, claim, reference, work record, ghost
/// record, link. See schema/index.md.
class Store {
 public:
  /// Throws StoreError when there is none, it is damaged or of a newer format (each with what to do).
  explicit Store(const std::filesystem::path& directory);
  ~Store();
  Store(Store&&) noexcept;
  /// Goes on to what is newest; true where that is another state. A long-lived reader calls it before it
  /// answers: until then it reads what it opened, and whatever a writer does, it does not fail.
  bool refresh() const;

  std::optional<ArticleNode> article(const std::string& key) const;
  std::vector<ArticleNode> articles() const;
  std::vector<ClaimNode> claims_of(const std::string& article_key) const;  ///< by number; claims only
  /// Sentences that are no claims (of captions, tables, questions) and cite, by number.
  std::vector<ClaimNode> other_citing(const std::string& article_key) const;
  std::vector<ReferenceNode> references_of(const std::string& article_key) const;
  std::optional<ClaimNode> claim(const std::string& id) const;
  std::optional<ReferenceNode> reference(const std::string& id) const;
  /// All records (or ghost records) of a work merged into one (merge.hpp), with what notices of lists say of
  /// it. `id` may be any identifier of it: "pmid:1", "doi:10.1/x", "pmcid:PMC1", "key:...", "NCT00525252".
  std::optional<model::WorkRecord> work(const std::string& id) const;
  /// The work that a record belongs to; the others may know more of it.
  model::WorkRecord work_of(const Xapian::Document& record) const;  ///< for index/ alone
  std::optional<MergedWork> work_with_records(const std::string& id) const;
  /// The id of the work that a record points to; what the target itself gives where the store has none.
  std::string id_of_target(const model::Identifiers& target) const;
  std::vector<FormerRecord> former_records() const;  ///< in file order
  std::vector<model::Deletion> deletions() const;    ///< in file order
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
  /// The claims that cite any of some references, and `others` (ids of claims), each once: the first `most`
  /// of their ids in order, and how many there are. Reads no claim: there may be a hundred thousand.
  FirstIds claims_citing(const std::vector<std::string>& references, std::vector<std::string> others,
                         size_t most) const;
  /// Works that cite / are cited by a work by their own records (PubMed reference lists).
  std::vector<std::string> works_citing(const std::string& work) const;
  std::vector<std::string> works_cited_by(const std::string& work) const;

  model::Article whole_article(const std::string& key) const;  ///< as put (sentences, citations, references)
  /// Works that bear one of the keys, each once, by id. A key that more than `limit` records bear is passed
  /// over.
  std::vector<model::WorkRecord> works_with(const std::vector<std::string>& keys, size_t limit) const;

  model::Ledger ledger(const std::string& article_key) const;
  std::vector<FileEntry> files() const;
  /// The mark of the file that an article came from.
  std::optional<std::string> article_mark(const std::string& key) const;
  /// SHA-256 of a file as it was last read; nullopt when unknown, or when an article of it was passed over as
  /// a duplicate: what it repeats may be gone, so that the file has to be read again.
  std::optional<std::string> file_hash(const std::string& path) const;
  Counts counts() const;
  std::string revision() const;  ///< changes with every commit
  /// Shards of a store of several that did not answer: what is read is not all of it.
  const std::vector<std::string>& missing_shards() const;
  bool has_remote_shards() const;            ///< that answer
  const Xapian::Database& database() const;  ///< for index/ alone

  struct Impl;

 private:
  std::unique_ptr<Impl> m_impl;
};

/// What uniting did to a record, or a deletion that was weighed.
struct RecordChange {
  enum class Kind { deleted, replaced, revived, deletion } kind = Kind::deleted;
  // Of the record; an update has many, so that no more of them is kept.
  std::string id, title, path;
  Place source;
  size_t cited = 0;                ///< works that it named
  model::Deletion deletion;        ///< of deleted and of deletion
  std::vector<model::Edge> links;  ///< of deleted: those that pointed to the work before
  std::string by;                  ///< of replaced: the newer file
  size_t records = 0;              ///< of deletion: how many it keeps away
};

/// What joining claims came to.
struct JoinCounts {
  uint64_t edges = 0;        ///< made
  uint64_t compared = 0;     ///< pairs
  uint64_t common_keys = 0;  ///< of new claims; passed over, because too many claims bear them
};

/// The "same_claim" edge between two claims; nullopt where they do not say the same. Symmetric.
using Compare = std::function<std::optional<model::Edge>(const ClaimNode& one, const ClaimNode& other)>;

/// Makes a record's document with the keys that find it.
using Prepare = std::function<Prepared(const model::WorkRecord& record)>;

class Bulk;

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

  /// Decides which records count and which of them are one work (standing.hpp), where anything new bears on
  /// it, and marks the articles that this concerns. To be called when all files are read, before linking.
  std::vector<RecordChange> unite(const Prepare& prepare);

  /// Articles whose links are to be made (again): new ones, and those that share a key with a work that came
  /// or went.
  std::vector<std::string> articles_to_link();
  std::vector<std::string> articles() const;  ///< all keys
  std::optional<model::Edge> link(const std::string& edge_id) const;
  /// Replaces all links and ghosts of an article.
  void put_links(const std::string& article_key, const std::vector<model::Edge>& edges,
                 const std::vector<model::WorkRecord>& ghosts);

  /// Joins the claims of different articles that say the same, where a claim is new or one of its keys became
  /// common or ceased to be. A pure function of the claims of the store: a key that more than a fixed number
  /// of claims bear joins none of them. To be called before linking_done().
  JoinCounts join(const Compare& compare);

  /// Says that every article of articles_to_link() has its links, and commits.
  void linking_done();

  /// Takes over what was gathered beside the store, file entries and all, and empties the bulk. What was put
  /// before is committed first; readers that have the store open go on with what they see. What is in the
  /// store is written anew as far as it is not much larger than the bulk (layers.hpp).
  void absorb(Bulk& bulk);
  /// Writes all of the store into one database, as small as it gets, without what is gone.
  void compact();
  bool may_absorb() const;  ///< whether a bulk may be made beside the store
  uint64_t bytes() const;   ///< of the files of the store
  /// Of these, what absorb() would write anew with a bulk of so many.
  uint64_t bytes_merged_with(uint64_t coming) const;
  bool empty() const;

  /// Makes all of it durable at once. Xapian also commits by itself when enough has gathered, at any moment;
  /// what is then still open is told by the store's metadata and taken up again by the next run.
  void commit();

 private:
  struct Impl;
  class Uniting;
  class Joining;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace evident::index
