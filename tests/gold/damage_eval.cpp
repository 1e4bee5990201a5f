// SPDX-License-Identifier: GPL-3.0-or-later
// Mutates real files and reads them as ingest does: the format told by content, archives and compression
// undone, articles taken apart. Each mutation must end in a record or a diagnostic, soon; those that another
// reader takes without a word are counted, because text that was mark-up is no text.
//
// usage: damage_eval [--rounds N] [--seed N] [--keep DIR] PATH...     a row a format; DIR gets what failed
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/hash.hpp"
#include "extract/extract.hpp"
#include "ingest/content.hpp"
#include "input/input.hpp"
#include "support/cpu_clock.hpp"
#include "support/mutation.hpp"

namespace {

namespace fs = std::filesystem;
using namespace evident;

constexpr uint64_t largest = uint64_t{200} << 10U;
constexpr double slow = 10;  // seconds

class Collector final : public ingest::ContentSink {
 public:
  void begin(const std::string&, const std::string& sha256) override { m_sha256 = sha256; }
  bool found() const override { return records > 0; }
  void report(Diagnostic diagnostic) override {
    ++diagnostics;
    errors += diagnostic.severity == Severity::error ? 1 : 0;
  }
  void document(model::Document document) override {
    ++records;
    document.sha256 = m_sha256;
    extract::article(document, *this);
  }
  void work(model::WorkRecord) override { ++records; }
  void deletion(model::Deletion) override { ++records; }
  size_t records = 0, diagnostics = 0, errors = 0;

 private:
  std::string m_sha256;
};

struct Outcome {
  std::string format;
  size_t records = 0, diagnostics = 0, errors = 0;
  double seconds = 0;
};

Outcome outcome_of(const std::string& bytes) {
  const auto start = test::CpuClock::now();
  Collector collector;
  Outcome outcome;
  outcome.format = ingest::ContentReader(collector).read(std::make_unique<OwnedBytesInput>(bytes), "x",
                                                         std::string(64, '0'));
  outcome.records = collector.records;
  outcome.diagnostics = collector.diagnostics;
  outcome.errors = collector.errors;
  outcome.seconds = std::chrono::duration<double>(test::CpuClock::now() - start).count();
  return outcome;
}

struct Row {
  std::vector<std::string> files;
  size_t rounds = 0, records = 0, reported = 0, silent = 0, elsewhere = 0;
  double slowest = 0;
};

/// Good files by their format: those that are read without an error.
std::map<std::string, Row> good_files(const std::vector<fs::path>& folders) {
  std::map<std::string, Row> rows;
  std::set<fs::path> paths;
  for (const auto& folder : folders) {
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file() && entry.file_size() <= largest) paths.insert(entry.path());
    }
  }
  for (const auto& path : paths) {
    std::ifstream stream(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    const Outcome outcome = outcome_of(bytes);
    if (outcome.records > 0 && outcome.errors == 0) rows[outcome.format].files.push_back(bytes);
  }
  return rows;
}

void keep(const fs::path& folder, const std::string& name, const std::string& bytes) {
  if (folder.empty()) return;
  fs::create_directories(folder);
  std::ofstream(folder / name, std::ios::binary) << bytes;
}

}  // namespace

int main(int argc, char** argv) {
  size_t rounds = 1000, seed = 20240607;
  fs::path kept;
  std::vector<fs::path> folders;
  for (int i = 1; i < argc; ++i) {
    const bool more = i + 1 < argc;
    if (std::strcmp(argv[i], "--rounds") == 0 && more) {
      rounds = std::stoul(argv[++i]);
    } else if (std::strcmp(argv[i], "--seed") == 0 && more) {
      seed = std::stoul(argv[++i]);
    } else if (std::strcmp(argv[i], "--keep") == 0 && more) {
      kept = argv[++i];
    } else {
      folders.emplace_back(argv[i]);
    }
  }
  if (folders.empty()) {
    std::fputs("usage: damage_eval [--rounds N] [--seed N] [--keep DIR] PATH...\n", stderr);
    return 2;
  }
  std::puts(
      "| format | good files | mutations | gave records | told of damage | silent | another format, no word "
      "| slowest, s |");
  std::puts("|---|---|---|---|---|---|---|---|");
  bool sound = true;
  for (auto& [format, row] : good_files(folders)) {
    std::mt19937 random(static_cast<std::mt19937::result_type>(seed));
    for (size_t round = 0; round < rounds; ++round) {
      const std::string bytes = test::mutated(row.files[round % row.files.size()], random);
      keep(kept, "last", bytes);  // where this crashes
      const Outcome outcome = outcome_of(bytes);
      const std::string name = format + "-" + std::to_string(round);
      ++row.rounds;
      row.records += outcome.records > 0 ? 1 : 0;
      row.reported += outcome.diagnostics > 0 ? 1 : 0;
      row.slowest = std::max(row.slowest, outcome.seconds);
      const bool silent = outcome.records == 0 && outcome.diagnostics == 0;
      const bool elsewhere = outcome.format != format && outcome.diagnostics == 0;
      row.silent += silent ? 1 : 0;
      row.elsewhere += elsewhere ? 1 : 0;
      if (silent || outcome.seconds > slow) sound = false;
      if (silent || elsewhere || outcome.seconds > slow)
        keep(kept, name + "-" + (outcome.format.empty() ? "none" : outcome.format), bytes);
    }
    std::printf("| %s | %zu | %zu | %zu | %zu | %zu | %zu | %.2f |\n", format.c_str(), row.files.size(),
                row.rounds, row.records, row.reported, row.silent, row.elsewhere, row.slowest);
    std::fflush(stdout);
  }
  return sound ? 0 : 1;
}
