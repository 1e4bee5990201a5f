// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/compact.hpp"

#include <xapian.h>

#include "base/error.hpp"
#include "index/store.hpp"

namespace evident::index {

void compact(const std::filesystem::path& directory) {
  namespace fs = std::filesystem;
  const Writer lock(directory);  // nobody writes meanwhile
  fs::path fresh = fs::weakly_canonical(directory);
  const fs::path whole = fresh;
  fresh += ".compacting";
  fs::path old = whole;
  old += ".old";
  fs::remove_all(fresh);
  fs::remove_all(old);
  try {
    Xapian::Database(whole.string()).compact(fresh.string(), Xapian::DBCOMPACT_NO_RENUMBER);
  } catch (const Xapian::Error& error) {
    fs::remove_all(fresh);
    throw StoreError("cannot compact " + directory.string() + ": " + error.get_msg());
  }
  fs::rename(whole, old);
  fs::rename(fresh, whole);
  fs::remove_all(old);
}

}  // namespace evident::index
