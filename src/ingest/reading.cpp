// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/reading.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "base/error.hpp"
#include "extract/extract.hpp"
#include "extract/same_claim/same_claim.hpp"
#include "ingest/content.hpp"
#include "ingest/files.hpp"
#include "input/input.hpp"
#include "resolve/resolve.hpp"

namespace evident::ingest {

namespace {

constexpr size_t kept_diagnostics = 1000;  // per file in the store; all of them are reported

/// Whoever takes the items wants no more.
struct Stopped {};

/// Takes apart what readers find in one file.
class FileSink final : public ContentSink {
 public:
  FileSink(index::FileEntry& entry, index::Preparer& preparer, const Take& take)
      : m_entry(entry), m_preparer(preparer), m_take(take) {}

  /// Where the reading of the file stands is asked there; null while nobody knows.
  void watch(const Origin* origin) { m_origin = origin; }

  void begin(const std::string& path, const std::string& sha256) override {
    m_path = path;
    m_sha256 = sha256;
    m_before = held();
  }
  bool found() const override { return held() > m_before; }

  void report(Diagnostic diagnostic) override {
    if (diagnostic.path.empty()) diagnostic.path = m_path;
    if (m_entry.diagnostics.size() < kept_diagnostics) m_entry.diagnostics.push_back(diagnostic);
    give(std::move(diagnostic));
  }

  void document(model::Document document) override {
    if (document.sha256.empty()) document.sha256 = m_sha256;
    const model::Article article = extract::article(document, *this);
    std::vector<std::vector<std::string>> reference_keys;
    reference_keys.reserve(article.references.size());
    for (const auto& reference : article.references)
      reference_keys.push_back(resolve::reference_keys(reference));
    std::vector<std::vector<std::string>> claim_keys(article.sentences.size());
    for (size_t i = 0; i < article.sentences.size(); ++i) {
      if (article.sentences[i].claim) claim_keys[i] = extract::claim_keys(article.sentences[i]);
    }
    const auto claims = std::count_if(article.sentences.begin(), article.sentences.end(),
                                      [](const auto& sentence) { return sentence.claim; });
    ++m_entry.articles;
    give(ArticleRead{article.path,
                     m_preparer.article(article, resolve::mention_keys(article), reference_keys, claim_keys),
                     static_cast<uint64_t>(claims), article.references.size(), consumed()});
  }

  void work(model::WorkRecord work) override {
    if (work.notice) {
      ++m_entry.notices;
      give(WorkRead{m_preparer.work(work, {}), consumed(), true});
      return;
    }
    extract::study_facts(work);
    ++m_entry.works;
    give(WorkRead{m_preparer.work(work, resolve::work_keys(work)), consumed(), false});
  }

  void deletion(model::Deletion deletion) override {
    ++m_entry.deletions;
    give(DeletionRead{m_preparer.deletion(deletion)});
  }

 private:
  int held() const { return m_entry.articles + m_entry.works + m_entry.deletions + m_entry.notices; }
  uint64_t consumed() const { return m_origin != nullptr ? m_origin->consumed : 0; }
  void give(Item item) {
    if (!m_take(std::move(item))) throw Stopped();
  }

  index::FileEntry& m_entry;
  index::Preparer& m_preparer;
  const Take& m_take;
  const Origin* m_origin = nullptr;
  std::string m_path, m_sha256;
  int m_before = 0;
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

FileEnd read_file(const std::filesystem::path& path, const KnownFile& known, index::Preparer& preparer,
                  const Take& take) {
  FileEnd end;
  end.entry.path = path.string();
  try {
    std::string sha256;
    auto input = open_entry(path, end.entry, sha256);
    end.size = input->origin()->size;
    if (known(end.entry.path) == sha256) {
      end.unchanged = true;
      return end;
    }
    if (!take(FileBegin{end.entry.path})) throw Stopped();
    FileSink sink(end.entry, preparer, take);
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

size_t weight_of(const Item& item) {
  if (const auto* article = std::get_if<ArticleRead>(&item)) return article->prepared.bytes();
  if (const auto* work = std::get_if<WorkRead>(&item)) return work->prepared.bytes();
  return sizeof(Item);
}

void read_files(const std::vector<std::filesystem::path>& files, const KnownFile& known, const Take& take) {
  index::Preparer preparer;
  try {
    for (const auto& path : files) {
      if (!take(read_file(path, known, preparer, take))) return;
    }
  } catch (const Stopped&) {
  }
}

}  // namespace evident::ingest
