// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/compact.hpp"

#include "index/store.hpp"

namespace evident::index {

CompactResult compact(const std::filesystem::path& directory) {
  { const Store checked(directory); }  // says what is wrong, where it is no store
  Writer writer(directory);
  CompactResult result{writer.bytes(), 0};
  writer.compact();
  result.bytes_after = writer.bytes();
  return result;
}

}  // namespace evident::index
