// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace evident::index {

struct CompactResult {
  uint64_t bytes_before = 0, bytes_after = 0;
};

/// Rewrites a store as small as it gets. Readers that have it open go on with the old files; nobody can write
/// meanwhile. Throws StoreError; the store is then as it was.
CompactResult compact(const std::filesystem::path& directory);

}  // namespace evident::index
