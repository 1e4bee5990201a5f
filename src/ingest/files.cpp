// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/files.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "input/input.hpp"

namespace evident::ingest {

namespace fs = std::filesystem;

namespace {

bool is_hidden(const fs::path& name) {
  return name.native().front() == '.' && name != "." && name != "..";
}

/// Lists a folder and all below it. What cannot be listed costs itself alone.
class Walk {
 public:
  Walk(std::vector<fs::path>& files, DiagnosticSink& sink, const std::vector<fs::path>& own)
      : m_files(files), m_sink(sink) {
    for (const auto& path : own) {
      if (!path.empty()) m_own.push_back(fs::weakly_canonical(path));
    }
  }

  void folder(const fs::path& folder) {
    std::error_code error;
    for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
      take(*entry);
    }
    if (error) report(Severity::error, "cannot-list", folder, "cannot be listed: " + error.message());
  }

 private:
  void take(const fs::directory_entry& entry) {
    const fs::path& path = entry.path();
    std::error_code error;
    if (std::find(m_own.begin(), m_own.end(), path) != m_own.end()) {
      report(Severity::note, "not-read", path, "written by evident itself: not read");
    } else if (const auto why = why_left_out(path.filename());
               !why.empty() && !is_plain_folder(entry, path)) {
      report(Severity::note, "not-read", path, std::string(why));
    } else if (entry.is_directory(error)) {
      if (entry.is_symlink(error)) {
        report(Severity::warning, "not-read", path, "a link to a folder: not followed (name it to read it)");
      } else {
        folder(path);
      }
    } else if (entry.is_regular_file(error)) {
      m_files.push_back(path);
    } else if (error || entry.is_symlink(error)) {
      report(Severity::error, "cannot-read", path,
             error ? "not read: " + error.message() : "a link to nothing: not read");
    } else {
      report(Severity::note, "not-read", path, "not a regular file: not read");
    }
  }

  /// A folder that is named like a file to leave out ("README.d") is a folder still; a hidden one is hidden.
  static bool is_plain_folder(const fs::directory_entry& entry, const fs::path& path) {
    std::error_code ignored;
    return !is_hidden(path.filename()) && entry.is_directory(ignored);
  }

  void report(Severity severity, const char* code, const fs::path& path, std::string message) {
    m_sink.report({severity, code, path.string(), 0, {}, std::move(message)});
  }

  std::vector<fs::path>& m_files;
  DiagnosticSink& m_sink;
  std::vector<fs::path> m_own;
};

}  // namespace

std::string_view why_left_out(const fs::path& below) {
  for (const auto& part : below) {
    if (!part.empty() && is_hidden(part)) return "hidden: not read";
  }
  const std::string stem = below.stem().string();
  const bool describes = stem == "README" || stem == "LICENSE" || stem == "COPYING";
  return describes ? "describes the folder: not read (name it to read it)" : "";
}

std::vector<fs::path> list_files(const std::vector<fs::path>& paths, DiagnosticSink& sink,
                                 const std::vector<fs::path>& own) {
  std::vector<fs::path> files;
  for (const auto& named : paths) {
    if (named == standard_input) {
      files.push_back(named);
      continue;
    }
    std::error_code error;
    const fs::path path = fs::canonical(named, error);
    if (error) {
      const fs::path archive = file_on_disk(named);
      if (archive == named) throw FileError("cannot read " + named.string() + ": " + error.message());
      throw FileError("cannot read " + named.string() + ": " + archive.string() +
                      " is read as a whole; name that, or unpack the member into evident ingest -");
    }
    if (fs::is_directory(path)) {
      Walk(files, sink, own).folder(path);
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
