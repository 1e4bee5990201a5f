// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace evident::index {

/// The store's directory without a trailing slash or a link, so that a sibling lies beside its files.
std::filesystem::path real_directory(const std::filesystem::path& directory);

/// "<directory><suffix>", beside it.
std::filesystem::path sibling(const std::filesystem::path& directory, const char* suffix);

/// Of the files in a directory, those below it left out.
uint64_t bytes_in(const std::filesystem::path& directory);

/// Whether replace_store() may work: whoever owns the store may have no right to its parent, and where
/// something is mounted there its name is not to be moved.
bool may_be_replaced(const std::filesystem::path& directory);

/// Puts `fresh` in the place of `directory`, at one stroke where the file system can exchange names, and
/// removes what was there. Whoever has the old files open goes on with them. False where that cannot be done:
/// the old files are then in place. Throws std::filesystem::filesystem_error where files cannot be removed.
bool replace_store(const std::filesystem::path& directory, const std::filesystem::path& fresh);

}  // namespace evident::index
