// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/compact.hpp"

#include <xapian.h>

#include "base/error.hpp"
#include "index/store.hpp"

namespace evident::index {

namespace fs = std::filesystem;

namespace {

uint64_t size_of(const fs::path& directory) {
  uint64_t bytes = 0;
  for (const auto& entry : fs::directory_iterator(directory)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

/// The store's directory without a trailing slash or a link, so that a sibling lies beside its files.
fs::path real_directory(const fs::path& directory) {
  const fs::path real = fs::canonical(directory);
  return real.has_filename() ? real : real.parent_path();
}

fs::path sibling(const fs::path& directory, const char* suffix) {
  fs::path path = directory;
  path += suffix;
  return path;
}

}  // namespace

CompactResult compact(const std::filesystem::path& directory) {
  { const Store checked(directory); }  // says what is wrong, where it is no store
  try {
    const fs::path store = real_directory(directory);
    const fs::path fresh = sibling(store, ".compacting");
    const fs::path old = sibling(store, ".old");
    // The lock keeps writers out until the new files are in place.
    Xapian::WritableDatabase database(store.string(), Xapian::DB_OPEN);
    fs::remove_all(fresh);  // of a run that was killed
    // Linking remembers a document number (metadata::linked), so numbers must stay.
    database.compact(fresh.string(), Xapian::DBCOMPACT_NO_RENUMBER);
    CompactResult result{size_of(store), size_of(fresh)};
    fs::remove_all(old);
    fs::rename(store, old);
    std::error_code failure;
    fs::rename(fresh, store, failure);
    if (failure) {
      fs::rename(old, store);
      throw StoreError("cannot put the compacted store in place: " + failure.message());
    }
    database.close();
    fs::remove_all(old);
    return result;
  } catch (const Xapian::DatabaseLockError&) {
    throw StoreError("the store " + directory.string() +
                     " is being written by another process; wait for it to end");
  } catch (const Xapian::Error& error) {
    throw StoreError("cannot compact the store " + directory.string() + ": " + error.get_msg());
  } catch (const fs::filesystem_error& error) {
    throw StoreError("cannot compact the store " + directory.string() + ": " + error.code().message());
  }
}

}  // namespace evident::index
