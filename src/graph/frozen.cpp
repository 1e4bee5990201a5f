// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/frozen.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <stdio.h>  // NOLINT(modernize-deprecated-headers): rename
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.hpp"
#include "index/citation_scan.hpp"

namespace evident::graph {

namespace fs = std::filesystem;

namespace {

std::string key_of(const std::string& revision) {
  return short_hash(revision, 64);
}

/// Opens and locks the new file. One that another process has just put in place is none any more.
Descriptor locked_file(const fs::path& path) {
  for (;;) {
    Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
    if (file.number() < 0 || ::flock(file.number(), LOCK_EX) != 0)
      throw FileError("cannot write " + path.string() + ": " + std::strerror(errno));
    struct stat ours {
    }, named{};
    if (::fstat(file.number(), &ours) == 0 && ::stat(path.c_str(), &named) == 0 &&
        ours.st_ino == named.st_ino && ours.st_dev == named.st_dev) {
      return file;
    }
  }
}

void write_graph(const index::Store& store, const Descriptor& file, const fs::path& spill, size_t memory) {
  constexpr int most_tries = 5;
  for (int attempt = 1;; ++attempt) {
    if (::ftruncate(file.number(), 0) != 0)
      throw FileError(std::string("the citation graph cannot be written: ") + std::strerror(errno));
    GraphFileWriter writer(file, spill, memory);
    index::CitationScan scan{[&](const std::string& id) { writer.add_name(id); },
                             [&](uint32_t from, uint32_t to) { writer.add_edge(from, to); }};
    try {
      const std::string revision = scan.run(store);
      writer.finish(key_of(revision));
      return;
    } catch (const index::StoreChanged&) {
      if (attempt == most_tries) throw;
    }
  }
}

/// For a store that may be read alone.
FrozenGraph freeze_aside(const index::Store& store) {
  const fs::path folder = fs::temp_directory_path();
  std::string name = (folder / "citations.XXXXXX").string();
  const Descriptor file(::mkostemp(name.data(), O_CLOEXEC));
  if (file.number() < 0) throw FileError("cannot write in " + folder.string() + ": " + std::strerror(errno));
  ::unlink(name.c_str());
  write_graph(store, file, folder, FreezeOptions().memory);
  return FrozenGraph(GraphFile(file));
}

FrozenGraph freeze_anywhere(const index::Store& store, const fs::path& directory) {
  return ::access(directory.c_str(), W_OK) == 0 ? freeze(store, directory) : freeze_aside(store);
}

/// The file as it is, where it can be used.
std::optional<FrozenGraph> kept(const index::Store& store, const fs::path& directory,
                                const std::function<void(const std::string&)>& note) {
  const fs::path path = frozen_path(directory);
  if (!fs::exists(path)) return std::nullopt;
  try {
    FrozenGraph frozen{GraphFile(path)};
    if (frozen.is_of(store)) return frozen;
  } catch (const DamagedGraph& damage) {
    note(std::string(damage.what()) + "; it is made anew");
  }
  return std::nullopt;
}

}  // namespace

std::optional<CsrGraph::Vertex> FrozenGraph::find(std::string_view id) const {
  const std::string wanted = index::indexed_id(id);
  CsrGraph::Vertex low = 0, high = graph().vertex_count();
  while (low < high) {
    const CsrGraph::Vertex middle = low + (high - low) / 2;
    const std::string found = index::indexed_id(m_file.name(middle));
    if (found == wanted) return middle;
    if (found < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return std::nullopt;
}

bool FrozenGraph::is_of(const index::Store& store) const {
  return m_file.key() == key_of(store.revision());
}

fs::path frozen_path(const fs::path& store_directory) {
  return store_directory / "citations.graph";
}

FrozenGraph freeze(const index::Store& store, const fs::path& store_directory, const FreezeOptions& options) {
  const fs::path path = frozen_path(store_directory);
  const fs::path fresh = path.string() + ".new";
  const Descriptor file = locked_file(fresh);
  try {
    write_graph(store, file, store_directory, options.memory);
    fs::rename(fresh, path);
  } catch (const fs::filesystem_error& error) {
    throw FileError("cannot put the citation graph in place: " + error.code().message());
  } catch (...) {
    ::unlink(fresh.c_str());
    throw;
  }
  return FrozenGraph(GraphFile(file));
}

void with_frozen(const index::Store& store, const fs::path& store_directory,
                 const std::function<void(const std::string&)>& note,
                 const std::function<void(const FrozenGraph&)>& read) {
  const auto frozen = kept(store, store_directory, note);
  if (!frozen) {
    read(freeze_anywhere(store, store_directory));
    return;
  }
  try {
    read(*frozen);
  } catch (const DamagedGraph& damage) {
    note(std::string(damage.what()) + "; it is made anew");
    read(freeze_anywhere(store, store_directory));
  }
}

}  // namespace evident::graph
