// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/reading.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

#include "base/error.hpp"
#include "extract/extract.hpp"
#include "input/input.hpp"
#include "read/reader.hpp"
#include "resolve/resolve.hpp"

namespace evident::ingest {

namespace {

constexpr size_t head_size = 64 * 1024;    // what a reader sees to tell its format
constexpr size_t kept_diagnostics = 1000;  // per file in the store; all of them are reported

/// Whoever takes the items wants no more.
struct Stopped {};

/// An input whose first bytes were looked at already. Counts what passes.
class PeekedInput final : public Input {
 public:
  PeekedInput(std::unique_ptr<Input> input, uint64_t& bytes) : m_input(std::move(input)), m_bytes(bytes) {
    m_head.resize(head_size);
    size_t size = 0;
    while (size < head_size) {
      const size_t got = m_input->read(m_head.data() + size, head_size - size);
      if (got == 0) break;
      size += got;
    }
    m_head.resize(size);
  }
  std::string_view head() const { return m_head; }

  size_t read(char* buffer, size_t size) override {
    size_t got = std::min(size, m_head.size() - m_given);
    if (got > 0) {
      std::memcpy(buffer, m_head.data() + m_given, got);
      m_given += got;
    } else {
      got = m_input->read(buffer, size);
    }
    m_bytes += got;
    return got;
  }

 private:
  std::unique_ptr<Input> m_input;
  uint64_t& m_bytes;
  std::string m_head;
  size_t m_given = 0;
};

/// Takes apart what a reader finds in one file.
class FileSink final : public read::Sink {
 public:
  FileSink(index::FileEntry& entry, index::Preparer& preparer, const Take& take)
      : m_entry(entry), m_preparer(preparer), m_take(take) {}

  void report(Diagnostic diagnostic) override {
    if (diagnostic.path.empty()) diagnostic.path = m_entry.path;
    if (m_entry.diagnostics.size() < kept_diagnostics) m_entry.diagnostics.push_back(diagnostic);
    give(std::move(diagnostic));
  }

  void document(model::Document document) override {
    if (document.sha256.empty()) document.sha256 = m_entry.sha256;
    const model::Article article = extract::article(document, *this);
    std::vector<std::vector<std::string>> reference_keys;
    reference_keys.reserve(article.references.size());
    for (const auto& reference : article.references)
      reference_keys.push_back(resolve::reference_keys(reference));
    const auto claims = std::count_if(article.sentences.begin(), article.sentences.end(),
                                      [](const auto& sentence) { return sentence.claim; });
    ++m_entry.articles;
    give(ArticleRead{article.path,
                     m_preparer.article(article, resolve::mention_keys(article), reference_keys),
                     static_cast<uint64_t>(claims), article.references.size()});
  }

  void work(model::WorkRecord work) override {
    if (work.notice) {
      ++m_entry.notices;
      give(WorkRead{m_preparer.work(work, {}), true});
      return;
    }
    extract::study_facts(work);
    ++m_entry.works;
    give(WorkRead{m_preparer.work(work, resolve::work_keys(work)), false});
  }

 private:
  void give(Item item) {
    if (!m_take(std::move(item))) throw Stopped();
  }

  index::FileEntry& m_entry;
  index::Preparer& m_preparer;
  const Take& m_take;
};

void read_content(const std::filesystem::path& path, index::FileEntry& entry, uint64_t& bytes,
                  FileSink& sink) {
  PeekedInput input(open_input(path, sink), bytes);
  const auto& readers = read::readers();
  const auto reader = std::find_if(readers.begin(), readers.end(), [&](const read::Reader* candidate) {
    return candidate->accepts(input.head());
  });
  if (reader == readers.end()) {
    sink.report({Severity::error,
                 "unknown-format",
                 entry.path,
                 0,
                 {},
                 "no reader knows this format: see evident formats"});
    return;
  }
  entry.format = (*reader)->name();
  (*reader)->read(input, entry.path, sink);
}

FileEnd read_file(const std::filesystem::path& path, const KnownFile& known, index::Preparer& preparer,
                  const Take& take) {
  FileEnd end;
  end.entry.path = path.string();
  try {
    end.entry.sha256 = file_sha256(path);
    if (known(end.entry.path) == end.entry.sha256) {
      end.unchanged = true;
      return end;
    }
    if (!take(FileBegin{end.entry.path})) throw Stopped();
    FileSink sink(end.entry, preparer, take);
    read_content(path, end.entry, end.bytes, sink);
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
      FileEnd end = read_file(path, known, preparer, take);
      end.files = files.size();
      if (!take(std::move(end))) return;
    }
  } catch (const Stopped&) {
  }
}

}  // namespace evident::ingest
