// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ingest.hpp"

#include <algorithm>
#include <cstring>

#include "base/error.hpp"
#include "base/input.hpp"
#include "extract/extract.hpp"
#include "index/store.hpp"
#include "ingest/files.hpp"
#include "ingest/link.hpp"
#include "read/reader.hpp"
#include "resolve/resolve.hpp"

namespace evident::ingest {

namespace {

constexpr size_t head_size = 64 * 1024;    // what a reader sees to tell its format
constexpr size_t kept_diagnostics = 1000;  // per file in the store; all of them are reported

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

/// Takes what a reader finds in one file to the store.
class FileSink final : public read::Sink {
 public:
  FileSink(index::Writer& writer, Summary& summary, Observer& observer, index::FileEntry& entry)
      : m_writer(writer), m_summary(summary), m_observer(observer), m_entry(entry) {}

  void report(Diagnostic diagnostic) override {
    if (diagnostic.path.empty()) diagnostic.path = m_entry.path;
    ++m_summary.problems[diagnostic.code];
    m_observer.diagnostic(diagnostic);
    if (m_entry.diagnostics.size() < kept_diagnostics) m_entry.diagnostics.push_back(std::move(diagnostic));
  }

  void document(model::Document document) override {
    if (document.sha256.empty()) document.sha256 = m_entry.sha256;
    const model::Article article = extract::article(document, *this);
    if (m_writer.has_node(article.key)) {
      report({Severity::warning,
              "duplicate-article",
              article.path,
              0,
              {},
              "the same text under the same name was read before as " + article.key + ": not read again"});
      return;
    }
    std::vector<std::vector<std::string>> reference_keys;
    for (const auto& reference : article.references)
      reference_keys.push_back(resolve::reference_keys(reference));
    m_writer.put_article(article, resolve::mention_keys(article), reference_keys);
    ++m_entry.articles;
    ++m_summary.articles;
    m_summary.references += article.references.size();
    m_summary.claims +=
        static_cast<uint64_t>(std::count_if(article.sentences.begin(), article.sentences.end(),
                                            [](const auto& sentence) { return sentence.claim; }));
  }

  void work(model::WorkRecord work) override {
    extract::study_facts(work);
    m_writer.put_work(work, resolve::work_keys(work));
    ++m_entry.works;
    ++m_summary.works;
    if (m_summary.works % 1000 == 0)
      m_observer.progress(m_summary.files_read, 0, m_summary.bytes, m_summary.works);
  }

 private:
  index::Writer& m_writer;
  Summary& m_summary;
  Observer& m_observer;
  index::FileEntry& m_entry;
};

class StoreWorks final : public resolve::WorkSource {
 public:
  explicit StoreWorks(const index::Writer& writer) : m_writer(writer) {}
  std::vector<model::WorkRecord> works_with(const std::vector<std::string>& keys, size_t limit) override {
    return m_writer.works_with(keys, limit);
  }

 private:
  const index::Writer& m_writer;
};

void read_file(const std::filesystem::path& path, const std::string& sha256, index::Writer& writer,
               Summary& summary, Observer& observer) {
  index::FileEntry entry;
  entry.path = path.string();
  entry.sha256 = sha256;
  FileSink sink(writer, summary, observer, entry);
  writer.remove_file(entry.path);
  PeekedInput input(open_input(path, sink), summary.bytes);
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
  } else {
    entry.format = (*reader)->name();
    (*reader)->read(input, entry.path, sink);
  }
  ++(entry.articles + entry.works > 0 ? summary.files_read : summary.files_skipped);
  writer.put_file(entry);
}

void prune(const std::vector<std::filesystem::path>& named, index::Writer& writer, Summary& summary) {
  for (const std::string& path : writer.paths()) {
    const bool named_above = std::any_of(named.begin(), named.end(), [&](const auto& folder) {
      return is_below(path, std::filesystem::weakly_canonical(folder));
    });
    if (!named_above || std::filesystem::exists(path)) continue;
    writer.remove_file(path);
    writer.reading_done();
    ++summary.files_pruned;
  }
}

void link(index::Writer& writer, Summary& summary, Observer& observer) {
  const std::vector<std::string> keys = writer.articles_to_link();
  StoreWorks works(writer);
  uint64_t done = 0;
  for (const auto& key : keys) {
    const Links links = link_article(writer.article(key), works);
    summary.edges += links.edges.size();
    writer.put_links(key, links.edges, links.ghosts);
    observer.linking(++done, keys.size());
  }
  writer.linking_done();
}

/// Diagnostics that belong to no file of the store.
class RunSink final : public DiagnosticSink {
 public:
  RunSink(Summary& summary, Observer& observer) : m_summary(summary), m_observer(observer) {}
  void report(Diagnostic diagnostic) override {
    ++m_summary.problems[diagnostic.code];
    m_observer.diagnostic(diagnostic);
  }

 private:
  Summary& m_summary;
  Observer& m_observer;
};

}  // namespace

Summary ingest(const Options& options, Observer& observer) {
  Summary summary;
  RunSink sink(summary, observer);
  const auto files = list_files(options.paths, sink);
  index::Writer writer(options.store);
  if (options.prune) prune(options.paths, writer, summary);
  for (const auto& path : files) {
    ++summary.files_seen;
    try {
      const std::string sha256 = file_sha256(path);
      if (const auto known = writer.file(path.string()); known && known->sha256 == sha256) {
        ++summary.files_unchanged;
      } else {
        read_file(path, sha256, writer, summary, observer);
      }
    } catch (const FileError& error) {
      ++summary.files_skipped;
      sink.report({Severity::error, "cannot-read", path.string(), 0, {}, error.what()});
    }
    observer.progress(summary.files_seen, files.size(), summary.bytes, summary.works + summary.articles);
  }
  link(writer, summary, observer);
  writer.commit();
  return summary;
}

}  // namespace evident::ingest
