// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/files.hpp"

#include <algorithm>

#include "base/error.hpp"

namespace evident::ingest {

namespace fs = std::filesystem;

namespace {

/// Files that describe a folder rather than belong to its literature.
bool describes_folder(const fs::path& path) {
  const std::string stem = path.stem().string();
  return stem == "README" || stem == "LICENSE" || stem == "COPYING";
}

void walk(const fs::path& folder, std::vector<fs::path>& files, DiagnosticSink& sink) {
  const auto note = [&](const fs::path& path, const std::string& message) {
    sink.report({Severity::note, "not-read", path.string(), 0, {}, message});
  };
  std::error_code error;
  auto entry = fs::recursive_directory_iterator(folder, error);
  if (error) throw FileError("cannot list " + folder.string() + ": " + error.message());
  for (; entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (error) {
      sink.report({Severity::error, "cannot-list", folder.string(), 0, {}, error.message()});
      break;
    }
    const fs::path& path = entry->path();
    if (path.filename().string().front() == '.') {
      if (entry->is_directory()) entry.disable_recursion_pending();
      note(path, "hidden: not read");
    } else if (entry->is_regular_file(error)) {
      if (describes_folder(path)) {
        note(path, "describes the folder: not read (name it to read it)");
      } else {
        files.push_back(path);
      }
    } else if (!entry->is_directory(error)) {
      note(path, "not a regular file: not read");
    }
  }
}

}  // namespace

std::vector<fs::path> list_files(const std::vector<fs::path>& paths, DiagnosticSink& sink) {
  std::vector<fs::path> files;
  for (const auto& named : paths) {
    std::error_code error;
    const fs::path path = fs::canonical(named, error);
    if (error) throw FileError("cannot read " + named.string() + ": " + error.message());
    if (fs::is_directory(path)) {
      walk(path, files, sink);
    } else {
      files.push_back(path);
    }
  }
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

bool is_below(const fs::path& path, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

}  // namespace evident::ingest
