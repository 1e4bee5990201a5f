// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "base/diagnostic.hpp"

namespace evident::ingest {

/// The files that paths stand for: files as named, folders with all below them (sorted, hidden files and the
/// folder's own README and LICENSE left out, each with a note). Absolute, each once. Throws FileError for a
/// path that does not exist.
std::vector<std::filesystem::path> list_files(const std::vector<std::filesystem::path>& paths,
                                              DiagnosticSink& sink);

/// True where `path` is `folder` or lies below it.
bool is_below(const std::filesystem::path& path, const std::filesystem::path& folder);

}  // namespace evident::ingest
