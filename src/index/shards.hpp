// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <xapian.h>

namespace evident::index {

/// The file that makes a folder a store of several shards: {"shards": ["FOLDER", "HOST:PORT", ...]}. A folder
/// counts from that of the file; a host serves one by Xapian's remote protocol (xapian-tcpsrv).
inline constexpr const char* shards_file = "store.json";

struct Shard {
  std::filesystem::path folder;  ///< empty for a remote one
  std::string host;
  uint16_t port = 0;
  std::string name() const;  ///< as the file has it
};

bool has_shards(const std::filesystem::path& directory);
/// In the order of the file. Throws StoreError for a file that is not as it should be.
std::vector<Shard> shards_of(const std::filesystem::path& directory);

struct OpenDatabase {
  Xapian::Database database;         ///< of all shards that answer
  std::vector<std::string> missing;  ///< names of those that do not
  std::string revision;              ///< changes with every commit
  bool remote = false;               ///< whether one of them is on another machine

  void add(const Xapian::Database& one, const std::string& state);
};
/// Opens a store, or all shards of one. Throws StoreError where there is none, it is damaged or newer, or no
/// shard answers.
OpenDatabase open_database(const std::filesystem::path& directory);

}  // namespace evident::index
