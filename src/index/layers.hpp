// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace evident::index {

// A store is one Xapian database, or layers of them in folders of its own: what comes to a large store is
// written as a layer beside what is there instead of with it. Each layer is several times as large as the
// next, so that there are few, and what is there is written again a few times only.

/// Xapian's name for the file that makes one database of those that it lists.
inline constexpr const char* layers_file = "XAPIANDB";

/// Where the databases of a store lie, oldest (and largest) first: the folder itself, or its layers. Throws
/// StoreError for a list that is not as it should be.
std::vector<std::filesystem::path> layers_of(const std::filesystem::path& directory);

/// How many layers stay as they are when so much comes; those behind are merged with it.
size_t layers_kept(const std::vector<uint64_t>& bytes, uint64_t coming);

/// Puts the database `fresh` in the place of all layers but the first `kept`, at one stroke. `spare` is a
/// name beside the store for what is on the way. False where the file system cannot do that: all is as it
/// was. REQUIRES: kept > 0.
bool put_layer(const std::filesystem::path& directory, size_t kept, const std::filesystem::path& fresh,
               const std::filesystem::path& spare);

/// Removes what a run that was killed left among the layers.
void remove_stray_layers(const std::filesystem::path& directory);

}  // namespace evident::index
