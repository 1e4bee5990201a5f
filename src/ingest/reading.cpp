// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/reading.hpp"

#include <functional>
#include <memory>
#include <unordered_set>
#include <utility>

#include "base/error.hpp"
#include "extract/extract.hpp"
#include "ingest/content.hpp"
#include "ingest/files.hpp"
#include "input/input.hpp"

namespace evident::ingest {

namespace {

/// Whoever takes the items wants no more.
struct Stopped {};

/// Tells the same text under the same name when it comes again. Hashes of keys are kept, not the keys: a run
/// may see millions.
class Articles {
 public:
  explicit Articles(const Known& known) : m_known(known) {}
  /// What the store has of a file that is read again goes.
  void begin_file(const std::string& path) { m_begun.insert(hash(index::file_mark(path))); }
  /// False where it is there already.
  bool add(const std::string& key) {
    if (!m_seen.insert(hash(key)).second) return false;
    const auto mark = m_known.article_mark(key);
    return !mark || m_begun.contains(hash(*mark));
  }

 private:
  static size_t hash(const std::string& text) { return std::hash<std::string>()(text); }
  const Known& m_known;
  std::unordered_set<size_t> m_seen, m_begun;
};

/// Hands on what readers find in one file.
class FileSink final : public ContentSink {
 public:
  FileSink(index::FileEntry& entry, Articles& articles, const Take& take)
      : m_entry(entry), m_articles(articles), m_take(take) {}

  /// Where the reading of the file stands is asked there; null while nobody knows.
  void watch(const Origin* origin) { m_origin = origin; }

  void begin(const std::string& path, const std::string& sha256) override {
    m_path = path;
    m_sha256 = sha256;
    m_found = false;
  }
  bool found() const override { return m_found; }

  void report(Diagnostic diagnostic) override {
    if (diagnostic.path.empty()) diagnostic.path = m_path;
    give(std::move(diagnostic));
  }

  void document(model::Document document) override {
    if (document.sha256.empty()) document.sha256 = m_sha256;
    m_found = true;
    const std::string key = extract::article_key(document);
    if (!m_articles.add(key)) {
      report({Severity::warning,
              "duplicate-article",
              document.path,
              0,
              {},
              "the same text under the same name was read before as " + key + ": not read again"});
      return;
    }
    ++m_entry.articles;
    give(DocumentRead{std::move(document), consumed()});
  }

  void work(model::WorkRecord work) override {
    m_found = true;
    ++(work.notice ? m_entry.notices : m_entry.works);
    give(WorkRead{std::move(work), consumed()});
  }

  void deletion(model::Deletion deletion) override {
    m_found = true;
    ++m_entry.deletions;
    give(DeletionRead{std::move(deletion)});
  }

 private:
  uint64_t consumed() const { return m_origin != nullptr ? m_origin->consumed : 0; }
  void give(Item item) {
    if (!m_take(std::move(item))) throw Stopped();
  }

  index::FileEntry& m_entry;
  Articles& m_articles;
  const Take& m_take;
  const Origin* m_origin = nullptr;
  std::string m_path, m_sha256;
  bool m_found = false;
};

/// Opens a file, or standard input: the entry gets its path and hash. What came over standard input is known
/// by its beginning; where that is all, it has a hash to be recognised by.
std::unique_ptr<Input> open_entry(const std::filesystem::path& path, index::FileEntry& entry,
                                  std::string& content_sha256) {
  if (path != standard_input) {
    entry.path = path.string();
    entry.sha256 = content_sha256 = file_sha256(path);
    return open_file(path);
  }
  auto input = std::make_unique<PeekedInput>(open_standard_input());
  content_sha256 = head_sha256(*input);
  entry.path = standard_input_path(content_sha256);
  if (input->size()) entry.sha256 = content_sha256;
  return input;
}

FileEnd read_file(const std::filesystem::path& path, const Known& known, Articles& articles,
                  const Take& take) {
  FileEnd end;
  end.entry.path = path.string();
  try {
    std::string sha256;
    auto input = open_entry(path, end.entry, sha256);
    end.size = input->origin()->size;
    if (known.hash(end.entry.path) == sha256) {
      end.unchanged = true;
      return end;
    }
    if (!take(FileBegin{end.entry.path})) throw Stopped();
    articles.begin_file(end.entry.path);
    FileSink sink(end.entry, articles, take);
    sink.watch(input->origin());
    ContentReader reader(sink);
    end.entry.format = reader.read(std::move(input), end.entry.path, sha256);
    end.bytes = reader.bytes();
    end.members_read = reader.members_read();
    end.members_skipped = reader.members_skipped();
  } catch (const FileError& error) {
    end.unreadable = true;
    if (!take(Diagnostic{Severity::error, "cannot-read", end.entry.path, 0, {}, error.what()}))
      throw Stopped();
  }
  return end;
}

}  // namespace

size_t bytes_of(const Item& item) {
  if (const auto* read = std::get_if<DocumentRead>(&item)) return read->document.text.size();
  if (const auto* read = std::get_if<WorkRead>(&item)) return read->work.source.size();
  return sizeof(Item);
}

void read_files(const std::vector<std::filesystem::path>& files, const Known& known, const Take& take) {
  Articles articles(known);
  try {
    for (const auto& path : files) {
      if (!take(read_file(path, known, articles, take))) return;
    }
  } catch (const Stopped&) {
  }
}

}  // namespace evident::ingest
