// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace evident::index {

/// Rewrites a store as small as it can be. The old one stays until the new one is whole. Throws StoreError.
void compact(const std::filesystem::path& directory);

}  // namespace evident::index
