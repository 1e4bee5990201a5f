// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/replace_store.hpp"

#include <fcntl.h>
#include <stdio.h>  // NOLINT(modernize-deprecated-headers): renameat2 is declared there alone
#include <sys/stat.h>
#include <unistd.h>

namespace evident::index {

namespace fs = std::filesystem;

fs::path real_directory(const fs::path& directory) {
  const fs::path real = fs::canonical(directory);
  return real.has_filename() ? real : real.parent_path();
}

fs::path sibling(const fs::path& directory, const char* suffix) {
  fs::path path = directory;
  path += suffix;
  return path;
}

uint64_t bytes_in(const fs::path& directory) {
  uint64_t bytes = 0;
  for (const auto& entry : fs::directory_iterator(directory)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

bool may_be_replaced(const fs::path& directory) {
  struct stat own {
  }, parent{};
  const fs::path above = directory.parent_path();
  return access(above.c_str(), W_OK) == 0 && stat(directory.c_str(), &own) == 0 &&
         stat(above.c_str(), &parent) == 0 && own.st_dev == parent.st_dev;
}

bool replace_store(const fs::path& directory, const fs::path& fresh) {
  if (renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, directory.c_str(), RENAME_EXCHANGE) == 0) {
    fs::remove_all(fresh);
    return true;
  }
  // A file system that cannot exchange: for a moment there is no store.
  const fs::path old = sibling(directory, ".old");
  fs::remove_all(old);
  std::error_code failure;
  fs::rename(directory, old, failure);
  if (failure) return false;
  fs::rename(fresh, directory, failure);
  if (failure) {
    fs::rename(old, directory);
    return false;
  }
  fs::remove_all(old);
  return true;
}

}  // namespace evident::index
