// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ingest.hpp"

#include <algorithm>
#include <exception>
#include <iterator>
#include <thread>
#include <variant>

#include "base/bounded_queue.hpp"
#include "index/store.hpp"
#include "ingest/files.hpp"
#include "ingest/link.hpp"
#include "ingest/reading.hpp"
#include "ingest/uniting.hpp"
#include "resolve/resolve.hpp"

namespace evident::ingest {

namespace {

constexpr size_t default_memory = size_t{64} << 20U;  // of what waits to be written

class StoreWorks final : public resolve::WorkSource {
 public:
  explicit StoreWorks(const index::Writer& writer) : m_writer(writer) {}
  std::vector<model::WorkRecord> works_with(const std::vector<std::string>& keys, size_t limit) override {
    return m_writer.works_with(keys, limit);
  }

 private:
  const index::Writer& m_writer;
};

/// Takes what was read to the store, in the order of reading.
class StoreFiller {
 public:
  StoreFiller(index::Writer& writer, Summary& summary, Observer& observer)
      : m_writer(writer), m_summary(summary), m_observer(observer) {}

  void operator()(FileBegin begin) { m_writer.remove_file(begin.path); }

  void operator()(Diagnostic diagnostic) {
    ++m_summary.problems[diagnostic.code];
    m_observer.diagnostic(diagnostic);
  }

  void operator()(ArticleRead read) {
    if (m_writer.has_node(read.prepared.article())) {
      Diagnostic diagnostic{Severity::warning,
                            "duplicate-article",
                            read.path,
                            0,
                            {},
                            "the same text under the same name was read before as " +
                                read.prepared.article() + ": not read again"};
      m_duplicates.push_back(diagnostic);
      (*this)(std::move(diagnostic));
      return;
    }
    m_writer.put(read.prepared);
    ++m_summary.articles;
    m_summary.claims += read.claims;
    m_summary.references += read.references;
  }

  void operator()(WorkRead read) {
    m_writer.put(read.prepared);
    if (++m_summary.works % 1000 == 0) progress(0);
  }

  void operator()(DeletionRead read) { m_writer.put(read.prepared); }

  void operator()(FileEnd end) {
    m_summary.bytes += end.bytes;
    ++m_summary.files_seen;
    if (end.unchanged) {
      ++m_summary.files_unchanged;
    } else if (end.unreadable) {
      ++m_summary.files_skipped;
      m_writer.remove_file(end.entry.path);  // what was read before the system refused
      m_writer.reading_done();
    } else {
      end.entry.articles -= static_cast<int>(m_duplicates.size());
      std::move(m_duplicates.begin(), m_duplicates.end(), std::back_inserter(end.entry.diagnostics));
      m_duplicates.clear();
      ++(end.entry.articles + end.entry.works + end.entry.deletions > 0 ? m_summary.files_read
                                                                        : m_summary.files_skipped);
      m_writer.put_file(end.entry);
    }
    progress(end.files);
  }

 private:
  void progress(uint64_t files) {
    m_files = std::max(m_files, files);
    m_observer.progress(m_summary.files_seen, m_files, m_summary.bytes, m_summary.works + m_summary.articles);
  }

  index::Writer& m_writer;
  Summary& m_summary;
  Observer& m_observer;
  uint64_t m_files = 0;
  std::vector<Diagnostic> m_duplicates;  ///< of the file that is being read
};

/// One thread reads and takes apart, this one writes: Xapian's part is about two thirds of the work.
void read_beside(const std::vector<std::filesystem::path>& files, const KnownFile& known, uint64_t memory,
                 StoreFiller& fill) {
  BoundedQueue<Item> queue(memory > 0 ? memory : default_memory);
  std::exception_ptr failure;
  std::thread reader([&] {
    try {
      read_files(files, known, [&](Item item) {
        const size_t weight = weight_of(item);
        return queue.push(std::move(item), weight);
      });
    } catch (...) {
      failure = std::current_exception();
    }
    queue.close();
  });
  try {
    while (auto item = queue.pop()) std::visit(fill, std::move(*item));
  } catch (...) {
    queue.close();
    reader.join();
    throw;
  }
  reader.join();
  if (failure) std::rethrow_exception(failure);
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
  StoreFiller fill(writer, summary, observer);
  {
    const index::Store before(options.store);
    const KnownFile known = [&](const std::string& path) { return before.file_hash(path); };
    if (options.jobs > 1) {
      read_beside(files, known, options.memory, fill);
    } else {
      read_files(files, known, [&](Item item) {
        std::visit(fill, std::move(item));
        return true;
      });
    }
  }
  Uniting uniting(writer);
  link(writer, summary, observer);
  uniting.report(summary, sink);
  writer.commit();
  return summary;
}

}  // namespace evident::ingest
