// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/compact.hpp"

#include <xapian.h>

#include "base/error.hpp"
#include "index/replace_store.hpp"
#include "index/store.hpp"

namespace evident::index {

namespace fs = std::filesystem;

CompactResult compact(const std::filesystem::path& directory) {
  { const Store checked(directory); }  // says what is wrong, where it is no store
  try {
    const fs::path store = real_directory(directory);
    const fs::path fresh = sibling(store, ".compacting");
    // The lock keeps writers out until the new files are in place.
    Xapian::WritableDatabase database(store.string(), Xapian::DB_OPEN);
    fs::remove_all(fresh);  // of a run that was killed
    // Linking remembers a document number (metadata::linked), so numbers must stay.
    database.compact(fresh.string(), Xapian::DBCOMPACT_NO_RENUMBER);
    const CompactResult result{bytes_in(store), bytes_in(fresh)};
    if (!replace_store(store, fresh)) {
      fs::remove_all(fresh);
      throw StoreError("cannot put the compacted store in place of " + store.string() +
                       ": something is mounted there, or its parent is not to be written");
    }
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
