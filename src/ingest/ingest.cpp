// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ingest.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "index/bulk.hpp"
#include "index/store.hpp"
#include "ingest/files.hpp"
#include "ingest/filling.hpp"
#include "ingest/join.hpp"
#include "ingest/linking.hpp"
#include "ingest/ordered_work.hpp"
#include "ingest/preparing.hpp"
#include "ingest/reading.hpp"
#include "ingest/uniting.hpp"
#include "input/input.hpp"
#include "input/pdf_process.hpp"

namespace evident::ingest {

namespace {

constexpr uint64_t default_memory = uint64_t{64} << 20U;  // of what is under way

/// Of the files' own bytes. A batch that is written as a run must be small (Xapian's trees of what is pending
/// grow slower with every term) and yet worth the making of a database.
constexpr size_t batch_bytes = size_t{768} << 10U;
constexpr size_t prepared_bytes_a_byte = 8;  ///< of memory, for a byte that was read

/// A bulk writes a part of the store anew, at some 100 MB/s; adding to the trees of a large one costs each
/// record 5 ms, as its terms lie in blocks all over them.
constexpr uint64_t bulk_when_merged_below = 64;  ///< times the bytes that are to be read

/// Gathers what is read into batches.
class Batcher {
 public:
  using Give = OrderedWork<Batch, PreparedBatch>::Give;
  explicit Batcher(const Give& give) : m_give(give) {}

  bool add(Item item) {
    const auto* begin = std::get_if<FileBegin>(&item);
    if (begin != nullptr) m_file = begin->path;
    m_batch.bytes += bytes_of(item);
    m_batch.items.push_back(std::move(item));
    return m_batch.bytes < batch_bytes || flush();
  }
  bool flush() {
    if (m_batch.items.empty()) return true;
    const size_t weight = m_batch.bytes * prepared_bytes_a_byte;
    return m_give(std::exchange(m_batch, Batch{m_file, {}, 0}), weight);
  }

 private:
  const Give& m_give;
  Batch m_batch;
  std::string m_file;  ///< that is being read
};

class KnownBefore final : public Known {
 public:
  explicit KnownBefore(const std::filesystem::path& store) : m_store(store) {}
  std::optional<std::string> hash(const std::string& path) const override { return m_store.file_hash(path); }
  std::optional<std::string> article_mark(const std::string& key) const override {
    return m_store.article_mark(key);
  }

 private:
  const index::Store m_store;
};

Progress all_of(const std::vector<std::filesystem::path>& files) {
  Progress progress;
  progress.files_all = files.size();
  for (const auto& file : files) {
    std::error_code unknown;
    if (const auto size = std::filesystem::file_size(file, unknown); !unknown) progress.disk_all += size;
  }
  return progress;
}

/// One thread reads, others take apart, this one writes.
void read_all(const Options& options, const std::vector<std::filesystem::path>& files, index::Writer& writer,
              Summary& summary, Observer& observer) {
  const KnownBefore known(options.store);
  const Progress progress = all_of(files);
  std::optional<index::Bulk> bulk;
  const uint64_t merged = writer.empty() ? 0 : writer.bytes_merged_with(progress.disk_all);
  if (writer.may_absorb() && merged / bulk_when_merged_below <= progress.disk_all)
    bulk.emplace(options.store);
  index::Bulk* const gathered = bulk ? &*bulk : nullptr;
  Filling filling(writer, gathered, progress, summary, observer);
  OrderedWork<Batch, PreparedBatch> work;
  work.produce = [&](const auto& give) {
    Batcher batcher(give);
    read_files(files, known, [&](Item item) { return batcher.add(std::move(item)); });
    batcher.flush();
  };
  work.make_worker = [gathered] {
    auto preparer = std::make_shared<index::Preparer>();
    return [preparer, gathered](Batch batch) { return prepare(std::move(batch), *preparer, gathered); };
  };
  work.take = [&](PreparedBatch batch) { filling.take(std::move(batch)); };
  work.run(options.jobs, options.memory > 0 ? options.memory : default_memory);
  filling.finish();
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

/// The files that fall to this run where several share them.
std::vector<std::filesystem::path> part_of(const std::vector<std::filesystem::path>& files,
                                           const Options& options) {
  std::vector<std::filesystem::path> part;
  for (size_t i = options.part - 1; i < files.size(); i += options.parts) part.push_back(files[i]);
  return part;
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
  start_pdf_server();  // while there is one thread
  Summary summary;
  RunSink sink(summary, observer);
  const auto files = part_of(list_files(options.paths, sink, {options.store, options.report}), options);
  index::Writer writer(options.store);
  if (options.prune) prune(options.paths, writer, summary);
  read_all(options, files, writer, summary, observer);
  Uniting uniting(writer);
  link_articles(options, writer, summary, observer);
  join_claims(writer, summary, sink);
  writer.linking_done();
  uniting.report(summary, sink);
  return summary;
}

}  // namespace evident::ingest
