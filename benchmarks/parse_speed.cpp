// SPDX-License-Identifier: GPL-3.0-or-later
// Measures reading alone, into a sink that keeps nothing, beside bare libxml2 SAX over the same bytes.
//
// usage: parse_speed [--rounds N] [--only reader|sax] PATH...
//   files and folders of one format; .gz is undone before the clock starts. Seconds are those that the
//   process had of a processor, so that a busy machine counts for little. --only runs one of the two, once a
//   round, for callgrind.
#include <libxml/parser.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "input/input.hpp"
#include "read/reader.hpp"

namespace {

namespace fs = std::filesystem;

class NullSink final : public evident::read::Sink {
 public:
  void report(evident::Diagnostic) override { ++diagnostics; }
  void document(evident::model::Document document) override {
    ++documents;
    citations += document.citations.size();
  }
  void work(evident::model::WorkRecord) override { ++works; }
  size_t documents = 0, works = 0, citations = 0, diagnostics = 0;
};

class MemoryInput final : public evident::Input {
 public:
  explicit MemoryInput(std::string_view bytes) : m_rest(bytes) {}
  size_t read(char* buffer, size_t size) override {
    const size_t count = std::min(size, m_rest.size());
    std::memcpy(buffer, m_rest.data(), count);
    m_rest.remove_prefix(count);
    return count;
  }

 private:
  std::string_view m_rest;
};

struct File {
  std::string path;
  std::string bytes;
  const evident::read::Reader* reader = nullptr;
};

size_t events = 0;  // counted, so that no handler is empty

void on_start(void*, const xmlChar*, const xmlChar*, const xmlChar*, int, const xmlChar**, int, int,
              const xmlChar**) {
  ++events;
}
void on_end(void*, const xmlChar*, const xmlChar*, const xmlChar*) {
  ++events;
}
void on_text(void*, const xmlChar*, int size) {
  events += static_cast<size_t>(size > 0);
}
xmlEntityPtr on_entity(void*, const xmlChar*) {
  return nullptr;
}

void bare_sax(const File& file) {
  xmlSAXHandler handler;
  std::memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = on_start;
  handler.endElementNs = on_end;
  handler.characters = on_text;
  handler.cdataBlock = on_text;
  handler.getEntity = on_entity;
  xmlSAXUserParseMemory(&handler, nullptr, file.bytes.data(), static_cast<int>(file.bytes.size()));
}

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// The best of some rounds: noise only adds.
struct Best {
  double seconds = 1e9;
  void run(const std::vector<File>& files, const std::function<void(const File&)>& action) {
    const double start = cpu_seconds();
    for (const File& file : files) action(file);
    seconds = std::min(seconds, cpu_seconds() - start);
  }
};

void load(const fs::path& path, std::vector<File>& files) {
  NullSink sink;
  const auto input = evident::open_input(path, sink);
  File file{path.string(), evident::read_all(*input)};
  const auto& readers = evident::read::readers();
  file.reader = *std::find_if(readers.begin(), readers.end(), [&](const evident::read::Reader* reader) {
    return reader->accepts(std::string_view(file.bytes).substr(0, size_t{64} << 10U));
  });
  files.push_back(std::move(file));
}

}  // namespace

int main(int argc, char** argv) {
  int rounds = 5;
  std::string only;
  std::vector<File> files;
  for (int at = 1; at < argc; ++at) {
    if (std::strcmp(argv[at], "--rounds") == 0 && at + 1 < argc) {
      rounds = std::max(1, std::atoi(argv[++at]));
    } else if (std::strcmp(argv[at], "--only") == 0 && at + 1 < argc) {
      only = argv[++at];
    } else if (fs::is_directory(argv[at])) {
      for (const auto& entry : fs::recursive_directory_iterator(argv[at])) {
        if (entry.is_regular_file()) load(entry.path(), files);
      }
    } else {
      load(argv[at], files);
    }
  }
  if (files.empty()) {
    std::fprintf(stderr, "usage: parse_speed [--rounds N] [--only reader|sax] PATH...\n");
    return 2;
  }
  size_t size = 0;
  for (const File& file : files) size += file.bytes.size();
  const double megabytes = static_cast<double>(size) / 1e6;

  NullSink sink;
  Best sax, reading;
  for (int round = 0; round < rounds; ++round) {
    if (only != "reader") sax.run(files, bare_sax);
    if (only == "sax") continue;
    reading.run(files, [&](const File& file) {
      MemoryInput input(file.bytes);
      file.reader->read(input, file.path, sink);
    });
  }
  const auto per_round = [&](size_t count) { return count / static_cast<size_t>(rounds); };
  std::printf("%zu files, %.1f MB; %zu documents, %zu works, %zu citations, %zu diagnostics\n", files.size(),
              megabytes, per_round(sink.documents), per_round(sink.works), per_round(sink.citations),
              per_round(sink.diagnostics));
  if (!only.empty()) return 0;
  std::printf("libxml2 SAX %7.1f MB/s\nreader      %7.1f MB/s   %.2f of it\n", megabytes / sax.seconds,
              megabytes / reading.seconds, sax.seconds / reading.seconds);
  return 0;
}
