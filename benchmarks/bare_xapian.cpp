// SPDX-License-Identifier: GPL-3.0-or-later
// What Xapian alone takes to write the documents of a store again: the floor under an ingest.
//
// bare_xapian STORE FOLDER [DOCUMENTS]: terms, positions, values and data are taken from the store
// beforehand, a thousand documents at a time, which is not counted. Written once as Xapian does it unasked,
// into one database, and once as ingest does it: a small database for every hundred documents, merged by
// hundreds. Seconds are of the processor.
#include <sys/resource.h>
#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr size_t at_a_time = 1000, of_a_run = 100, merged_at_once = 100;

double processor_seconds() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

struct Counts {
  uint64_t documents = 0, terms = 0, lists = 0, positions = 0,
           bytes = 0;  // lists of positions; bytes of data
};

Xapian::Document copy_of(const Xapian::Document& stored, Counts& counts) {
  Xapian::Document copy;
  copy.set_data(stored.get_data());
  counts.bytes += stored.get_data().size();
  for (auto value = stored.values_begin(); value != stored.values_end(); ++value)
    copy.add_value(value.get_valueno(), *value);
  for (auto term = stored.termlist_begin(); term != stored.termlist_end(); ++term) {
    copy.add_term(*term, term.get_wdf());
    ++counts.terms;
    if (term.positionlist_begin() != term.positionlist_end()) ++counts.lists;
    for (auto position = term.positionlist_begin(); position != term.positionlist_end(); ++position) {
      copy.add_posting(*term, *position, 0);
      ++counts.positions;
    }
  }
  ++counts.documents;
  return copy;
}

/// Adds what write() takes to `seconds`.
template <typename Write>
void timed(double& seconds, Write write) {
  const double before = processor_seconds();
  write();
  seconds += processor_seconds() - before;
}

/// Small databases that are merged when there are many.
class Runs {
 public:
  explicit Runs(fs::path folder) : m_folder(std::move(folder)) { fs::create_directories(m_folder); }
  void write(const std::vector<Xapian::Document>& documents) {
    for (size_t from = 0; from < documents.size(); from += of_a_run) {
      m_runs.push_back(m_folder / std::to_string(m_next++));
      Xapian::WritableDatabase run(m_runs.back().string(),
                                   Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
      for (size_t i = from; i < std::min(from + of_a_run, documents.size()); ++i)
        run.add_document(documents[i]);
      run.commit();
      run.close();
      if (m_runs.size() == merged_at_once) m_merged.push_back(merge(m_runs));
    }
  }
  void finish() {
    m_merged.insert(m_merged.end(), m_runs.begin(), m_runs.end());
    merge(m_merged);
  }

 private:
  fs::path merge(std::vector<fs::path>& runs) {
    fs::path merged = m_folder / std::to_string(m_next++);
    Xapian::Database all;
    for (const fs::path& run : runs) all.add_database(Xapian::Database(run.string()));
    all.compact(merged.string());
    for (const fs::path& run : runs) fs::remove_all(run);
    runs.clear();
    return merged;
  }

  fs::path m_folder;
  std::vector<fs::path> m_runs, m_merged;
  size_t m_next = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: bare_xapian STORE FOLDER [DOCUMENTS]\n", stderr);
    return 2;
  }
  const Xapian::Database store(argv[1]);
  const fs::path folder = argv[2];
  const size_t most = argc > 3 ? std::stoul(argv[3]) : 10'000;
  Counts counts;
  double whole = 0, in_runs = 0;
  Xapian::WritableDatabase one((folder / "one").string(),
                               Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
  Runs runs(folder / "runs");
  auto at = store.postlist_begin("");
  const auto end = store.postlist_end("");
  while (at != end && counts.documents < most) {
    std::vector<Xapian::Document> documents;
    for (; at != end && documents.size() < at_a_time && counts.documents < most; ++at)
      documents.push_back(copy_of(store.get_document(*at), counts));
    timed(whole, [&] {
      for (const auto& document : documents) one.add_document(document);
    });
    timed(in_runs, [&] { runs.write(documents); });
  }
  timed(whole, [&] { one.commit(); });
  timed(in_runs, [&] { runs.finish(); });
  const auto each = [&](uint64_t number) {
    return static_cast<double>(number) / static_cast<double>(std::max<uint64_t>(counts.documents, 1));
  };
  std::printf(
      "%llu documents, of one: %.0f terms, %.0f lists of positions, %.0f positions, %.0f bytes of data\n",
      static_cast<unsigned long long>(counts.documents), each(counts.terms), each(counts.lists),
      each(counts.positions), each(counts.bytes));
  std::printf("one database     %7.2f s, %6.0f documents/s\n", whole,
              static_cast<double>(counts.documents) / whole);
  std::printf("runs, merged     %7.2f s, %6.0f documents/s\n", in_runs,
              static_cast<double>(counts.documents) / in_runs);
  fs::remove_all(folder / "one");
  fs::remove_all(folder / "runs");
}
