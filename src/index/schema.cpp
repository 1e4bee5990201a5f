// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/schema.hpp"

#include "base/hash.hpp"

namespace evident::index {

namespace {
constexpr size_t longest_value =
    200;  // Xapian's limit is 245 bytes with the prefix, fewer where zero bytes must be escaped
}

std::string make_term(std::string_view prefix, std::string_view value) {
  std::string term(prefix);
  // A colon separates the prefix from a value that begins with a capital, as Xapian's own tools do it.
  if (!value.empty() && prefix.size() > 1 && ((value[0] >= 'A' && value[0] <= 'Z') || value[0] == ':'))
    term += ':';
  if (value.size() <= longest_value) return term.append(value);
  return term + "#" + short_hash(value, 40);
}

}  // namespace evident::index
