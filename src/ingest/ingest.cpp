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
#include "ingest/join.hpp"
#include "ingest/link.hpp"
#include "ingest/reading.hpp"
#include "ingest/uniting.hpp"
#include "input/input.hpp"
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

void tell(const Diagnostic& diagnostic, Summary& summary, Observer& observer) {
  Problem& problem = summary.problems[diagnostic.code];
  problem.severity = std::max(problem.severity, diagnostic.severity);
  ++problem.count;
  observer.diagnostic(diagnostic);
}

/// Takes what was read to the store, in the order of reading.
class StoreFiller {
 public:
  StoreFiller(index::Writer& writer, Summary& summary, Observer& observer,
              const std::vector<std::filesystem::path>& files)
      : m_writer(writer), m_summary(summary), m_observer(observer) {
    m_progress.files_all = files.size();
    for (const auto& file : files) {
      std::error_code unknown;
      if (const auto size = std::filesystem::file_size(file, unknown); !unknown) m_progress.disk_all += size;
    }
  }

  void operator()(FileBegin begin) { m_writer.remove_file(begin.path); }

  void operator()(const Diagnostic& diagnostic) { tell(diagnostic, m_summary, m_observer); }

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
      (*this)(diagnostic);
      return;
    }
    m_writer.put(read.prepared);
    ++m_summary.articles;
    m_summary.claims += read.claims;
    m_summary.references += read.references;
    progress(read.consumed);
  }

  void operator()(WorkRead read) {
    m_writer.put(read.prepared);
    ++(read.notice ? m_summary.notices : m_summary.works);
    if ((m_summary.works + m_summary.notices) % 100 == 0) progress(read.consumed);
  }

  void operator()(DeletionRead read) { m_writer.put(read.prepared); }

  void operator()(FileEnd end) {
    m_summary.bytes += end.bytes;
    m_summary.members_read += end.members_read;
    m_summary.members_skipped += end.members_skipped;
    m_disk += end.size;
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
      const int held = end.entry.articles + end.entry.works + end.entry.deletions + end.entry.notices;
      ++(held > 0 ? m_summary.files_read : m_summary.files_skipped);
      m_writer.put_file(end.entry);
    }
    progress(0);
  }

 private:
  /// `consumed`: bytes of the file that is being read.
  void progress(uint64_t consumed) {
    m_progress.files = m_summary.files_seen;
    m_progress.disk = m_disk + consumed;
    m_progress.records = m_summary.works + m_summary.notices + m_summary.articles;
    m_observer.progress(m_progress);
  }

  index::Writer& m_writer;
  Summary& m_summary;
  Observer& m_observer;
  Progress m_progress;
  uint64_t m_disk = 0;                   ///< bytes of the files that are done
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
      return folder == standard_input ? is_standard_input(path)
                                      : is_below(path, std::filesystem::weakly_canonical(folder));
    });
    if (!named_above || std::filesystem::exists(path)) continue;
    writer.remove_file(path);
    writer.reading_done();
    ++summary.files_pruned;
  }
  if (summary.files_pruned > 0) writer.commit();  // whoever asks which files are known must not find them
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
}

/// Diagnostics that belong to no file of the store.
class RunSink final : public DiagnosticSink {
 public:
  RunSink(Summary& summary, Observer& observer) : m_summary(summary), m_observer(observer) {}
  void report(Diagnostic diagnostic) override { tell(diagnostic, m_summary, m_observer); }

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
  StoreFiller fill(writer, summary, observer, files);
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
  join_claims(writer, summary, sink);
  writer.linking_done();
  uniting.report(summary, sink);
  writer.commit();
  return summary;
}

}  // namespace evident::ingest
