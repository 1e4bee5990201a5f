// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace evident::ingest {

/// Names standard input among the paths.
inline constexpr const char* standard_input = "-";

/// The files that paths stand for: files as named, folders with all below them (sorted; what is left out
/// there is told, see why_left_out). Absolute, each once; standard input stays "-". Throws FileError for a
/// path that does not exist. `own`: what the program itself writes there (the store, a report), which is no
/// literature.
std::vector<std::filesystem::path> list_files(const std::vector<std::filesystem::path>& paths,
                                              DiagnosticSink& sink,
                                              const std::vector<std::filesystem::path>& own = {});

/// Why a file that was not named itself is passed over, for people: it is hidden, or describes its folder
/// rather than belong to the literature there. Empty where it is to be read. `below`: its path from the
/// folder or archive that was named.
std::string_view why_left_out(const std::filesystem::path& below);

/// True where `path` is `folder` or lies below it.
bool is_below(const std::filesystem::path& path, const std::filesystem::path& folder);

}  // namespace evident::ingest
